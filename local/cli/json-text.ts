import { readFileSync } from 'node:fs';
import { Trouble } from './trouble.ts';

/** The JSON object an option was given. What was typed is not repeated: it can be evidence about a patient. */
export function jsonOption(option: string, text: string): Readonly<Record<string, unknown>> {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  const got = value === undefined ? 'text that is not JSON' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  throw new Trouble(`${option}: expected a JSON object such as '{"name": "value"}', got ${got}`);
}

/** The text of a file. */
export function textFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Trouble(`${path}: expected a file that can be read`, { cause });
  }
}

/** The JSON value of a file. */
export function jsonFile(path: string): unknown {
  const value = parsed(textFile(path));
  if (value === undefined) throw new Trouble(`${path}: expected JSON, got text that is not JSON`);
  return value;
}

/** Undefined for what is not JSON, which no JSON text gives. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
