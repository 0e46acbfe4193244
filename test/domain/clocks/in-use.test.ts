import { expect, test } from 'vitest';
import { protocols } from '../../../lambdas/adapters/protocols.ts';
import { inUseLimit, startedInUseClocks } from '../../../lambdas/domain/clocks/in-use.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { Protocol } from '../../../lambdas/domain/protocol/schema.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { atBedside, BAG, correctAt, entryAt, OTHER_BAG } from '../../support/bedside.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const LIMIT = 'thawed bag given';
const BEFORE = ['identity-checked-before-thaw', 'identity-checked-before-thaw-second', 'thaw-started', 'thaw-ended'];
const THEN = ['inspected-after-thaw', 'identity-checked', 'identity-checked-second', 'infusion-started'];

/** One container thawed, and its infusion ended this long after the thaw. */
function give(walk: Walk, minutes: number, container = BAG): void {
  for (const item of [...BEFORE, ...THEN]) value(atBedside(walk, item, { container }));
  walk.runTo(plus(walk.journey.now, `PT${minutes}M`, 'UTC'));
  value(atBedside(walk, 'infusion-ended', { container }));
}

function given(minutes: number, other = 5): Walk {
  const walk = new Walk();
  walk.to('Give the product');
  give(walk, minutes);
  give(walk, other, OTHER_BAG);
  return walk;
}

const breaches = ({ journey }: Walk) => journey.state.deviations.filter(({ kind }) => kind === 'in-use-exceeded');

test('the limit runs from the thaw to the end of the infusion, and calls the deciders once when it is reached', () => {
  const walk = new Walk();
  walk.to('Give the product');
  give(walk, 45);
  const { journey } = walk;
  const step = journey.step('Give the product');
  const rungs = journey.events.filter(({ type, data }) => type === 'rung.reached' && data.rung === 'in-use-1-1');
  expect(rungs).toMatchObject([{ data: { to: ['physician', 'pharmacist', 'qa'], class: 'critical', silent: false } }]);
  expect(rungs[0]?.recordedAt).toBe(plus(entryAt(walk, 'thaw-ended').occurredAt.at, 'PT30M', 'UTC'));
  expect(inUseLimit(journey.state, step, journey.protocol)).toBeUndefined();
});

test('within the limit nothing is a deviation; at the limit neither', () => {
  const walk = given(30);
  walk.decide('Give the product');
  expect(breaches(walk)).toEqual([]);
});

test('a breach never keeps what was done from being recorded, and is a critical deviation of that container', () => {
  const walk = given(5, 31);
  walk.decide('Give the product', 'partly-given');
  expect(breaches(walk)).toMatchObject([{ class: 'critical', step: 'Give the product' }]);
  expect(breaches(walk)[0]?.detail).toContain(`${LIMIT}: ${OTHER_BAG}`);
  expect(walk.asked.map(({ step }) => step)).toEqual(['Monitor the patient']);
});

test('a corrected time that shows a breach opens the deviation then, and once', () => {
  const walk = new Walk();
  walk.to('Give the product');
  for (const item of [...BEFORE, ...THEN]) value(atBedside(walk, item));
  const at = plus(walk.journey.now, 'PT10M', 'UTC');
  walk.runTo(plus(at, 'PT2H', 'UTC'));
  value(atBedside(walk, 'infusion-ended', { occurredAt: at }));
  give(walk, 5, OTHER_BAG);
  walk.decide('Give the product');
  const correct = (minutes: number) => correctAt(walk, 'infusion-ended', plus(at, `PT${minutes}M`, 'UTC'));
  correct(15);
  expect(breaches(walk)).toEqual([]);
  correct(50);
  correct(60);
  expect(breaches(walk)).toHaveLength(1);
  expect(breaches(walk)[0]?.detail).toContain('as corrected');
});

test('a corrected thaw moves the limit of a product still in hand', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const { journey } = walk;
  walk.runTo(plus(journey.now, 'PT65M', 'UTC'));
  value(atBedside(walk, 'thaw-ended'));
  const at = plus(journey.now, '-PT20M', 'UTC');
  correctAt(walk, 'thaw-ended', at);
  expect(journey.events.findLast(({ type }) => type === 'time.corrected')?.data).toMatchObject({
    changes: [{ from: plus(journey.now, 'PT30M', 'UTC'), to: plus(journey.now, 'PT10M', 'UTC') }],
  });
  walk.runTo(plus(journey.now, 'PT5M', 'UTC'));
  expect(walk.nextDue()).toBe(plus(journey.now, 'PT5M', 'UTC'));
});

