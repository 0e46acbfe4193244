import { StatesError } from '../errors.ts';
import { isObject, type Json, toJson } from '../json.ts';
import { compile, expressionText, isExpression } from './template.ts';

/** The value of `$states`. */
export interface StatesVariable {
  input: Json;
  result?: Json;
  errorOutput?: Json;
  context: Json;
}

/** Everything an expression can see. */
export interface Visible {
  states: StatesVariable;
  variables: Readonly<Record<string, Json>>;
  functions: Readonly<Record<string, unknown>>;
  /** Where we are, for the error: `the state 'Collect' (entered at the event id #6)`. */
  place: string;
}

/**
 * A field of a state with every expression in it replaced by its value.
 * @throws {StatesError} States.QueryEvaluationError when an expression fails, gives nothing, or gives no JSON
 */
export async function evaluateField(field: Json, path: string, visible: Visible): Promise<Json> {
  if (isExpression(field)) return evaluateExpression(expressionText(field), path, visible);
  if (Array.isArray(field)) {
    const items: Json[] = [];
    for (const [index, item] of field.entries()) items.push(await evaluateField(item, `${path}[${index}]`, visible));
    return items;
  }
  if (isObject(field)) {
    const members: { [key: string]: Json } = {};
    for (const [key, member] of Object.entries(field))
      members[key] = await evaluateField(member, `${path}/${key}`, visible);
    return members;
  }
  return field;
}

async function evaluateExpression(text: string, path: string, visible: Visible): Promise<Json> {
  let value: unknown;
  try {
    value = await compile(text).evaluate(undefined, {
      ...visible.functions,
      ...visible.variables,
      states: visible.states,
    });
  } catch (thrown) {
    throw failure(text, path, visible, `threw an error during evaluation. ${describe(thrown)}`);
  }
  if (value === undefined) throw failure(text, path, visible, 'returned nothing (undefined).');
  try {
    return toJson(value);
  } catch (thrown) {
    throw failure(text, path, visible, `returned ${describe(thrown)}.`);
  }
}

/** The error the service reports for an expression, in its words. */
export function failure(text: string, path: string, visible: { place: string }, what: string): StatesError {
  return new StatesError(
    'States.QueryEvaluationError',
    `An error occurred while executing ${visible.place}. The JSONata expression '${text}' specified for the field '${path}' ${what}`,
  );
}

function describe(thrown: unknown): string {
  if (thrown instanceof Error) return thrown.message;
  // JSONata throws plain objects with code, position and message.
  if (isObject(thrown)) return [thrown.code, thrown.message].filter((part) => part !== undefined).join(': ');
  return String(thrown);
}
