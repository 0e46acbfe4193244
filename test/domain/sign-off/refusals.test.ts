import { expect, test } from 'vitest';
import { printedExpiry } from '../../../lambdas/domain/journey/product.ts';
import { evidenceSchemas } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { submissionSchema } from '../../../lambdas/domain/sign-off/submission.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, BAG } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY, ONWARD, personIn, signerOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

function at(name: StepName) {
  const walk = new Walk();
  const step = walk.to(name);
  const decision = ONWARD[name];
  const evidence = evidenceOf(step, decision, walk.journey);
  return { walk, journey: walk.journey, step, decision, evidence };
}

const refusal = (code: string) => ({ ok: false, refusal: { code } });

test('who is of another site, lacks the role, or is not the one it was given to may not sign', () => {
  const { journey, step, decision } = at('Accept receipt');
  const signer = signerOf('Accept receipt');
  expect(journey.sign(step, decision, { signer: { ...signer, site: 'site-2' } })).toMatchObject(refusal('forbidden'));
  expect(journey.sign(step, decision, { signer: { ...signer, roles: ['nurse', 'qa'] } })).toMatchObject({
    refusal: { code: 'forbidden', detail: { role: 'pharmacist' } },
  });
  const { phase, round, step: name } = step;
  value(journey.command('reassign', { phase, round, step: name, to: signerOf(name, 'b').id }));
  expect(journey.sign(step, decision)).toMatchObject(refusal('forbidden'));
  expect(journey.sign(step, decision, { signer: signerOf(name, 'b') }).ok).toBe(true);
});

test('what has changed since it was shown must be read again', () => {
  const { journey, step, decision } = at('Give GO for thaw');
  const shown = journey.show(step);
  expect(journey.sign(step, decision, { shown: { ...shown, contentHash: 'f'.repeat(64) } })).toMatchObject(
    refusal('changed'),
  );
  expect(journey.sign(step, decision, { shown: { ...shown, version: shown.version - 1 } })).toMatchObject(
    refusal('changed'),
  );
  const { seq, recordedAt = '' } = journey.step('Record apheresis').decision ?? {};
  const occurredAt = { at: plus(recordedAt, '-PT1M', 'UTC'), zone: 'Europe/Berlin', known: 'transcribed' };
  value(journey.command('correct', { seq, occurredAt }));
  expect(journey.sign(step, decision, { shown })).toMatchObject(refusal('changed'));
  expect(journey.sign(step, decision).ok).toBe(true);
});

test('decisions, evidence and times that do not fit are named, and nothing is written', () => {
  const { journey, step, decision, evidence } = at('Record apheresis');
  const future = plus(journey.now, 'PT1M', 'UTC');
  const sign = (with_: Record<string, unknown>) =>
    journey.sign(step, decision, { evidence: { ...evidence, ...with_ } });
  expect(journey.sign(step, 'accepted')).toMatchObject({ refusal: { code: 'invalid', detail: { path: 'decision' } } });
  expect(journey.sign(step, '__proto__')).toMatchObject(refusal('invalid'));
  expect(journey.sign(step, 'toString')).toMatchObject(refusal('invalid'));
  expect(journey.sign(step, decision, { occurredAt: future })).toMatchObject({
    refusal: { detail: { path: 'occurredAt' } },
  });
  for (const item of ['patient-identified', 'patient-identified-second']) {
    const signer = personIn(['apheresis'], item.endsWith('second') ? 'b' : 'a');
    value(journey.record(step, item, { signer, evidence: { chainOfIdentity: CHAIN_OF_IDENTITY } }));
  }
  const { length: recorded } = journey.events;
  const beforeOrder = plus(journey.state.order.orderedAt, '-PT1S', 'UTC');
  expect(journey.sign(step, decision, { occurredAt: beforeOrder })).toMatchObject({
    refusal: { detail: { path: 'occurredAt', problem: 'before-the-order' } },
  });
  expect(sign({ more: 1 })).toMatchObject(refusal('invalid'));
  expect(sign({ donationNumber: 'A9999260000' })).toMatchObject({
    refusal: { detail: { problems: [{ path: 'evidence.donationNumber' }] } },
  });
  expect(sign({ endedAt: evidence.startedAt })).toMatchObject({ refusal: { detail: { path: 'evidence.endedAt' } } });
  expect(sign({ endedAt: future })).toMatchObject({
    refusal: { detail: { problems: [{ path: 'evidence.endedAt' }] } },
  });
  expect(journey.sign(step, 'record', { evidence: { item: 'thaw-started' } })).toMatchObject(refusal('invalid'));
  expect(journey.events.length).toBe(recorded);
  expect(journey.sign(step, decision, { occurredAt: plus(journey.now, '-PT2H', 'UTC') }).ok).toBe(true);
  expect(journey.step('Record apheresis').decision?.occurredAt).toMatchObject({ known: 'stated' });
});

test('a donation number belongs to one collection', () => {
  const { walk, journey, evidence } = at('Record apheresis');
  walk.decide('Record apheresis');
  walk.to('Check certificate');
  walk.decide('Check certificate', 'recollect');
  walk.complete(walk.to('Record apheresis'));
  const again = journey.sign(journey.step('Record apheresis'), 'collected', { evidence });
  expect(again).toMatchObject({ refusal: { code: 'invalid', detail: { path: 'evidence.donationNumber' } } });
});

