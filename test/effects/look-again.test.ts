import { expect, test } from 'vitest';
import { protocols } from '../../lambdas/adapters/protocols.ts';
import type { JourneySummary } from '../../lambdas/domain/journey/summary.ts';
import type { JourneyStore } from '../../lambdas/domain/ports.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { lookAgain } from '../../lambdas/effects/look-again.ts';
import { JOURNEY_ID } from '../support/journey-driver.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { kept, siteOf, vessel } from '../support/registers.ts';
import { Walk } from '../support/walk.ts';

const first = kept(vessel({ name: 'vessel 2' }));

/** A receipt that is accepted, and what is found once its vessel is closed so long afterwards. */
async function foundAfter(time: string, site = 'site-1') {
  const walk = new Walk();
  const step = walk.to('Accept receipt');
  walk.journey.readiness = siteOf(first);
  expect(walk.journey.sign(step, 'accepted').ok).toBe(true);
  const changedAt = walk.journey.now;
  const at = plus(changedAt, time, 'UTC');
  const closed = kept(vessel({ name: 'vessel 2', status: 'QUARANTINED', because: 'alarm' }), {
    at,
    before: first.record,
  });
  const memory = new MemoryStore();
  memory.events.push(...walk.journey.events);
  const line = { journeyId: JOURNEY_ID, site, status: 'open', changedAt } as unknown as JourneySummary;
  const store = Object.assign(memory, { list: async () => ({ journeys: [line] }) }) as unknown as JourneyStore;
  await lookAgain(
    {
      store,
      protocols,
      release: { version: '0.0.0', commit: 'unreleased' },
      now: () => at,
      registers: {
        of: async () => [first.record, closed.record],
        readiness: async () => siteOf(first, closed),
      },
    },
    { ...closed.record, kind: 'look-again', readiness: 2 },
  );
  const added = memory.events.slice(walk.journey.events.length);
  return added.filter(({ type }) => type === 'deviation.opened').length;
}

test('what was signed minutes before an entry was closed is a deviation; what was signed long before, or elsewhere, is not looked at', async () => {
  expect(await foundAfter('PT10M')).toBe(1);
  expect(await foundAfter('PT16M')).toBe(0);
  expect(await foundAfter('PT10M', 'site-2')).toBe(0);
});
