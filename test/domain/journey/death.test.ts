import { expect, test } from 'vitest';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { fatesOf } from '../../../lambdas/domain/journey/containers.ts';
import { factsOf } from '../../../lambdas/domain/journey/facts.ts';
import { dayZero } from '../../../lambdas/domain/journey/product.ts';
import { deathToRegistry } from '../../../lambdas/domain/journey/registry.ts';
import { system } from '../../../lambdas/domain/journey/scribe.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { registry } from '../../../lambdas/domain/protocol/accessors.ts';
import { neededForContainer } from '../../../lambdas/domain/steps/administration-items.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, BAG, entryAt } from '../../support/bedside.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { value } from '../../support/journey-driver.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** Two people confirm what was reported, and whoever waited is stood down. */
function confirmed(walk: Walk): void {
  walk.decide('Confirm the death', 'confirmed');
  walk.decide('Confirm the death as second person', 'confirmed');
}

const VISIT: StepName = 'Record follow-up visit';
const betweenVisits = (): Walk => {
  const walk = new Walk();
  walk.toFollowUp();
  expect(walk.journey.open).toEqual([]);
  return walk;
};

test('a reported death ends the course when two people have confirmed it, and not before', () => {
  const walk = sceneOf('Confirm the death');
  const { journey } = walk;
  walk.decide('Confirm the death', 'confirmed');
  expect(journey.state.closing).toBeUndefined();
  expect(journey.sign(journey.step('Agree the delivery'), 'agreed')).toMatchObject({ refusal: { code: 'forbidden' } });
  walk.decide('Confirm the death as second person', 'confirmed');
  expect(journey.state.closing?.outcome).toBe('died');
  expect(journey.open.map(({ step }) => step)).toEqual(['Stand everything down']);
});

test.each(['Confirm the death', 'Confirm the death as second person'] as const)(
  '%s: a wrong report opens everything again',
  (step) => {
    const walk = sceneOf(step);
    const { journey } = walk;
    walk.decide(step, 'not-so');
    expect(isActive(journey.state, 'Death')).toBe(false);
    expect(journey.sign(journey.step('Agree the delivery'), 'agreed').ok).toBe(true);
  },
);

test('a death reported twice is confirmed once', () => {
  const walk = sceneOf('Confirm the death');
  walk.journey.pass('PT1H');
  report(walk, 'death', { explanation: 'the family called' });
  expect(walk.journey.state.phases.filter(({ phase }) => phase === 'Death')).toHaveLength(1);
  expect(walk.journey.state.reports.filter((one) => one.report === 'death')).toHaveLength(2);
});

test('the people who decide are told of a death at once', () => {
  const walk = sceneOf('Confirm the death');
  expect(walk.journey.history.map(({ effect }) => effect)).toContainEqual({
    kind: 'mail',
    notice: {
      about: 'journey',
      what: 'reported',
      class: 'critical',
      to: ['physician', 'pharmacist', 'coordinator', 'qa'],
      detail: 'death',
    },
  });
});

test.each([
  'Record apheresis',
  'Follow the manufacture',
  'Give GO for thaw',
  'Monitor the patient',
  'Discharge',
  'End the proximity period',
  VISIT,
  'Report to the registry',
  'Arrange the lifelong watch',
] as const)(
  'a death reported at %s and confirmed by two people ends the course as died, with all that is beside',
  (step) => {
    const walk = sceneOf(step);
    const { journey } = walk;
    report(walk, 'excursion');
    report(walk, 'death');
    const waiting = walk.asked.filter(({ phase }) => phase !== 'Death');
    confirmed(walk);
    expect(journey.state.closing?.outcome).toBe('died');
    expect(waiting.map(({ key }) => journey.state.steps[key]?.status)).toEqual(waiting.map(() => 'withdrawn'));
    expect(walk.asked.map((open) => open.step)).toEqual(['Stand everything down']);
    walk.to('Close the course');
    walk.decide('Close the course');
    expect(journey.state.closed?.outcome).toBe('died');
    expect(walk.machines.waiting).toBe(0);
    expect(journey.bindings).toEqual({});
    expect(journey.state.anomalies).toEqual([]);
  },
);

