import { expect, test } from 'vitest';
import { exceededInUseClocks, inUseLimit } from '../../../lambdas/domain/clocks/in-use.ts';
import type { InUseClock } from '../../../lambdas/domain/protocol/schema.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { CHAIN_OF_IDENTITY, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const LIMIT = 'thawed bag given';

/** A product thawed, and its infusion ended this long after the thaw. */
function given(minutes: number): Walk {
  const walk = new Walk();
  const step = walk.to('Give the product');
  const { journey } = walk;
  const identity = { evidence: { chainOfIdentity: CHAIN_OF_IDENTITY } };
  value(journey.record(step, 'identity-checked-before-thaw', identity));
  value(journey.record(step, 'thaw-started'));
  value(journey.record(step, 'thaw-ended'));
  value(journey.record(step, 'identity-checked', identity));
  value(journey.record(step, 'infusion-started'));
  walk.runTo(plus(journey.now, `PT${minutes}M`, 'UTC'));
  value(journey.record(step, 'infusion-ended'));
  return walk;
}

const breaches = ({ journey }: Walk) => journey.state.deviations.filter(({ kind }) => kind === 'in-use-exceeded');

test('the limit runs from the thaw to the end of the infusion, and calls the deciders once when it is reached', () => {
  const walk = given(45);
  const { journey } = walk;
  const step = journey.step('Give the product');
  const rungs = journey.events.filter(({ type, data }) => type === 'rung.reached' && data.rung === 'in-use');
  expect(rungs).toMatchObject([{ data: { to: ['physician', 'pharmacist', 'qa'], class: 'critical', silent: false } }]);
  expect(rungs[0]?.recordedAt).toBe(plus(step.checklist['thaw-ended']?.occurredAt.at ?? '', 'PT30M', 'UTC'));
  expect(inUseLimit(journey.state, step, journey.protocol)).toBeUndefined();
});

test('within the limit nothing is a deviation; at the limit neither', () => {
  const walk = given(30);
  walk.decide('Give the product');
  expect(breaches(walk)).toEqual([]);
});

test('a breach never keeps what was done from being recorded, and is a critical deviation', () => {
  const walk = given(31);
  walk.decide('Give the product', 'partly-given');
  expect(breaches(walk)).toMatchObject([{ class: 'critical', step: 'Give the product' }]);
  expect(breaches(walk)[0]?.detail).toContain(LIMIT);
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Discharge']);
});

test('a corrected time that shows a breach opens the deviation then, and once', () => {
  const walk = given(10);
  walk.decide('Give the product');
  const { journey } = walk;
  const ended = journey.step('Give the product').checklist['infusion-ended'];
  journey.pass('PT2H');
  const correct = (minutes: number) =>
    walk.command('correct', {
      seq: ended?.seq,
      occurredAt: { at: plus(ended?.occurredAt.at ?? '', `PT${minutes}M`, 'UTC'), zone: SITE.zone, known: 'device' },
    });
  correct(15);
  expect(breaches(walk)).toEqual([]);
  correct(50);
  correct(60);
  expect(breaches(walk)).toHaveLength(1);
  expect(breaches(walk)[0]?.detail).toContain('as corrected');
});

test('a corrected thaw moves the limit of a product still in hand', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  const { journey } = walk;
  journey.pass('PT1H');
  value(journey.record(step, 'thaw-ended'));
  const thawed = journey.step('Give the product').checklist['thaw-ended'];
  const at = plus(journey.now, '-PT20M', 'UTC');
  walk.command('correct', { seq: thawed?.seq, occurredAt: { at, zone: SITE.zone, known: 'scanned' } });
  expect(journey.events.findLast(({ type }) => type === 'time.corrected')?.data).toMatchObject({
    changes: [{ from: plus(journey.now, 'PT30M', 'UTC'), to: plus(journey.now, 'PT10M', 'UTC') }],
  });
  expect(walk.nextDue()).toBe(plus(journey.now, 'PT10M', 'UTC'));
});

test('a limit on the infusion itself runs from its start, beside the one from the thaw', () => {
  const walk = given(45);
  const { journey } = walk;
  const [fromThaw] = journey.protocol.preparation.inUseClocks;
  if (fromThaw === undefined) throw new Error('expected a protocol with an in-use clock');
  const infusion: InUseClock = { ...fromThaw, name: 'infusion', start: 'infusion-start' };
  const preparation = { ...journey.protocol.preparation, inUseClocks: [fromThaw, infusion] };
  const step = journey.step('Give the product');
  expect(
    exceededInUseClocks(journey.state, step, { ...journey.protocol, preparation }).map(({ name }) => name),
  ).toEqual([LIMIT, 'infusion']);
});
