import { describe, expect, it } from 'vitest';
import { changeControls } from '../../../lambdas/domain/registers/change-controls.ts';
import { type Document, documents } from '../../../lambdas/domain/registers/documents.ts';
import { changeForLabel } from '../../../lambdas/domain/registers/label-change.ts';
import { aDocument } from '../../support/register-entries.ts';

const READ = {
  ...{ labelCountry: 'EU', labelRevision: 'SmPC of May', labelRead: 'SmPC of May', labelCheckedOn: '2026-05-04' },
  ...{ labelCheckedBy: 'ann', labelEvidence: 'EPAR page', nextLabelCheck: '2026-08-03' },
};
const aProtocol = (over: Partial<Document> = {}): Document =>
  aDocument({ document: 'PRT-1', type: 'protocol', serves: ['kymriah/1'], ...READ, ...over });
const dueOf = (over: Partial<Document>) => documents.standing(aProtocol(over)).due ?? [];

describe('the label that a protocol follows', () => {
  it('is looked for anew every three months, also where nobody has said so, and closes nothing', () => {
    expect(dueOf({})).toEqual([{ what: 'label check', on: '2026-08-03' }]);
    expect(dueOf({ nextLabelCheck: undefined })).toEqual([{ what: 'label check', on: '2026-08-04' }]);
    const never = Object.fromEntries(Object.keys(READ).map((field) => [field, undefined]));
    expect(dueOf(never)).toEqual([{ what: 'label check', on: '2026-05-01' }]);
    expect(documents.standing(aProtocol({ ...never })).closedBecause).toBeUndefined();
    expect(dueOf({ status: 'superseded' })).toEqual([]);
    expect(documents.standing(aDocument()).due).toBeUndefined();
  });

  it('found newer, is a change to be decided on', () => {
    expect(dueOf({ labelRead: 'SmPC of June' })).toContainEqual({ what: 'change for a newer label', on: '2026-06-03' });
  });

  it.each<[string, Partial<Document>, Partial<Document> | undefined, string]>([
    ['of a procedure', { type: 'procedure' }, undefined, 'labelCountry: got one of type procedure'],
    ['without saying where', { labelEvidence: undefined }, undefined, 'labelEvidence: got none'],
    ['put off by more than half a year', { nextLabelCheck: '2026-11-05' }, undefined, 'expected 2026-11-04 or earlier'],
    ['put off without a look', { nextLabelCheck: '2026-09-03' }, {}, 'expected a look at the label'],
    ['read before the last look', { labelCheckedOn: '2026-05-03' }, {}, 'expected not before 2026-05-04'],
    ['as if nobody had looked', { labelCheckedOn: undefined }, {}, 'got none, expected not before 2026-05-04'],
    ['another than approved', { labelRevision: 'SmPC of June' }, {}, 'labelRevision: got another than before'],
  ])('is refused %s', (_, over, before, said) => {
    expect(documents.misfit(aProtocol(over), before && aProtocol(before))).toContain(said);
  });

  it('may be stated of what was approved before anybody did', () => {
    const before = aProtocol({ labelRevision: undefined, labelRead: undefined, labelCheckedOn: undefined });
    expect(documents.misfit(aProtocol(), before)).toBeNull();
  });

  it('comes and goes in the columns of its register', () => {
    expect(documents.entry().parse(documents.fromRow(documents.toRow(aProtocol())))).toEqual(aProtocol());
  });

  it('read newer, proposes a change as that register takes it, of the document and the protocol', () => {
    const change = changeForLabel('PRT-1/4', aProtocol({ labelRead: 'SmPC of June' }));
    const entry = changeControls.entry().parse(change?.entry);
    expect(changeControls.misfit(entry, undefined)).toBeNull();
    expect(change?.id).toBe('LABEL-2026-05-04/PRT-1/4');
    expect(entry).toMatchObject({
      ...{ status: 'proposed', proposedBy: 'ann', implementOn: '2026-06-03' },
      what: expect.stringContaining('follows SmPC of May. Read on 2026-05-04: SmPC of June'),
      changes: [
        { kind: 'document', id: 'PRT-1', version: '5' },
        { kind: 'protocol', id: 'kymriah', version: '2' },
      ],
    });
  });
});
