import { afterAll, beforeAll, expect, test } from 'vitest';
import { dynamoPatientRecords } from '../../lambdas/adapters/dynamo-patient-records.ts';
import { CHAIN_OF_IDENTITY } from '../support/builders.ts';
import { randomBytes } from '../support/journeys.ts';
import { type TestStage, testStage } from '../support/stage.ts';
import { eventsOf, newestLink, orderJourney, post, postOrder, submissionFor } from '../support/stage-order.ts';
import { visitor } from '../worklist/visitor.ts';

let stage: TestStage;
beforeAll(async () => {
  stage = await testStage();
});
afterAll(() => stage?.stack.stop());

const sign = async (journeyId: string, step: string, given: Readonly<Record<string, unknown>>) => {
  const link = newestLink(stage, journeyId, step);
  const reply = await post(stage, link, await submissionFor(stage, link, given));
  await stage.stack.clock.idle();
  return reply;
};

test('two people read both names beside each other; with the second signature the new one is known, and the old one kept', async () => {
  const journeyId = await orderJourney(stage, { order: 'MARRIES' });
  const change = (body: string) => body.replaceAll('Example', 'Married');
  expect((await postOrder(stage, { order: 'MARRIES', messageId: 'msg_again', change })).status).toBe(202);
  await stage.stack.clock.idle();

  const reader = visitor(stage);
  await reader.signIn('qa');
  const both = await reader.get(`${newestLink(stage, journeyId, 'Resolve the mismatch')}?lang=en`);
  expect(both.html).toContain('Erin Example');
  expect(both.html).toContain('ehr now says: Erin Married');

  const correctedReference = 'identity office 77';
  const evidence = {
    issuer: 'identity-office',
    correctedReference,
    chainOfIdentity: CHAIN_OF_IDENTITY,
    explanation: 'Married.',
  };
  expect((await sign(journeyId, 'Resolve the mismatch', { decision: 'resolved', evidence })).status).toBe(200);
  const second = { decision: 'confirmed', evidence: { correctedReference, chainOfIdentity: CHAIN_OF_IDENTITY } };
  expect((await sign(journeyId, 'Confirm the resolution', second)).status).toBe(200);

  const table = stage.stack.model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name ?? '';
  const records = dynamoPatientRecords({ client: stage.stack.clientsFor().dynamodb, table, randomBytes });
  const [opened] = await eventsOf(stage, journeyId);
  const pseudonym = opened?.type === 'journey.opened' ? opened.data.patient : '';
  const at = await stage.world.now();
  expect(await records.patient(pseudonym, { reader: 'test', reason: 'test', at })).toMatchObject({
    name: 'Erin Married',
    formerNames: [{ name: 'Erin Example', until: at }],
  });
  expect(JSON.stringify(await eventsOf(stage, journeyId))).not.toMatch(/Erin|Married\b(?!\.)/);
  const page = await reader.get('/worklist?lang=en');
  expect(page.html).not.toContain('now says');
});
