import { instant } from '../../lambdas/domain/time.ts';
import { localTime } from '../../lambdas/pages/form/local-time.ts';

/** Beginning and end of a shift as people write them in a file, each in a group. */
export const FROM_UNTIL = String.raw`(\d{4}-\d\d-\d\d \d\d:\d\d)\s+(?:-|to|until)?\s*(\d{4}-\d\d-\d\d \d\d:\d\d)`;

/** The line without what follows a `#`. */
export const withoutRemark = (written: string): string => written.replace(/(^|\s)#.*$/, '').trim();

/** The same as instants, or in words what is wrong with them. */
export function stretchIn(begins: string, ends: string, zone: string): { from: string; until: string } | string {
  const [from, until] = [begins, ends].map((text) => localTime(text.replace(' ', 'T'), zone));
  if (from?.ok !== true || until?.ok !== true) return `expected times that there are in ${zone}`;
  const stretch = { from: instant.parse(from.value), until: instant.parse(until.value) };
  return stretch.until <= stretch.from ? 'expected a shift that ends after it begins' : stretch;
}