test('a starting material other than that of the protocol is not eligible', () => {
  const walk = new Walk();
  const step = walk.to('Confirm eligibility');
  const evidence = { ...evidenceOf(step, 'eligible', walk.journey), startingMaterial: 'none' };
  expect(walk.journey.sign(step, 'eligible', { evidence })).toMatchObject(refusal('invalid'));
});

test.each([
  ['batch', 'another batch'],
  ['containers', ['bag-1-1']],
  ['containers', ['bag-1-1', 'bag-1-1']],
  ['containers', ['bag-1-1', 'bag-1-2', 'bag-1-3']],
])('a delivery whose %s is not that of the certificate (%j) is not accepted', (field, wrong) => {
  const { journey, step, decision, evidence } = at('Accept receipt');
  expect(journey.sign(step, decision, { evidence: { ...evidence, [field]: wrong } })).toMatchObject({
    refusal: { code: 'invalid', detail: { path: `evidence.${field}` } },
  });
  const reversed = { ...evidence, containers: (evidence.containers as string[]).toReversed() };
  expect(journey.sign(step, decision, { evidence: reversed }).ok).toBe(true);
});

test('a product is recorded as given only with its whole checklist, and only containers of the certificate', () => {
  const { walk, journey, step } = at('Give the product');
  expect(journey.sign(step, 'given')).toMatchObject({ refusal: { detail: { path: 'checklist' } } });
  walk.complete(step);
  expect(
    journey.sign(step, 'given', { evidence: { containersGiven: ['bag-9'], residueDisposal: 'waste' } }),
  ).toMatchObject({
    refusal: { detail: { path: 'evidence.containersGiven' } },
  });
  expect(journey.sign(step, 'given').ok).toBe(true);
});

test('a bedside event is recorded once: the same again gets the same answer, anything else is a conflict', () => {
  const { journey, step } = at('Give the product');
  const occurredAt = journey.now;
  const signer = personIn(['cell-lab']);
  const container = { evidence: { container: BAG }, signer };
  const first = value(journey.record(step, 'thaw-started', { ...container, occurredAt }));
  const expiryOnLabel = printedExpiry(journey.state);
  const evidence = { container: BAG, chainOfIdentity: CHAIN_OF_IDENTITY, batch: 'batch-1', expiryOnLabel };
  const checked = { evidence, occurredAt, signer: personIn(['nurse']) };
  value(journey.record(step, 'identity-checked', checked));
  const { length } = journey.events;
  journey.pass('PT1M');
  expect(journey.record(step, 'thaw-started', { ...container, occurredAt })).toEqual({ ok: true, value: first });
  expect(journey.record(step, 'thaw-started', { ...container, occurredAt: journey.now })).toMatchObject(
    refusal('conflict'),
  );
  expect(journey.record(step, 'thaw-started', { ...container, signer: personIn(['cell-lab'], 'b') })).toMatchObject(
    refusal('conflict'),
  );
  const other = { ...evidence, chainOfIdentity: { ...CHAIN_OF_IDENTITY, value: 'COI-0002' } };
  expect(journey.record(step, 'identity-checked', { ...checked, evidence: other })).toMatchObject(refusal('conflict'));
  expect(journey.record(step, 'coffee')).toMatchObject(refusal('invalid'));
  expect(
    journey.record(step, 'thaw-ended', { ...container, occurredAt: plus(journey.now, 'PT1M', 'UTC') }),
  ).toMatchObject(refusal('invalid'));
  expect(journey.events.length).toBe(length);
});

test('bedside events are recorded on hold too', () => {
  const { walk, journey } = at('Give the product');
  value(journey.command('hold'));
  expect(atBedside(walk, 'thaw-started').ok).toBe(true);
  expect(journey.state.deviations.map(({ kind }) => kind)).toEqual(['recorded-while-held', 'against-go-stands-thaw']);
});

test('a step never opened is not found; a withdrawn one says so', () => {
  const walk = new Walk();
  const consent = walk.to('Confirm consent');
  const shown = walk.journey.show(consent);
  const nowhere = { phase: 'Receipt', round: 7, step: 'Accept receipt' } as const;
  expect(walk.journey.sign(nowhere, 'accepted', { shown })).toMatchObject(refusal('not-found'));
  walk.decide('Confirm funding', 'refused');
  expect(walk.journey.sign(consent, 'consented', { shown })).toMatchObject({
    refusal: { code: 'conflict', message: expect.stringContaining('withdrawn') },
  });
});

test('a submission is read strictly, and text that could not be kept is refused', () => {
  const submission = { signer: 'a', contentHash: 'h', nonce: 'n', decision: 'go', evidence: { a: '<script>' } };
  expect(submissionSchema().safeParse(submission).success).toBe(true);
  for (const wrong of [
    { ...submission, evidence: { a: 'half a pair \ud83d' } },
    { ...submission, reason: '\udc00' },
    { ...submission, extra: 1 },
    { ...submission, occurredAt: 'yesterday' },
    { ...submission, evidence: [] },
  ]) {
    expect(submissionSchema().safeParse(wrong).success).toBe(false);
  }
});

test('every step tells what evidence each of its decisions takes, and a checklist tells its items', () => {
  for (const step of STEPS) expect(Object.keys(evidenceSchemas(step))).toContain(ONWARD[step]);
  expect(JSON.stringify(evidenceSchemas('Give the product').record)).toContain('infusion-ended');
});
