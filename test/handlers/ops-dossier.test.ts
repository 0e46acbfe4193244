import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyDossier } from '../../lambdas/domain/audit/verify-dossier.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { orderJourney } from '../support/stage-order.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
});
afterAll(() => stage.stack.stop());

test('the dossier handed out verifies against the head that the journey shows', async () => {
  const journeyId = await orderJourney(stage);
  const journey = await stage.world.request(`/ops/journeys/${journeyId}`, { method: 'GET' });
  const { head } = (journey.body as { verification: { head: string } }).verification;
  const { status, body } = await stage.world.request(`/ops/journeys/${journeyId}/dossier`, { method: 'GET' });
  expect(status).toBe(200);
  const verdict = verifyDossier(body, { release: { version: '0.1.0', commit: 'unreleased' }, head });
  expect(verdict).toMatchObject({ verified: true, journeyId, head, findings: [] });
  expect(verdict.notes[0]).toContain('The last event is the head kept elsewhere');
});

test('who follows a journey is given the log from the event on that they know', async () => {
  const journeyId = await orderJourney(stage, { order: 'FOLLOWED' });
  const path = `/ops/journeys/${journeyId}`;
  const { body } = await stage.world.request(`${path}/dossier`, { method: 'GET' });
  const { events } = body as { events: readonly unknown[] };
  const after = async (seq: string) => stage.world.request(`${path}?after=${seq}`, { method: 'GET' });
  expect(await after('2')).toEqual({ status: 200, body: { journeyId, events: events.slice(2) } });
  expect(await after(String(events.length))).toMatchObject({ body: { events: [] } });
  for (const wrong of ['-1', 'all', '1.5', '']) expect(await after(wrong), wrong).toMatchObject({ status: 422 });
});
