import type { FormValues } from '../views.ts';
import { withoutBlankRows } from './rows.ts';

/** A form of ours is a few kilobytes; what is far above that is not a person writing. */
const MAX_BODY = 256 * 1024;
const MAX_PAIRS = 400;
const NAME = /^[A-Za-z][A-Za-z0-9.-]{0,199}$/;

export type Posted =
  | { readonly ok: true; readonly values: ReadonlyMap<string, readonly string[]> }
  | { readonly ok: false; readonly problem: 'too-large' | 'not-readable' };

/**
 * The pairs of an `application/x-www-form-urlencoded` body by name, in a Map: no name can reach a prototype. Line ends
 * become `\n`, outer spaces go (a pasted identifier brings them along), except in the PIN. Rows left blank are left out.
 */
export function readPosted(body: string): Posted {
  if (body.length > MAX_BODY) return { ok: false, problem: 'too-large' };
  const values = new Map<string, string[]>();
  let pairs = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    pairs += 1;
    if (pairs > MAX_PAIRS) return { ok: false, problem: 'too-large' };
    if (!NAME.test(name)) return { ok: false, problem: 'not-readable' };
    const text = name === 'pin' ? value : value.replace(/\r\n?/g, '\n').trim();
    values.set(name, [...(values.get(name) ?? []), text]);
  }
  return { ok: true, values: withoutBlankRows(values) };
}

/** Control characters (a line end apart) and bytes that are not UTF-8 cannot be shown again as they were signed. */
export const isText = (value: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  !/[\u0000-\u0008\u000b-\u001f\u007f\ufffd]/.test(value) && value.isWellFormed();

/** What was posted, for showing it again. Never the PIN. */
export const shownAgain = (values: ReadonlyMap<string, readonly string[]>): FormValues =>
  Object.fromEntries([...values].filter(([name]) => name !== 'pin'));