const toldOf = ({ journey }: Walk, name: string) =>
  journey
    .step('Give the product')
    .told.flatMap(({ rung, at, silent }) => (rung.startsWith(name) ? [{ rung, at, silent }] : []));

test('the bedside team is warned ten and five minutes before each limit, each once and for each container, until it is used', () => {
  const walk = new Walk({ acknowledging: false });
  walk.to('Give the product');
  const { journey } = walk;
  for (const item of BEFORE) for (const container of [BAG, OTHER_BAG]) value(atBedside(walk, item, { container }));
  const limit = plus(journey.now, 'PT30M', 'UTC');
  const before = (minutes: number) => plus(limit, `-PT${minutes}M`, 'UTC');
  walk.runTo(before(7));
  for (const item of [...THEN, 'infusion-ended']) value(atBedside(walk, item));
  walk.runTo(plus(limit, 'PT50M', 'UTC'));
  expect(toldOf(walk, 'in-use')).toEqual([
    { rung: 'in-use-ends-10-1-1', at: before(10), silent: false },
    { rung: 'in-use-ends-10-1-2', at: before(10), silent: false },
    { rung: 'in-use-ends-5-1-2', at: before(5), silent: false },
    { rung: 'in-use-1-2', at: limit, silent: false },
  ]);
  const warnings = journey.events.filter(
    ({ type, data }) => type === 'rung.reached' && data.rung.startsWith('in-use-ends'),
  );
  expect(warnings[0]?.data).toMatchObject({ class: 'critical', to: ['physician', 'nurse', 'pharmacist', 'cell-lab'] });
});

test('a thaw written down after its limit is told as passed, not warned of; a site says how early it is warned', () => {
  const late = new Walk();
  late.to('Give the product');
  for (const item of BEFORE) value(atBedside(late, item));
  const thawed = plus(late.journey.now, '-PT35M', 'UTC');
  correctAt(late, 'thaw-ended', thawed);
  expect(toldOf(late, 'in-use')).toMatchObject([
    { rung: 'in-use-ends-10-1-1', silent: true },
    { rung: 'in-use-ends-5-1-1', silent: true },
    { rung: 'in-use-1-1', silent: false },
  ]);
  const policy = { ...STRICTEST_POLICY, inUseWarningMinutes: [8] };
  const other = new Walk({ policy });
  other.to('Give the product');
  for (const item of BEFORE) value(atBedside(other, item));
  other.runTo(plus(other.journey.now, 'PT29M', 'UTC'));
  expect(toldOf(other, 'in-use').map(({ rung }) => rung)).toEqual(['in-use-ends-8-1-1']);
});

test('each container has a clock of its own: one in hand is not stopped by the end of another', () => {
  const walk = new Walk();
  walk.to('Give the product');
  const { journey } = walk;
  give(walk, 5);
  for (const item of BEFORE) value(atBedside(walk, item, { container: OTHER_BAG }));
  const step = journey.step('Give the product');
  expect(startedInUseClocks(journey.state, step, PROTOCOL).map(({ name, endedAt }) => [name, endedAt])).toEqual([
    [`${LIMIT}: ${BAG}`, journey.now],
    [`${LIMIT}: ${OTHER_BAG}`, undefined],
  ]);
  expect(inUseLimit(journey.state, step, PROTOCOL)).toBe(plus(journey.now, 'PT30M', 'UTC'));
});

