import { type ChangeControl, changeControl } from './change-control.ts';
import { changeMisfit, isApproved } from './change-control-steps.ts';
import { csvOf } from './columns.ts';
import { asTable, asText } from './csv.ts';
import type { RegisterDefinition } from './definition.ts';
import type { EntryStanding } from './standing.ts';

/**
 * Changes of documents, protocols, machines and the software (clinical-pathway 3.7). A version that rests on one may be used
 * once that is approved and its day has come.
 */
export const changeControls: RegisterDefinition<ChangeControl> = {
  register: 'change-controls',
  entry: changeControl,
  misfit: changeMisfit,
  takesTwo: (entry, before) => isApproved(entry) && (before === undefined || !isApproved(before)),
  people: ({ proposedBy, approvals }) => [
    { field: 'proposedBy', id: proposedBy },
    ...approvals.map(({ by, role }) => ({ field: 'approvals', id: by, role })),
  ],
  standing: (entry) => ({
    name: entry.title,
    owner: entry.owner,
    ...(isApproved(entry) ? {} : { closedBecause: `its status is ${entry.status}` }),
    counts: isApproved(entry) ? [{ what: 'implementation', from: entry.implementedOn ?? entry.implementOn }] : [],
    ...dueOf(entry),
  }),
  ...csvOf<ChangeControl>({
    title: asText,
    status: asText,
    owner: asText,
    class: asText,
    what: asText,
    why: asText,
    changes: asTable({ kind: asText, id: asText, version: asText }),
    proposedBy: asText,
    impactRegulatory: asText,
    impactValidation: asText,
    impactData: asText,
    impactTraining: asText,
    impactPatients: asText,
    approvals: asTable({ by: asText, role: asText, on: asText }),
    implementOn: asText,
    rollback: asText,
    implementedOn: asText,
    checkUntil: asText,
    effectiveness: asText,
    because: asText,
  }),
};

function dueOf({ status, implementOn, checkUntil }: ChangeControl): Pick<EntryStanding, 'due'> {
  if (status === 'approved') return { due: [{ what: 'implementation', on: implementOn }] };
  return status === 'implemented' ? { due: [{ what: 'effectiveness check', on: checkUntil }] } : {};
}
