import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { isCoursePhase } from '../../../lambdas/domain/journey/state.ts';
import { whereItStands } from '../../../lambdas/domain/journey/where-it-stands.ts';
import { visits } from '../../../lambdas/domain/protocol/accessors.ts';
import { PROTOCOL, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { endCourse } from '../../support/ending.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

/** The rounds of the course, without what runs beside it. */
const courseOf = (walk: Walk) =>
  walk.journey.state.phases
    .filter(({ phase }) => isCoursePhase(phase))
    .map(({ phase, round, outcome }) => `${phase} ${round} ${outcome ?? 'open'}`);

test('a journey runs from order to its last visit, and closes', () => {
  const walk = new Walk();
  walk.toFollowUp();
  for (const visit of visits(PROTOCOL)) {
    toNextVisit(walk);
    expect(walk.journey.state.phases.at(-1)?.visit).toBe(visit.name);
    walk.decide('Record follow-up visit');
    if (walk.journey.open.some(({ step }) => step === 'Report to the registry')) walk.decide('Report to the registry');
  }
  walk.decide('Arrange the lifelong watch');
  expect(walk.journey.state.closing?.outcome).toBe('completed');
  walk.decide('Close the course');
  const { state, events } = walk.journey;
  expect(state.closed?.outcome).toBe('completed');
  expect(walk.journey.now.slice(0, 4)).toBe('2041');
  expect(state.anomalies).toEqual([]);
  expect(verifyChain(events)).toMatchObject({ verified: true, events: events.length });
  expect(fold(events)).toEqual(state);
  expect(walk.machines.waiting).toBe(0);
  expect(walk.journey.bindings).toEqual({});
});

/** Whatever becomes due before the next visit is told on the way. */
function toNextVisit(walk: Walk): void {
  const before = walk.journey.state.phases.length;
  while (walk.journey.state.phases.length === before) walk.runTo(walk.nextDue());
}

test('the hub is told where the journey stands at every phase, and who asks for an old run is sent home', () => {
  const walk = new Walk();
  const seen: string[] = [];
  const look = () => {
    const { stands, round } = whereItStands(walk.journey.state, walk.journey.state.run);
    seen.push(`${stands} ${round}`);
  };
  for (const step of [
    'Confirm consent',
    'Record apheresis',
    'Check certificate',
    'Accept receipt',
    'Give GO for thaw',
  ] as const) {
    walk.to(step);
    look();
  }
  walk.decide('Give GO for thaw', 'defer');
  look();
  expect(whereItStands(walk.journey.state, walk.journey.state.run + 1).stands).toBe('Superseded');
  walk.command('resume-execution');
  expect(whereItStands(walk.journey.state, 1).stands).toBe('Superseded');
  walk.toFollowUp();
  look();
  endCourse(walk);
  look();
  walk.decide('Stand everything down');
  walk.decide('Close the course');
  look();
  expect(seen).toEqual([
    'Order 1',
    'Collection 1',
    'Manufacturing 1',
    'Receipt 1',
    'Treatment 1',
    'Treatment 2',
    'FollowUp 0',
    'FollowUp 0',
    'Closed 0',
  ]);
});

test.each([
  ['Register the referral', 'returned', 'rejected'],
  ['Confirm eligibility', 'not-eligible', 'rejected'],
  ['Confirm funding', 'refused', 'rejected'],
  ['Confirm consent', 'refused', 'rejected'],
  ['Place the order', 'rejected', 'rejected'],
] as const)('%s: %s closes the journey as %s at once: nothing was ordered', (step, decision, outcome) => {
  const walk = new Walk();
  walk.to(step);
  walk.decide(step, decision);
  expect(walk.journey.state.closed?.outcome).toBe(outcome);
  expect(walk.journey.open).toEqual([]);
  expect(walk.machines.waiting).toBe(0);
});

test.each([
  ['Check the order', 'rejected', 'rejected'],
  ['Book the slots', 'stopped', 'stopped'],
  ['Record apheresis', 'stopped', 'stopped'],
  ['Check certificate', 'stopped', 'stopped'],
  ['Accept receipt', 'stopped', 'stopped'],
  ['Give GO for thaw', 'stopped', 'stopped'],
  ['Give the product', 'stopped', 'stopped'],
] as const)(
  '%s: %s ends the course as %s; it is closed when all is put in order, and nothing waits any more',
  (step, decision, outcome) => {
    const walk = new Walk();
    walk.to(step);
    walk.decide(step, decision);
    expect(walk.journey.state).toMatchObject({ closing: { outcome } });
    expect(walk.journey.open.map((open) => open.step)).toEqual(['Stand everything down']);
    walk.to('Close the course');
    walk.decide('Close the course');
    expect(walk.journey.state.closed?.outcome).toBe(outcome);
    expect(walk.journey.open).toEqual([]);
    expect(walk.machines.waiting).toBe(0);
    expect(walk.journey.state.phases.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
  },
);

test('a collection, a batch and a delivery can each be repeated, and each repetition is a round of its phase', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.decide('Record apheresis', 'recollect');
  walk.to('Check certificate');
  walk.decide('Check certificate', 'remake');
  walk.to('Check certificate');
  walk.decide('Check certificate', 'recollect');
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'remake');
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'quarantined');
  walk.decide('Resolve quarantine', 'recollect');
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'quarantined');
  walk.decide('Resolve quarantine');
  walk.to('Give GO for thaw');
  expect(courseOf(walk)).toEqual([
    'Order 1 ordered',
    'Collection 1 recollect',
    'Collection 2 collected',
    'Manufacturing 1 remake',
    'Manufacturing 2 recollect',
    'Collection 3 collected',
    'Manufacturing 3 certified',
    'Receipt 1 remake',
    'Manufacturing 4 certified',
    'Receipt 2 recollect',
    'Collection 4 collected',
    'Manufacturing 5 certified',
    'Receipt 3 accepted',
    'Treatment 1 open',
  ]);
  expect(walk.journey.state.anomalies).toEqual([]);
});

