import * as z from 'zod';
import { sampleNotBefore } from '../journey/donor-tests.ts';
import { latestDecision } from '../journey/state.ts';
import { instant } from '../time.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

const collected = z.object({ endedAt: instant });
const tested = z.object({ sampledAt: instant });

/** The donor's sample lies in its window before the collection, as the slot stands now, or as the collection took place. */
export const donorTestsInWindow: Gate = {
  name: 'donor-tests-in-window',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, evidence }) => {
    const took = collected.safeParse(evidence);
    const earliest = took.success
      ? sampleNotBefore(state, protocol, took.data.endedAt)
      : sampleNotBefore(state, protocol);
    if (earliest === undefined) return OPEN;
    const read = tested.safeParse(latestDecision(state, 'Check donor tests')?.evidence);
    if (!read.success) return unknown('No donor tests are recorded, so their window is not known.');
    const { sampledAt } = read.data;
    return sampledAt >= earliest
      ? OPEN
      : closed(`The donor's sample was taken ${sampledAt}, expected not before ${earliest}. Test again for new slots.`);
  },
};
