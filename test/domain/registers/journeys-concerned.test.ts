import { expect, it } from 'vitest';
import { openSteps } from '../../../lambdas/domain/journey/state.ts';
import { journeysConcerned } from '../../../lambdas/domain/registers/journeys-concerned.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
walk.to('Confirm consent');
const { state } = walk.journey;
const [open] = openSteps(state);
if (open === undefined) throw new Error('expected an open step');
const shown = {
  ...state,
  steps: { ...state.steps, [open.key]: { ...open, procedure: { id: 'SOP-12', version: '4' } } },
};

it('names journeys that pinned another version of the protocol, and those with a step that shows another of the document', () => {
  const protocol = { kind: 'protocol', id: state.protocol.id } as const;
  const { version } = state.protocol;
  expect(journeysConcerned({ changes: [{ ...protocol, version: String(version) }] }, [state])).toEqual([]);
  expect(
    journeysConcerned(
      {
        changes: [
          { ...protocol, version: String(version + 1) },
          { kind: 'document', id: 'SOP-12', version: '5' },
          { kind: 'equipment', id: 'LN2-3' },
        ],
      },
      [shown],
    ),
  ).toEqual([
    {
      journeyId: state.id,
      concerns: [
        { what: 'protocol', id: state.protocol.id, pinned: String(version), changedTo: String(version + 1) },
        { what: 'document', id: 'SOP-12', step: open.step, shown: '4', changedTo: '5' },
      ],
    },
  ]);
});

it('names none that is over, that shows the version already, or that shows another document', () => {
  const changes = [{ kind: 'document', id: 'SOP-12', version: '4' } as const];
  expect(journeysConcerned({ changes }, [shown])).toEqual([]);
  const other = [{ kind: 'document', id: 'SOP-12', version: '5' } as const];
  expect(journeysConcerned({ changes: other }, [state])).toEqual([]);
  const closed = {
    ...shown,
    closed: { outcome: 'cancelled', at: '2026-01-01T00:00:00.000Z' },
  } as unknown as typeof state;
  expect(journeysConcerned({ changes: other }, [closed])).toEqual([]);
});