test.each([
  ['Give GO for thaw', 'remake', 'Follow the manufacture', 'Manufacturing 2'],
  ['Give GO for thaw', 'recollect', 'Book the slots', 'Collection 2'],
  ['Give the product', 'remake', 'Follow the manufacture', 'Manufacturing 2'],
  ['Give the product', 'recollect', 'Book the slots', 'Collection 2'],
] as const)('%s: %s asks again for %s, and the next product is given to the end', (step, decision, next, phase) => {
  const walk = new Walk();
  walk.to(step);
  walk.decide(step, decision);
  expect(walk.journey.open.map((open) => open.step)).toContain(next);
  expect(courseOf(walk).slice(-2)).toEqual([`Treatment 1 ${decision}`, `${phase} open`]);
  walk.to('Monitor the patient');
  // Whose conditioning had begun waits without a product: that alone is one.
  expect(walk.journey.state.deviations.map(({ kind }) => kind)).toEqual(['product-lost-after-conditioning']);
  walk.toFollowUp();
  expect(walk.journey.state.phases.findLast((record) => record.phase === 'Treatment')).toMatchObject({
    round: 2,
    outcome: 'treated',
  });
  expect(walk.journey.state.anomalies).toEqual([]);
});

test('quarantine is released by a third person on a written disposition, with what was found left as it was', () => {
  const walk = new Walk();
  walk.to('Inspect the delivery');
  const found = evidenceOf(walk.journey.step('Inspect the delivery'), 'inspected', walk.journey);
  walk.decide('Inspect the delivery', 'inspected', { evidence: { ...found, temperatureInRange: false } });
  expect(walk.journey.sign(walk.journey.step('Accept receipt'), 'accepted')).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'inspection-clean' }] } },
  });
  walk.decide('Accept receipt', 'quarantined');
  const step = walk.journey.step('Resolve quarantine');
  const { dispositionReference: _unsaid, ...silent } = evidenceOf(step, 'accepted', walk.journey);
  expect(walk.journey.sign(step, 'accepted', { evidence: silent })).toMatchObject({ refusal: { code: 'invalid' } });
  walk.decide('Resolve quarantine');
  expect(walk.journey.open.map((open) => open.step)).toContain('Confirm receipt to the maker');
});

test('a product made without the cells of the patient skips the collection, also when it is made again', () => {
  const walk = new Walk({ protocol: WITHOUT_COLLECTION });
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'recollect');
  walk.to('Give GO for thaw');
  expect(courseOf(walk)).toEqual([
    'Order 1 ordered',
    'Manufacturing 1 certified',
    'Receipt 1 recollect',
    'Manufacturing 2 certified',
    'Receipt 2 accepted',
    'Treatment 1 open',
  ]);
});

test('visits can be signed in any order; the journey closes with the last one signed, missed or not', () => {
  const plan = { ...PROTOCOL.followUp, visits: PROTOCOL.followUp.visits.slice(0, 4) };
  const walk = new Walk({ protocol: { ...PROTOCOL, followUp: plan } });
  walk.toFollowUp();
  walk.runTo('2027-02-15T00:00:00.000Z');
  expect(walk.journey.open.length).toBe(4);
  for (const [index, visit] of [...walk.journey.open].reverse().entries()) {
    expect(walk.journey.state.closing).toBeUndefined();
    expect(walk.journey.sign(visit, index % 2 === 0 ? 'missed' : 'attended').ok).toBe(true);
  }
  walk.machines.deliver();
  walk.decide('Arrange the lifelong watch');
  walk.decide('Close the course');
  expect(walk.journey.state.closed?.outcome).toBe('completed');
  expect(walk.machines.waiting).toBe(0);
});
