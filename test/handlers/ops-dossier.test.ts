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
  expect(verdict.notes).toEqual([expect.stringContaining('The last event is the head kept elsewhere')]);
});
