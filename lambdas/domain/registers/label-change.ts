import { daysLater } from '../calendar/local-time.ts';
import type { ChangeControl } from './change-control.ts';
import type { Document } from './documents.ts';
import { CHANGE_WITHIN_DAYS } from './label-watch.ts';

/** So long after it a change is looked at once more. */
const CHECKED_AFTER_DAYS = 90;
const MOST_LETTERS_OF_ID = 60;
const MOST_LETTERS_OF_TITLE = 90;

export interface LabelChange {
  readonly id: string;
  readonly entry: ChangeControl;
}

/**
 * The change that somebody proposes who read a newer label than a protocol follows: to be assessed, with days that whoever sees to it
 * may change. It decides nothing; journeys in flight go on with what they pinned.
 *
 * @param id of the entry of the protocol in the register of documents
 */
export function changeForLabel(id: string, protocol: Document): LabelChange | undefined {
  const { labelCheckedOn: on, labelCheckedBy: proposedBy, labelRead, labelRevision, labelEvidence, owner } = protocol;
  if (on === undefined || proposedBy === undefined || labelRead === undefined) return undefined;
  const implementOn = daysLater(on, CHANGE_WITHIN_DAYS);
  return {
    id: `LABEL-${on}/${id}`.slice(0, MOST_LETTERS_OF_ID),
    entry: {
      title: `Newer label for ${protocol.title}`.slice(0, MOST_LETTERS_OF_TITLE).trimEnd(),
      ...{ owner, status: 'proposed', class: 'major', proposedBy, approvals: [] },
      what: `${protocol.document} version ${protocol.version} follows ${labelRevision ?? 'no label that is named'}. Read on ${on}: ${labelRead}.`,
      why: `Label watch, read in ${labelEvidence ?? 'a place not named'}.`,
      changes: [
        { kind: 'document', id: protocol.document, version: next(protocol.version) },
        ...protocol.serves.flatMap((served) => {
          const [, name, version] = /^([a-z0-9-]+)\/(\d+)$/.exec(served) ?? [];
          return name === undefined || version === undefined
            ? []
            : [{ kind: 'protocol' as const, id: name, version: next(version) }];
        }),
      ],
      rollback: 'The version in force goes on until the change is approved.',
      implementOn,
      checkUntil: daysLater(implementOn, CHECKED_AFTER_DAYS),
    },
  };
}

const next = (version: string): string => (/^\d+$/.test(version) ? String(Number(version) + 1) : 'next');
