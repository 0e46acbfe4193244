import type { IsbtStructure } from './isbt-structure.ts';
import { type ProductCode, productCodeParts } from './product-code.ts';
import { type SingleEuropeanCode, secParts } from './sec.ts';

const NUMBERED_SPLIT = /^[RTV]/;
const LETTERED_SPLIT = /^S/;

/**
 * The split number a Single European Code bears for a product code (ICCBBA ST-012): the last three characters of tissue,
 * ocular and reproductive products, a zero and the division of cells. Undefined where the document gives no rule: other
 * categories, and divisions that stand in a code of their own and do not fit.
 */
export function splitOf(code: ProductCode): string | undefined {
  if (NUMBERED_SPLIT.test(code)) return code.slice(5);
  const { division, divisionElsewhere } = productCodeParts(code);
  return LETTERED_SPLIT.test(code) && !divisionElsewhere ? `0${division}` : undefined;
}

type Kind = IsbtStructure['kind'];
type Of<K extends Kind> = Extract<IsbtStructure, { readonly kind: K }>;

const all = <K extends Kind>(structures: readonly IsbtStructure[], kind: K): readonly Of<K>[] =>
  structures.filter((one): one is Of<K> => one.kind === kind);

/**
 * What on one label contradicts itself, in words, empty when all agrees: two different donations, products or chains of
 * identity, or a Single European Code that names another donation, product, split or day of expiry than the label.
 * Codes of other systems are not compared with ISBT 128, and
 * neither a code without expiry nor a time in UTC contradicts a local day.
 */
export function contradictionsIn(structures: readonly IsbtStructure[]): readonly string[] {
  const donations = new Set(all(structures, 'din').map(({ number }) => String(number)));
  const products = new Set(all(structures, 'product-code').map(({ code }) => code));
  const identities = new Set(all(structures, 'chain-of-identity').map(({ value }) => value));
  const local = all(structures, 'expiry').filter(({ at }) => at.zone === undefined);
  const expiries = new Set(local.map(({ at }) => at.day));
  const found: string[] = [];
  if (donations.size > 1) found.push(`expected one donation number, got ${donations.size} different ones`);
  if (products.size > 1) found.push(`expected one product code, got ${products.size} different ones`);
  if (identities.size > 1) found.push(`expected one chain of identity, got ${identities.size} different ones`);
  if (expiries.size > 1) found.push(`expected one expiry, got ${expiries.size} different days`);
  for (const { code } of all(structures, 'sec')) {
    const { coding, donation, expiresOn } = secParts(code);
    if (coding === 'isbt128' && donations.size > 0 && !donations.has(donation)) {
      found.push('expected the donation of the label in the Single European Code, got another');
    }
    if (coding === 'isbt128' && [...products].some((product) => !isOfProduct(code, product))) {
      found.push('expected the product of the label in the Single European Code, got another');
    }
    if (expiresOn !== null && expiries.size > 0 && !expiries.has(expiresOn)) {
      found.push('expected the expiry of the label in the Single European Code, got another day');
    }
  }
  return found;
}

function isOfProduct(sec: SingleEuropeanCode, code: ProductCode): boolean {
  const { product, split } = secParts(sec);
  const expectedSplit = splitOf(code);
  return product === `00${code.slice(0, 5)}` && (expectedSplit === undefined || split === expectedSplit);
}
