import { afterAll, beforeAll, expect, test } from 'vitest';
import { momentAt } from '../../local/scenario/moment.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { orderEvidence } from '../../scenarios/usual-evidence.ts';
import { type Bench, COURSE, startBench, ZONE } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench?.stop());

test('the same decision sent again, in whatever order its evidence is written, gets the same answer', async () => {
  const url = `${bench.stack.url}${await bench.linkTo('Confirm eligibility')}`;
  const shown = (await (await fetch(url, { headers: { accept: 'application/json' } })).json()) as Record<
    string,
    string
  >;
  const { contentHash, nonce } = shown;
  const send = async (evidence: unknown) => {
    const body = { signer: 'physician', pin: EXAMPLE_PIN, contentHash, nonce, decision: 'eligible', evidence };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const reply = await fetch(url, init);
    return { status: reply.status, body: await reply.json() };
  };
  const evidence = orderEvidence.eligible(COURSE)(momentAt(await bench.world.now(), ZONE));
  const first = await send(evidence);
  expect(first.status).toBe(200);
  expect(await send(evidence)).toEqual(first);
  expect(await send(Object.fromEntries(Object.entries(evidence).toReversed()))).toEqual(first);
  const other = await send({ ...evidence, decisionReference: 'another' });
  expect(other).toMatchObject({ status: 409, body: { code: 'conflict', detail: { by: 'physician' } } });
});
