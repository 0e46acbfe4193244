import type { StatedValue } from '../events/data.ts';

/**
 * Fields of evidence that limit what may be done, wherever they stand, each with the reading that allows less. A new one belongs
 * here. A date that is only planned is none: nothing is authorised because it is later.
 */
export const LIMIT_FIELDS: Readonly<Record<string, 'lower' | 'higher'>> = {
  atLeast: 'higher',
  atMost: 'lower',
  drivesAgainFrom: 'higher',
  exemptedUntil: 'lower',
  expiresOn: 'lower',
  heldUntil: 'lower',
  mustLeaveBy: 'lower',
  qualifiedUntil: 'lower',
  staysNearUntil: 'higher',
  validUntil: 'lower',
};

/** Whether a limit at this path would allow more than it does: instants and days compare as they are written. */
export function allowsMore(path: string, stands: StatedValue, to: StatedValue): boolean {
  const name = path.split('.').at(-1) ?? '';
  const stricter = Object.hasOwn(LIMIT_FIELDS, name) ? LIMIT_FIELDS[name] : undefined;
  return stricter !== undefined && (stricter === 'lower' ? to > stands : to < stands);
}
