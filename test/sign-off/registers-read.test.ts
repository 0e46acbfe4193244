import { expect, test } from 'vitest';
import { plannedDayZero } from '../../lambdas/domain/journey/conditioning.ts';
import { type SitePolicy, STRICTEST_POLICY } from '../../lambdas/domain/journey/site-policy.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import { minus, plus } from '../../lambdas/domain/time.ts';
import { readinessOf, readinessOfStep, readinessThenOf } from '../../lambdas/sign-off/registers-read.ts';
import { FULL_SHIFT, shiftOf } from '../support/on-duty.ts';
import { kept, siteOf, vessel } from '../support/registers.ts';
import { Walk } from '../support/walk.ts';

test('what is corrected reads the records of the registers only where it was judged by them, as of any instant', async () => {
  const walk = new Walk();
  walk.to('Accept receipt');
  walk.decide('Accept receipt');
  const { state, events } = walk.journey;
  const one = kept(vessel(), { at: '2026-01-05T08:00:00.000Z' });
  const sites: string[] = [];
  const records = async (site: string) => {
    sites.push(site);
    return [one.record];
  };
  const read = (step: 'Accept receipt' | 'Confirm consent') =>
    readinessThenOf({ registers: { records } }, { state, events }, walk.journey.step(step).decision?.seq ?? 0);
  expect(await read('Confirm consent')).toBeUndefined();
  expect(sites).toEqual([]);
  const at = await read('Accept receipt');
  expect(sites).toEqual([state.site.id]);
  expect(at?.('2026-01-05T08:00:00.000Z').entries).toEqual(siteOf(one).entries);
  expect(at?.('2026-01-05T07:59:59.999Z').entries).toEqual([]);
});

test('who is on site is read for every time that the GO for thaw can be asked about, at a site that asks for it alone', async () => {
  const opened = (policy: SitePolicy) => {
    const walk = new Walk({ policy });
    walk.journey.onDuty = shiftOf(FULL_SHIFT);
    walk.to('Give GO for thaw');
    const { events, state, bindings, protocol, now } = walk.journey;
    const step = walk.journey.step('Give GO for thaw');
    const stored = { events, state, head: '', revision: events.length, bindings };
    return { hash: 'link', nonceKey: 'key', expiresAt: now, ref: step, stored, step, protocol };
  };
  const asked: (readonly string[])[] = [];
  const sites: string[] = [];
  const depsAt = (now: string) => ({
    now: () => now,
    staff: {
      find: async () => undefined,
      onDuty: async (_site: string, times: readonly string[]) => {
        asked.push(times);
        return { people: [] };
      },
    },
    registers: {
      readiness: async (site: string) => {
        sites.push(site);
        return noReadiness(site);
      },
      records: async () => [],
    },
  });
  const one = opened({ ...STRICTEST_POLICY, shiftCover: {} });
  const dayZero = plannedDayZero(one.stored.state) ?? '';
  const now = plus(dayZero, 'PT1H', 'UTC');
  const submission = { signer: 's', contentHash: '', nonce: '', decision: 'go', evidence: {} };
  const infusionAgreedFor = plus(now, 'PT30M', 'UTC');
  const signed = await readinessOf(depsAt(now), one, { ...submission, evidence: { infusionAgreedFor } });
  expect(signed).toMatchObject({ now: { version: 0 }, onDuty: { people: [] } });
  await readinessOfStep(depsAt(minus(dayZero, 'P1D', 'UTC')), one, {});
  expect(asked).toEqual([[infusionAgreedFor, now], [dayZero]]);
  const other = opened(STRICTEST_POLICY);
  expect(await readinessOf(depsAt(now), other, submission)).toBeUndefined();
  expect(await readinessOfStep(depsAt(now), other, {})).toEqual({ readiness: undefined, onDuty: undefined });
  expect(sites).toHaveLength(2);
});
