import type { ChoiceState } from '../definition/schema.ts';
import { StatesError } from '../errors.ts';
import { failure } from '../expressions/evaluate.ts';
import { expressionText } from '../expressions/template.ts';
import type { Json } from '../json.ts';
import { conclude, evaluate, place, type Visit } from './frame.ts';

/**
 * Goes the way of the first rule that is true, else of Default; each way has its own Output and Assign.
 * @throws {StatesError} States.NoChoiceMatched, or States.QueryEvaluationError when a condition is no boolean
 */
export async function runChoice(state: ChoiceState, visit: Visit): Promise<{ output: Json; next: string }> {
  for (const [index, rule] of state.Choices.entries()) {
    const path = `Choices[${index}]/`;
    const holds = await evaluate(visit, rule.Condition, `${path}Condition`);
    if (typeof holds !== 'boolean') {
      const got = `returned an unexpected result type. Expected 'boolean', but was '${kind(holds)}'.`;
      throw failure(expressionText(rule.Condition), `${path}Condition`, { place: place(visit) }, got);
    }
    if (holds) return { output: await conclude(visit, rule, visit.input, {}, path), next: rule.Next };
  }
  if (state.Default === undefined) {
    throw new StatesError('States.NoChoiceMatched', `No choice rule of ${place(visit)} is true and it has no Default.`);
  }
  return { output: await conclude(visit, state, visit.input), next: state.Default };
}

function kind(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
