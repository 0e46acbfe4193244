import { consentsTo } from '../journey/consents.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** A report to the registry rests on a consent of its own (clinical-pathway 1.5). */
export const consentToRegistry: Gate = {
  name: 'consent-to-registry',
  class: 'never',
  judge: ({ state, now }) =>
    consentsTo(state, 'registry', now) ? OPEN : closed('The patient does not consent to the registry.'),
};

/** Fates by which somebody used or disposed of material; what was lost, never came or is only kept here was not. */
const DISPOSED: readonly unknown[] = ['destroyed', 'returned-to-maker', 'kept-by-maker', 'retained-as-sample'];

/** What becomes of unused material rests on a consent of its own (clinical-pathway 1.5, E26). */
export const consentToDisposal: Gate = {
  name: 'consent-to-disposal',
  class: 'never',
  judge: ({ state, evidence, now }) => {
    if (consentsTo(state, 'unusedMaterial', now)) return OPEN;
    const rows = [evidence.accounts, evidence.donationAccounts].flatMap((list) => (Array.isArray(list) ? list : []));
    // Before anything is filled in, whoever accounts is told that it would be against the consent.
    const isDisposed = rows.length === 0 || rows.some(({ fate }) => DISPOSED.includes(fate));
    return isDisposed
      ? closed('The patient does not consent to the use or disposal of unused material. Ask the physician first.')
      : OPEN;
  },
};
