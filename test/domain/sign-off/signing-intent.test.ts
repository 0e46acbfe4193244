import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf } from '../../../lambdas/domain/audit/hash.ts';
import { isSigned, type SignedEvent } from '../../../lambdas/domain/events/signed-event.ts';
import { reports } from '../../../lambdas/domain/reports/index.ts';
import { itemEvidence, reportEvidence } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { evidenceIn, intentOf, signingChallenge } from '../../../lambdas/domain/sign-off/signing-intent.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const walk = new Walk();
walk.to('Place the order');
report(walk, 'partner-id');
walk.toFollowUp();
const signed = walk.journey.events.filter(isSigned);
const of = (type: SignedEvent['type']) => signed.find((event) => event.type === type) as SignedEvent;

test('the challenge is the SHA-256 of the canonical intent behind its name, and nothing else', () => {
  const event = of('step.decided');
  const intent = intentOf(event, 'n');
  expect(intent).toMatchObject({ v: 2, entered: [], signer: event.by.id, decision: 'registered', nonce: 'n' });
  const backwards = Object.fromEntries(Object.entries(intent).toReversed()) as unknown as typeof intent;
  const text = Buffer.from(signingChallenge(backwards)).toString('hex');
  expect(text).toBe(Buffer.from(signingChallenge(intent)).toString('hex'));
  const { contentHash, evidenceSha256, journey, meaning, signer, step } = intent;
  const canonical = `{"contentHash":"${contentHash}","decision":"registered","entered":[],"evidenceSha256":"${evidenceSha256}","journey":"${journey}","meaning":${JSON.stringify(meaning)},"nonce":"n",${intent.occurredAt === undefined ? '' : `"occurredAt":"${intent.occurredAt}",`}"signer":"${signer}","step":{"phase":"${step.phase}","round":1,"step":"${step.step}"},"v":2}`;
  expect(text).toBe(createHash('sha256').update(`atmp-sign/v1\n${canonical}`).digest('hex'));
});

test('a report is signed with its name among the evidence, and at the step it was made from', () => {
  const event = of('report.made');
  expect(evidenceIn(event)).toMatchObject({ report: 'partner-id' });
  expect(intentOf(event, 'n')).toMatchObject({ decision: 'report', evidenceSha256: hashOf(evidenceIn(event)) });
});

test('everything that is signed changes the challenge', () => {
  const intent = intentOf(of('step.decided'), 'n');
  const changes = [
    { journey: 'x' },
    { signer: 'x' },
    { decision: 'x' },
    { meaning: 'x' },
    { contentHash: 'x' },
    { evidenceSha256: 'x' },
    { nonce: 'x' },
    { reason: 'x' },
    { entered: [{ field: 'reason', by: 'x', at: '2027-01-01T00:00:00.000Z' }] },
    { entered: [{ field: 'reason', by: 'y', at: '2027-01-01T00:00:00.000Z' }] },
    { occurredAt: '2027-01-01T00:00:00.000Z' },
    { paper: { doneBy: 'x', reference: 'x' } },
    { paper: { doneBy: 'y', reference: 'x' } },
    { step: { ...intent.step, round: 2 } },
  ];
  const challenges = [intent, ...changes.map((change) => ({ ...intent, ...change }))].map((one) =>
    Buffer.from(signingChallenge(one)).toString('hex'),
  );
  expect(new Set(challenges).size).toBe(changes.length + 1);
});

test('an entry from paper is signed with its time, who did it, and where the paper is', () => {
  const { journey } = sceneOf('Compare with the paper record');
  const event = journey.events.filter(isSigned).at(-1) as SignedEvent;
  const { by, reference } = { by: journey.step('Confirm funding').decision?.by.id, reference: 'folder 7, page 3' };
  expect(intentOf(event, 'n')).toMatchObject({
    signer: event.by.id,
    occurredAt: event.occurredAt.at,
    paper: { doneBy: by, reference },
  });
});

/** The schema that evidence of an event was read by. */
function schemaOf(event: SignedEvent) {
  if (event.type === 'step.decided') return steps[event.data.step].decisions[event.data.decision]?.evidence();
  if (event.type === 'report.made') return reportEvidence(reports[event.data.report]);
  if (event.type === 'notice.acknowledged') return undefined;
  const { item } = event.data;
  const asked = steps[event.data.step].checklist?.items.find((one) => one.item === item);
  return asked && itemEvidence(asked);
}

test('evidence that was read once reads the same again: the browser signs it, and sends it back', () => {
  const read = signed.flatMap((event) => schemaOf(event)?.parse(evidenceIn(event)) ?? []);
  expect(read.length).toBeGreaterThan(40);
  const kept = signed.filter((event) => schemaOf(event) !== undefined).map(evidenceIn);
  expect(read).toEqual(kept);
});
