export type WrittenNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: 'not-a-number' | 'not-a-whole-number' | 'ambiguous-number' };

const DECIMAL = /^-?\d{1,15}([.,]\d{1,15})?(e[+-]?\d{1,3})?$/i;
/** 1.500 and 1,500 are a thousand to one reader and a decimal to another; 0.125 and 1500 are not. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * A number as a person writes it, in any language: point or comma is the decimal mark, there are no thousands
 * separators, and what could be either is refused rather than guessed.
 */
export function writtenNumber(text: string, whole: boolean): WrittenNumber {
  if (whole) {
    return /^-?\d{1,15}$/.test(text) ? { ok: true, value: Number(text) } : { ok: false, problem: 'not-a-whole-number' };
  }
  if (AMBIGUOUS.test(text)) return { ok: false, problem: 'ambiguous-number' };
  const value = DECIMAL.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, problem: 'not-a-number' };
}
