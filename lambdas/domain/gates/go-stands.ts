import { goOf } from '../journey/go.ts';
import { minuteOf } from '../time.ts';
import { closed, type Gate, OPEN } from './gate.ts';

const gateOf = (kind: 'conditioning' | 'thaw'): Gate => ({
  name: `go-stands-${kind}`,
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now }) => {
    const go = goOf(state, protocol, kind);
    if (go === undefined) return closed('No GO was given.');
    if (go.reopenedBy !== undefined) return closed(`The GO was reopened by a new ${go.reopenedBy}. It is given anew.`);
    if (minuteOf(now) < minuteOf(go.from)) return closed(`The GO was given at ${go.from}, later than this.`);
    return now <= go.endsAt ? OPEN : closed(`The GO ended at ${go.endsAt}. It is given anew.`);
  },
});

const gates = { conditioning: gateOf('conditioning'), thaw: gateOf('thaw') } as const;

/** A GO counts for as long as protocol and site say, and until a new hold, flag, result or date reopens it. */
export const goStands = (kind: 'conditioning' | 'thaw'): Gate => gates[kind];
