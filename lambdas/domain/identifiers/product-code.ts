import * as z from 'zod';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { describeMisfit, positions } from './describe-text.ts';
import { readBy } from './read-schema.ts';

// ISBT 128 data structure 003: five characters of product description, then three whose meaning depends on the first
// (and, for X and Y, the second). Which descriptions exist is the licensed part of the standard and not known here.
const BARCODE_PREFIX = '=<';
const CATEGORY = /[A-FHMNPR-TV-Y]/;
const PATTERN = [CATEGORY, ...positions(/[A-Z0-9]/, 4), ...positions(/[A-Za-z0-9]/, 3)];
const FORM = /^[A-FHMNPR-TV-Y][A-Z0-9]{4}[A-Za-z0-9]{3}$/;
const WITH_COLLECTION_TYPE = /^(?:[EFHPS]|X0|Y[A-Z])/;
const WITH_NUMBERED_DIVISION = /^[MNRTVW]/;
const LETTERED = /^[A-Z0-9](?:00|99|[A-Z][0a-z])$/;
const NUMBERED = /^\d{3}$/;
const EXPECTED = 'a product code of 8 characters (as S1127100), alone or scanned as =<…';
/** Autologous use only, without and with a biohazard. */
const AUTOLOGOUS_ONLY = ['1', 'X'];

const canonical = z.string().regex(FORM).brand('ProductCode');
/** Capital and small letters differ: `A0` and `a0` are not the same division. */
export type ProductCode = z.infer<typeof canonical>;

/** An ISBT 128 product code, taken in every form of `readProductCode` and kept as its 8 characters. */
export const productCodeSchema = readBy(readProductCode).brand('ProductCode');

/** Reads a product code as typed (spaces and hyphens forgiven, never the case) or scanned. Refuses as `invalid`. */
export function readProductCode(text: string): Outcome<ProductCode> {
  const raw = text.trim();
  const code = raw.startsWith(BARCODE_PREFIX) ? raw.slice(BARCODE_PREFIX.length) : raw.replace(/[\s-]/g, '');
  if (!FORM.test(code)) {
    const got = describeMisfit(code, PATTERN);
    return refuse('invalid', `Product code: expected ${EXPECTED}, got ${got}. Scan the label or type it again.`);
  }
  const last = code.slice(5);
  if (WITH_COLLECTION_TYPE.test(code) && !LETTERED.test(last)) {
    return refuse(
      'invalid',
      'Product code: expected after the collection type a division of a capital and a small letter (A0, Ab), 00 or 99, got others. Mind the case.',
    );
  }
  if (WITH_NUMBERED_DIVISION.test(code) && !NUMBERED.test(last)) {
    return refuse('invalid', 'Product code: expected a division of three digits at the end, got other characters.');
  }
  return ok(canonical.parse(code));
}

export interface ProductCodeParts {
  /** The five characters that stand for the product in the licensed register. */
  readonly description: string;
  /** What the collection was for (1 autologous use only, V volunteer …), where this category of product has it. */
  readonly collectionType?: string;
  /** Which part of a divided product: two characters beside a collection type, else three. Zeros: not divided. */
  readonly division: string;
  /** The division is longer and stands in a code of its own (data structure 032), without which this one is incomplete. */
  readonly divisionElsewhere: boolean;
}

export function productCodeParts(code: ProductCode): ProductCodeParts {
  const description = code.slice(0, 5);
  const divisionElsewhere = code.endsWith('99');
  return WITH_COLLECTION_TYPE.test(code)
    ? { description, collectionType: code.charAt(5), division: code.slice(6), divisionElsewhere }
    : { description, division: code.slice(5), divisionElsewhere };
}

/** Whether the label says that it is for somebody else: a code without a collection type does not say for whom it is. */
export const isForOthers = (code: ProductCode): boolean =>
  productCodeParts(code).collectionType !== undefined && !isAutologousOnly(code);

/** Whether the label says "for autologous use only" (collection type 1 or X): what an autologous apheresis must bear. */
export function isAutologousOnly(code: ProductCode): boolean {
  const { collectionType } = productCodeParts(code);
  return collectionType !== undefined && AUTOLOGOUS_ONLY.includes(collectionType);
}
