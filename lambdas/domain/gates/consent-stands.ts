import { NEEDED_CONSENTS, withdrawnConsents } from '../journey/consents.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Nothing is authorised on a patient who took back the consent it rests on. */
export const consentStands: Gate = {
  name: 'consent-stands',
  class: 'never',
  judge: ({ state }) => {
    const withdrawn = withdrawnConsents(state).filter((kind) => NEEDED_CONSENTS.includes(kind));
    return withdrawn.length === 0
      ? OPEN
      : closed(`Consent was withdrawn (${withdrawn.join(', ')}). A physician decides what follows.`);
  },
};
