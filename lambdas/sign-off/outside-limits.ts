import { RECORD, type Submission } from '../domain/sign-off/submission.ts';
import { steps } from '../domain/steps/index.ts';
import type { Outside } from '../domain/steps/limits.ts';
import type { ChecklistItem, DecisionDefinition } from '../domain/steps/step.ts';
import type { Problem } from '../pages/views.ts';
import type { OpenedStep } from './opened-step.ts';

/**
 * What a page asks once more before it is signed: a value is outside its limits, and nobody has described the deviation yet. The value may be
 * mistyped; if it is as it was, both are signed in one decision. Programs are not asked: what they record raises the deviation by itself.
 */
export function askedOnceMore(opened: OpenedStep, { decision, evidence }: Submission): Problem | undefined {
  if (evidence.deviation !== undefined) return undefined;
  const definition = definitionOf(opened, decision, evidence);
  const outside = definition?.limits?.({ protocol: opened.protocol, evidence }) ?? [];
  if (definition === undefined || outside.length === 0 || !isPlausible(definition, evidence)) return undefined;
  const values = outside.map(
    ({ path, expected }: Outside) => [`evidence.${path}`, `outside-limits ${expected}`] as const,
  );
  return {
    message: 'outside-limits',
    fieldErrors: { ...Object.fromEntries(values), 'evidence.deviation': 'describe-deviation' },
  };
}

function definitionOf(
  { step: { step } }: OpenedStep,
  decision: string,
  { item }: Submission['evidence'],
): DecisionDefinition | ChecklistItem | undefined {
  const { decisions, checklist } = steps[step];
  return decision === RECORD
    ? checklist?.items.find((one) => one.item === item)
    : Object.hasOwn(decisions, decision)
      ? decisions[decision]
      : undefined;
}

/** What cannot be at all is a mistake of typing, and is told as one. */
function isPlausible(definition: DecisionDefinition | ChecklistItem, evidence: Submission['evidence']): boolean {
  if ('evidence' in definition) return definition.evidence().safeParse(evidence).success;
  const { item: _item, ...values } = evidence;
  return definition.values().safeParse(values).success;
}
