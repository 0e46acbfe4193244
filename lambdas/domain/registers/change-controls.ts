import { type ChangeControl, changeControl } from './change-control.ts';
import { CHANGE_COLUMNS, changeFromRow, changeToRow } from './change-control-rows.ts';
import { APPROVED, changeMisfit } from './change-control-steps.ts';
import type { RegisterDefinition } from './definition.ts';

type Standing = ReturnType<RegisterDefinition['standing']>;

/**
 * Changes of documents, protocols, machines and the software (clinical-pathway 3.7). A version that rests on one may be used
 * once that is approved and its day has come.
 */
export const changeControls: RegisterDefinition<ChangeControl> = {
  register: 'change-controls',
  entry: () => changeControl,
  misfit: changeMisfit,
  takesTwo: ({ state }, before) => state === 'approved' && before?.state !== 'approved',
  standing: (entry) => ({
    name: entry.title,
    owner: entry.owner,
    ...(APPROVED.includes(entry.state) ? {} : { closedBecause: `${entry.state}, expected approved` }),
    counts: APPROVED.includes(entry.state)
      ? [{ what: 'implementation', from: entry.implementedOn ?? entry.implementOn }]
      : [],
    ...dueOf(entry),
  }),
  columns: CHANGE_COLUMNS,
  fromRow: changeFromRow,
  toRow: changeToRow,
};

function dueOf({ state, implementOn, effectivenessUntil }: ChangeControl): Pick<Standing, 'due'> {
  if (state === 'approved') return { due: [{ what: 'implementation', on: implementOn }] };
  return state === 'implemented' ? { due: [{ what: 'effectiveness check', on: effectivenessUntil }] } : {};
}
