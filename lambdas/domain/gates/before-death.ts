import { diedBy } from '../journey/death.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Nothing is done for a patient after the death that two people confirmed; what was done before it can be written down later. */
export const beforeDeath: Gate = {
  name: 'before-death',
  class: 'never',
  byTime: true,
  judge: ({ state, now }) => {
    const died = diedBy(state);
    return died === undefined || now < died
      ? OPEN
      : closed(`The patient had died by ${died}, as two people confirmed.`);
  },
};