test('between two visits, with no step open, a death is reported from a step that was decided', () => {
  const walk = betweenVisits();
  report(walk, 'death');
  confirmed(walk);
  expect(walk.journey.state.closing?.outcome).toBe('died');
  const last = walk.journey.step('End the proximity period');
  expect(walk.journey.report(last, 'death', { evidence: { diedOn: '2026-11-24', explanation: 'late' } })).toMatchObject(
    {
      refusal: { code: 'conflict' },
    },
  );
});

test('while a death is being confirmed no visit is opened and nobody is reminded of one; what was wrong goes on where it was', () => {
  const walk = sceneOf(VISIT);
  const { journey } = walk;
  const mailsOf = () =>
    journey.history.filter(({ effect }) => effect.kind === 'mail' && JSON.stringify(effect).includes(VISIT)).length;
  report(walk, 'death');
  const [before, visits] = [mailsOf(), journey.state.phases.length];
  walk.runTo(plus(journey.now, 'P120D', 'UTC'));
  expect(mailsOf()).toBe(before);
  expect(journey.state.phases).toHaveLength(visits);
  walk.decide('Confirm the death', 'not-so');
  walk.wake();
  expect(mailsOf()).toBeGreaterThan(before);
  expect(journey.state.phases.length).toBeGreaterThan(visits);
  walk.decide(VISIT);
  expect(journey.state.anomalies).toEqual([]);
});

test('the clocks that stand still on hold stood still while a death was reported that was none', () => {
  const walk = sceneOf('Discharge');
  const { journey } = walk;
  const due = () => deadlineOf(journey.state, journey.step('Discharge'), journey.protocol).at;
  const before = due();
  report(walk, 'death');
  journey.pass('P2D');
  walk.decide('Confirm the death', 'not-so');
  expect(due()).toBe(plus(before, 'P2D', 'UTC'));
});

test('date, cause, relation to the product and autopsy are asked of the first person; QA hears of a death that may be related', () => {
  const finding = ({ journey }: Walk) =>
    journey.history.some(({ effect }) => JSON.stringify(effect).includes('finding-recorded'));
  const walk = sceneOf('Confirm the death');
  const step = walk.journey.step('Confirm the death');
  const whole = evidenceOf(step, 'confirmed', walk.journey);
  for (const field of ['diedOn', 'causeOfDeath', 'relationToProduct', 'autopsy']) {
    const { [field]: _unsaid, ...others } = whole;
    expect(walk.journey.sign(step, 'confirmed', { evidence: others })).toMatchObject({ refusal: { code: 'invalid' } });
  }
  walk.decide('Confirm the death', 'confirmed');
  expect(finding(walk)).toBe(false);
  const related = sceneOf('Confirm the death');
  related.decide('Confirm the death', 'confirmed', { evidence: { ...whole, relationToProduct: 'possibly-related' } });
  expect(finding(related)).toBe(true);
});

test('who stands everybody down is shown the registry track of a patient who died after day 0', () => {
  const shown = (walk: Walk) => {
    report(walk, 'death');
    confirmed(walk);
    const { state, protocol } = walk.journey;
    return factsOf(state, walk.journey.step('Stand everything down'), protocol).map(({ label }) => label);
  };
  expect(shown(betweenVisits())).toContain('deathToRegistry');
  expect(shown(sceneOf('Follow the manufacture'))).not.toContain('deathToRegistry');
});

/** Premedication and the first bag, as far as this item; then the patient dies, and two people confirm it. */
function diesAfter(last: string): Walk {
  const walk = new Walk();
  walk.to('Give the product');
  const items = neededForContainer(walk.journey.protocol);
  for (const item of items.slice(0, 1 + items.findIndex((one) => one.item === last))) {
    walk.record(walk.journey.step('Give the product'), item, BAG);
  }
  report(walk, 'death', { diedOn: walk.journey.now.slice(0, 10) });
  confirmed(walk);
  return walk;
}

const ADMINISTRATION: StepName = 'Give the product';

test('who died during the infusion: what was given is still recorded and signed, then the course closes with every container accounted for', () => {
  const walk = diesAfter('infusion-started');
  const { journey } = walk;
  expect(journey.state.closing?.outcome).toBe('died');
  expect(journey.open.map(({ step }) => step)).toEqual([ADMINISTRATION]);
  value(atBedside(walk, 'reaction', { evidence: { grade: 4, action: 'resuscitation' } }));
  value(atBedside(walk, 'infusion-ended'));
  walk.decide(ADMINISTRATION, 'partly-given');
  expect(dayZero(journey.state)).toBe(entryAt(walk, 'infusion-started').occurredAt.at);
  expect(walk.asked.map(({ step }) => step)).toEqual(['Stand everything down']);
  expect(deathToRegistry(journey.state, journey.protocol)).toBe(registry(journey.protocol)?.track);
  walk.to('Close the course');
  walk.decide('Close the course');
  expect(journey.state.closed?.outcome).toBe('died');
  expect(fatesOf(journey.state).map(({ fate }) => fate)).toEqual(['given', 'destroyed']);
  expect(walk.machines.waiting).toBe(0);
  expect(journey.state.anomalies).toEqual([]);
});