test('the clock of a whole dose runs from the first removal to the end of the last container that was begun', () => {
  const shelf = protocols.latest('breyanzi');
  if (!shelf.ok) throw new Error(shelf.refusal.message);
  const protocol: Protocol = { ...PROTOCOL, preparation: shelf.value.preparation };
  const walk = new Walk({ protocol });
  walk.to('Give the product');
  const { journey } = walk;
  const clock = () => startedInUseClocks(journey.state, journey.step('Give the product'), protocol);
  expect(clock()).toEqual([]);
  value(atBedside(walk, 'removed-from-storage'));
  const limitAt = plus(journey.now, 'PT2H', 'UTC');
  journey.pass('PT10M');
  value(atBedside(walk, 'removed-from-storage', { container: OTHER_BAG }));
  give(walk, 30);
  expect(clock()).toMatchObject([{ name: 'whole sequence', limitAt, endedAt: undefined }]);
  give(walk, 30, OTHER_BAG);
  expect(clock()).toMatchObject([{ name: 'whole sequence', limitAt, endedAt: journey.now }]);
  walk.decide('Give the product');
  expect(breaches(walk)).toEqual([]);
  correctAt(walk, 'removed-from-storage', plus(limitAt, '-PT3H', 'UTC'));
  expect(breaches(walk)).toHaveLength(1);
});

test('a container that was taken out and not given does not silence the clock of the dose that was', () => {
  const shelf = protocols.latest('breyanzi');
  if (!shelf.ok) throw new Error(shelf.refusal.message);
  const walk = new Walk({ protocol: { ...PROTOCOL, preparation: shelf.value.preparation } });
  walk.to('Give the product');
  for (const container of [BAG, OTHER_BAG]) value(atBedside(walk, 'removed-from-storage', { container }));
  give(walk, 121);
  walk.decide('Give the product', 'partly-given', {
    evidence: { containersGiven: [BAG], residueDisposal: 'waste 2', percentGiven: 50, explanation: 'One broke.' },
  });
  expect(breaches(walk)).toHaveLength(1);
  expect(breaches(walk)[0]?.detail).toContain('whole sequence');
});

test('of a dose only what was given counts: one that broke in the hour before does not make it late', () => {
  const shelf = protocols.latest('breyanzi');
  if (!shelf.ok) throw new Error(shelf.refusal.message);
  const walk = new Walk({ protocol: { ...PROTOCOL, preparation: shelf.value.preparation } });
  walk.to('Give the product');
  value(atBedside(walk, 'removed-from-storage', { container: OTHER_BAG }));
  walk.journey.pass('PT115M');
  value(atBedside(walk, 'removed-from-storage'));
  give(walk, 30);
  walk.decide('Give the product', 'partly-given', {
    evidence: { containersGiven: [BAG], residueDisposal: 'waste 2', percentGiven: 50, explanation: 'One broke.' },
  });
  expect(breaches(walk)).toEqual([]);
});

test('where a clock starts with the removal from storage, the removal has to be recorded', () => {
  const shelf = protocols.latest('breyanzi');
  if (!shelf.ok) throw new Error(shelf.refusal.message);
  const walk = new Walk({ protocol: { ...PROTOCOL, preparation: shelf.value.preparation } });
  walk.to('Give the product');
  for (const container of [BAG, OTHER_BAG]) give(walk, 5, container);
  expect(walk.journey.sign(walk.journey.step('Give the product'), 'given')).toMatchObject({
    refusal: {
      detail: {
        problem: 'checklist-incomplete',
        missing: [`removed-from-storage#${BAG}`, `removed-from-storage#${OTHER_BAG}`],
      },
    },
  });
});

test('where the label asks for one container after the other, a thaw before the one before was given is a deviation', () => {
  const kind = 'thawed-before-the-one-before-was-given';
  const kinds = (protocol: Protocol) => {
    const walk = new Walk({ protocol });
    walk.to('Give the product');
    for (const item of BEFORE) for (const container of [BAG, OTHER_BAG]) value(atBedside(walk, item, { container }));
    for (const container of [BAG, OTHER_BAG]) {
      walk.journey.pass('PT3M');
      for (const item of [...THEN, 'infusion-ended']) value(atBedside(walk, item, { container }));
    }
    walk.decide('Give the product');
    return walk.journey.state.deviations.map((deviation) => deviation.kind);
  };
  expect(kinds(PROTOCOL)).toEqual([kind]);
  const { thaw, ...preparation } = PROTOCOL.preparation;
  if (thaw === undefined) throw new Error('expected a protocol with a section on thawing');
  const together = { ...preparation, thaw: { ...thaw, oneByOne: { ...thaw.oneByOne, value: false } } };
  expect(kinds({ ...PROTOCOL, preparation: together })).toEqual([]);
});
