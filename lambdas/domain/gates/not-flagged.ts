import { raisedFlags } from '../journey/flags.ts';
import type { Flag } from '../vocabulary.ts';
import { closed, type Gate, OPEN } from './gate.ts';

const gateOf = (flag: Flag): Gate => ({
  name: `not-flagged-${flag}`,
  class: 'never',
  judge: ({ state }) =>
    raisedFlags(state).has(flag)
      ? closed(`The flag ${flag} is raised. A physician reviews it and may clear it.`)
      : OPEN,
});

const gates: Readonly<Record<Flag, Gate>> = {
  'do-not-ship': gateOf('do-not-ship'),
  'do-not-condition': gateOf('do-not-condition'),
  'do-not-thaw': gateOf('do-not-thaw'),
};

/** A flag a physician raised is not raised any more (E11). */
export const notFlagged = (flag: Flag): Gate => gates[flag];