test('what is recorded as done after the confirmed death is a critical deviation that says so; what was done before it is none', () => {
  const walk = diesAfter('identity-checked-before-thaw-second');
  const { journey } = walk;
  const { at = '' } = journey.step('Confirm the death').decision?.occurredAt ?? {};
  const afterDeath = () => journey.state.deviations.filter(({ kind }) => kind === 'after-death');
  journey.pass('PT10M');
  value(atBedside(walk, 'thaw-started', { occurredAt: minus(at, 'PT1M', 'UTC') }));
  expect(afterDeath()).toEqual([]);
  value(atBedside(walk, 'thaw-ended'));
  value(atBedside(walk, 'infusion-started'));
  expect(afterDeath()).toMatchObject([
    { class: 'critical', step: ADMINISTRATION },
    { class: 'critical', step: ADMINISTRATION },
  ]);
});

test('an infusion that nobody had written down when the death was confirmed is written down after it', () => {
  const walk = diesAfter('identity-checked-second');
  value(atBedside(walk, 'infusion-started'));
  walk.decide(ADMINISTRATION, 'partly-given');
  expect(dayZero(walk.journey.state)).toBe(entryAt(walk, 'infusion-started').occurredAt.at);
});

test.each(['stopped', 'remake', 'defer'])(
  'who died after the thaw, and nothing was given, is not treated any further, whatever is signed: %s',
  (decision) => {
    const walk = diesAfter('identity-checked-before-thaw-second');
    walk.decide(ADMINISTRATION, decision);
    const { state } = walk.journey;
    expect(state.closing?.outcome).toBe('died');
    expect(walk.asked.map(({ step }) => step)).toEqual(['Stand everything down']);
    expect(dayZero(state)).toBeUndefined();
  },
);

test('an administration of which nothing was recorded is withdrawn with the course', () => {
  const walk = new Walk();
  walk.to(ADMINISTRATION);
  report(walk, 'death');
  confirmed(walk);
  expect(walk.journey.step(ADMINISTRATION).status).toBe('withdrawn');
});

test('while the administration of a patient who died waits to be signed, a new run asks for it again', () => {
  const walk = diesAfter('infusion-started');
  walk.machines.kill();
  walk.command('resume-execution');
  expect(walk.machines.waiting).toBe(1);
  walk.decide(ADMINISTRATION, 'partly-given');
  expect(walk.asked.map(({ step }) => step)).toEqual(['Stand everything down']);
});

test('a journey that closed before, with the administration withdrawn, keeps its day 0', () => {
  const walk = sceneOf(ADMINISTRATION);
  const { journey } = walk;
  const { phase, round, step } = journey.step(ADMINISTRATION);
  journey.change((scribe) => {
    scribe.write('step.withdrawn', { phase, round, step, because: 'the course ended: died' }, system('pathway'));
    return ok({ value: undefined });
  });
  expect(dayZero(journey.state)).toBe(entryAt(walk, 'infusion-started').occurredAt.at);
});

test('a death is not confirmed as of somebody who was given nothing, or before day 0, when the product was infused', () => {
  const walk = sceneOf('Discharge');
  const { journey } = walk;
  report(walk, 'death');
  const step = journey.step('Confirm the death');
  const usual = evidenceOf(step, 'confirmed', journey);
  const dayBefore = minus(dayZero(journey.state) ?? '', 'P1D', 'UTC').slice(0, 10);
  for (const [field, wrong, problem] of [
    ['relationToProduct', 'nothing-given', 'infusion-recorded'],
    ['diedOn', dayBefore, 'before-day-zero'],
  ] as const) {
    expect(journey.sign(step, 'confirmed', { evidence: { ...usual, [field]: wrong } })).toMatchObject({
      refusal: { code: 'invalid', detail: { path: `evidence.${field}`, problem } },
    });
  }
});
