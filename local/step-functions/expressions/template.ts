import jsonata from 'jsonata';
import { isObject } from '../json.ts';

/** True for a string that the service evaluates: `{% … %}` and nothing around it. */
export function isExpression(text: unknown): text is `{%${string}%}` {
  return typeof text === 'string' && text.startsWith('{%') && text.endsWith('%}') && text.length >= 4;
}

/** The JSONata text between the marks. */
export function expressionText(text: string): string {
  return text.slice(2, -2).trim();
}

const compiled = new Map<string, jsonata.Expression>();

/**
 * The compiled expression; compiling costs far more than evaluating, so each text is compiled once per process.
 * @throws the error of JSONata when the text is no expression
 */
export function compile(text: string): jsonata.Expression {
  let expression = compiled.get(text);
  if (expression === undefined) {
    expression = jsonata(text);
    compiled.set(text, expression);
  }
  return expression;
}

/** Calls `visit` for every string in a field, with the path to it (`Arguments/Payload/token`). */
export function eachString(value: unknown, path: string, visit: (text: string, path: string) => void): void {
  if (typeof value === 'string') visit(value, path);
  else if (Array.isArray(value)) value.forEach((item, index) => void eachString(item, `${path}[${index}]`, visit));
  else if (isObject(value))
    for (const [key, member] of Object.entries(value)) eachString(member, `${path}/${key}`, visit);
}
