import { taskOf } from '../../lambdas/domain/competence/tasks.ts';
import { closed, type Gate } from '../../lambdas/domain/gates/gate.ts';
import { PROCEDURE_EFFECTIVE } from '../../lambdas/domain/gates/registers/procedure-effective.ts';
import { documentVersion } from '../../lambdas/domain/registers/document-version.ts';
import { gatesOf } from '../../lambdas/domain/sign-off/checks.ts';
import { COMPETENT, competenceGates } from '../../lambdas/domain/sign-off/competence-gate.ts';
import type { Signer } from '../../lambdas/domain/sign-off/permission.ts';
import { gatesAsked } from '../../lambdas/domain/sign-off/procedure-gate.ts';
import { steps } from '../../lambdas/domain/steps/index.ts';
import type { ChecklistItem } from '../../lambdas/domain/steps/step.ts';
import { STEPS, type StepName } from '../../lambdas/domain/vocabulary.ts';
import type { JourneyDriver } from './journey-driver.ts';
import { aReadinessOf, standingEntry } from './register-entries.ts';
import { LAPSED_CHECKER } from './scenes.ts';

/** A decision or an item of a checklist, and the gates each of which refuses it. */
export interface Refusing {
  readonly step: StepName;
  readonly decision?: string;
  readonly item?: ChecklistItem;
  readonly gates: readonly Gate[];
}

/** Beside the form of every step, so that its gate is asked everywhere. */
export const PROCEDURE = { id: 'SOP-1', version: '1' } as const;

/** Everything that a gate refuses, by the definitions of the steps: of a gate that is new there, too. */
export const everythingRefusing: readonly Refusing[] = STEPS.flatMap((step): Refusing[] => {
  const { decisions, checklist } = steps[step];
  const beside = { step, procedure: PROCEDURE, openedAt: '2026-01-01T00:00:00.000Z' };
  return [
    ...Object.entries(decisions).map(([decision, definition]) => ({
      step,
      decision,
      gates:
        definition.kind === 'authorise'
          ? [...gatesAsked(beside, definition), ...competenceGates({ step }, undefined, {}, {})]
          : gatesOf(definition),
    })),
    ...(checklist?.items ?? []).map((item) => ({ step, item, gates: item.gates })),
  ].filter(({ gates }) => gates.length > 0);
});

/** Whether a gate judges something that only one step has, and so is made for each signature: the person, the procedure. */
const isMade = ({ name }: Gate): boolean => name === COMPETENT || name === PROCEDURE_EFFECTIVE;

const WITHDRAWN = aReadinessOf(
  standingEntry({
    serves: [PROCEDURE.id, documentVersion(PROCEDURE.id, PROCEDURE.version)],
    closedBecause: 'withdrawn',
  }),
);

/** What of whoever acts closes a gate about people. */
export function lapsedIn({ step, gates }: Refusing): Pick<Signer, 'competence'> {
  const task = taskOf(step);
  const assessments = LAPSED_CHECKER.competence?.['order-verification'];
  return task === undefined || assessments === undefined || !gates.some(({ name }) => name === COMPETENT)
    ? {}
    : { competence: { [task]: assessments } };
}

/**
 * Tries something while these gates are closed, whatever they look at. A gate is an object that the definitions share, so that its verdict
 * is planted there, as violations are planted for the lint rules; those of person and procedure are closed by a lapsed assessment (`lapsedIn`)
 * and a register in which the procedure is withdrawn.
 */
export function whileClosed<T>(journey: JourneyDriver, gates: readonly Gate[], tries: () => T): T {
  const judges = new Map(gates.filter((gate) => !isMade(gate)).map((gate) => [gate, gate.judge]));
  const { readiness } = journey;
  for (const gate of judges.keys()) Object.assign(gate, { judge: () => closed(`Planted: ${gate.name} is closed.`) });
  if (gates.some(({ name }) => name === PROCEDURE_EFFECTIVE)) journey.readiness = WITHDRAWN;
  try {
    return tries();
  } finally {
    for (const [gate, judge] of judges) Object.assign(gate, { judge });
    journey.readiness = readiness;
  }
}
