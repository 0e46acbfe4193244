import { everyAuthorisation } from '../../lambdas/domain/gates/every-authorisation.ts';
import type { Gate } from '../../lambdas/domain/gates/gate.ts';
import { PROCEDURE_EFFECTIVE } from '../../lambdas/domain/gates/registers/procedure-effective.ts';
import { reports } from '../../lambdas/domain/reports/index.ts';
import { COMPETENT } from '../../lambdas/domain/sign-off/competence-gate.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';

type Guarded = { readonly [list in 'gates' | 'deviations' | 'excursions' | 'foreseen']?: readonly Gate[] };

const gatesOf = ({ gates = [], deviations = [], excursions = [], foreseen = [] }: Guarded): readonly Gate[] => [
  ...gates,
  ...deviations,
  ...excursions,
  ...foreseen,
];

/** Names of all gates that a step, an item of a checklist or a report asks. */
export const knownGates = (): ReadonlySet<string> =>
  new Set([
    COMPETENT,
    PROCEDURE_EFFECTIVE,
    ...everyAuthorisation.map(({ name }) => name),
    ...Object.values(steps).flatMap(({ decisions, checklist }) =>
      [...Object.values(decisions), ...(checklist?.items ?? [])].flatMap(gatesOf).map(({ name }) => name),
    ),
    ...Object.values(reports).flatMap(({ deviations = [] }) => deviations.map(({ name }) => name)),
  ]);
