import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { checkSigners } from '../../../lambdas/domain/audit/signed-by-whom.ts';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';
import { GO_BASES } from '../../../lambdas/domain/protocol/terms.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { RandomWalk, randomActs, setOut } from '../../support/random-walk.ts';
import { Walk } from '../../support/walk.ts';
import { walks } from '../../support/walks.ts';

/** Walks in one run of the tests; `npm run soak` searches longer. */
const WALKS = 6;

/** Three visits, so that a walk can come to the end of the plan; conditioning as early as the site lets it. */
function protocolWith(goBasis: (typeof GO_BASES)[number]): Protocol {
  const { conditioning, followUp } = PROTOCOL;
  if (conditioning === undefined) throw new Error('expected a protocol with conditioning');
  return {
    ...PROTOCOL,
    conditioning: { ...conditioning, goBasis: { ...conditioning.goBasis, value: goBasis } },
    followUp: { ...followUp, visits: followUp.visits.filter((_, index) => index % 8 === 5) },
  };
}

test('whatever people, the service and operations do: never stuck, nothing lost, nothing authorised against a gate', () => {
  fc.assert(
    fc.property(setOut, randomActs, fc.constantFrom(...GO_BASES), (from, acts, goBasis) => {
      const walk = new Walk({ protocol: protocolWith(goBasis), policy: { ...STRICTEST_POLICY, goBasis } });
      walk.to(from);
      const random = new RandomWalk(walk);
      for (const act of acts) {
        if (walk.journey.state.closed !== undefined) break;
        random.perform(act);
      }
      random.finish();
      const { state, events } = walk.journey;
      expect(state.closed).toBeDefined();
      expect(random.faultNow()).toBeUndefined();
      expect(verifyChain(events)).toMatchObject({ verified: true, events: events.length });
      expect(checkSigners(events, { version: '0.1.0', commit: 'test' })).toEqual({ findings: [], notes: [] });
      expect(fold(events)).toEqual(state);
    }),
    walks(WALKS),
  );
});
