import { expect, test } from 'vitest';
import { readinessThenOf } from '../../lambdas/sign-off/registers-read.ts';
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
