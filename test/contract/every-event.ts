import fc from 'fast-check';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { mailBounced } from '../../lambdas/domain/journey/mail-bounced.ts';
import { receiveOrder } from '../../lambdas/domain/journey/orders.ts';
import { type Outcome, ok } from '../../lambdas/domain/outcome.ts';
import { carryAlarm } from '../../lambdas/domain/reports/carry-alarm.ts';
import { claimStep, unclaimStep } from '../../lambdas/domain/sign-off/claim-step.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { PROTOCOL, personIn, SITE } from '../support/builders.ts';
import { changeCase } from '../support/cases.ts';
import { START, value } from '../support/journey-driver.ts';
import { correctExpiry, givenAfterExpiry } from '../support/many-containers.ts';
import { RandomWalk, randomActs, setOut } from '../support/random-walk.ts';
import { Walk } from '../support/walk.ts';

/** Logs of journeys in which there is an event of every type. */
export const journeysWithEveryEvent = (): readonly (readonly JourneyEvent[])[] => [
  treated(),
  commanded(),
  correctedForMany(),
  ordered('same-course'),
  ordered('another-course'),
  changed(),
];

const LAB = { kind: 'person', id: 'cell-lab-a', role: 'cell-lab' } as const;

/** So that the same release is recorded alike. */
const SEED = 1;

/** Logs of journeys in which anything happened: events have fields there that come seldom. */
export const randomJourneys = (count: number): readonly (readonly JourneyEvent[])[] =>
  fc.sample(fc.tuple(setOut, randomActs), { numRuns: count, seed: SEED }).map(([from, acts]) => {
    const random = new RandomWalk(new Walk());
    random.walk.to(from);
    for (const act of acts) if (random.walk.journey.state.closed === undefined) random.perform(act);
    random.finish();
    return random.walk.journey.events;
  });

/** The case of a change, which is of no patient. */
function changed(): readonly JourneyEvent[] {
  const walk = changeCase({}, [new Walk({ id: 'J1' }).journey.state]);
  walk.decide('Assess the change');
  walk.decide('Approve the change');
  return walk.journey.events;
}

/** One that goes to the first visits, and ends there. */
function treated(): readonly JourneyEvent[] {
  const walk = new Walk();
  walk.toFollowUp();
  new RandomWalk(walk).finish();
  return walk.journey.events;
}

/** One that operations had to help along, and whose mail came back. */
function commanded(): readonly JourneyEvent[] {
  const walk = new Walk();
  // Until it is overdue, and somebody acknowledges it.
  walk.runTo(plus(walk.journey.now, 'P3D', 'UTC'));
  const { phase, round, step } = walk.journey.step('Register the referral');
  const ref = { phase, round, step };
  walk.command('extend', { ...ref, dueAt: plus(walk.journey.now, 'P9D', 'UTC') });
  walk.command('reassign', { ...ref, to: 'coordinator-a' });
  const claimant = { ...personIn(['coordinator']), active: true };
  value(walk.journey.change((scribe) => held(claimStep(scribe, ref, { claimant }))));
  value(walk.journey.change((scribe) => held(unclaimStep(scribe, ref, claimant))));
  walk.command('reissue', ref);
  walk.command('resend', ref);
  const mail = { ref, rung: 'asked', to: 'coordinator-a', why: 'bounced', messageId: 'mail-1' } as const;
  value(walk.journey.change((scribe) => ok({ value: mailBounced(scribe, mail) })));
  const alarm = { from: { journeyId: 'elsewhere', seq: 9 }, reportedBy: LAB, values: { storageDevice: 'vessel 3' } };
  const when = { at: walk.journey.now, zone: SITE.zone, known: 'system' } as const;
  value(walk.journey.change((scribe) => ok({ value: carryAlarm(scribe, { ...alarm, occurredAt: when }) })));
  walk.command('hold');
  walk.command('resume');
  walk.to('Record apheresis');
  const seq = walk.journey.step('Register the referral').decision?.seq;
  walk.command('correct', { seq, occurredAt: { at: START, zone: 'Europe/Berlin', known: 'stated' } });
  walk.command('cancel');
  new RandomWalk(walk).finish();
  return walk.journey.events;
}

const held = (outcome: Outcome<unknown>): Outcome<{ value: undefined }> =>
  outcome.ok ? ok({ value: undefined }) : outcome;

/** One whose certificate is corrected to an expiry that makes more deviations than one commit has room for. */
function correctedForMany(): readonly JourneyEvent[] {
  const walk = givenAfterExpiry();
  correctExpiry(walk);
  return walk.journey.events;
}

/** One beside which another order comes, is matched and withdrawn, and whose patient gets another name. */
function ordered(decision: string): readonly JourneyEvent[] {
  const walk = new Walk();
  const order = { order: 'a'.repeat(64), sender: 'engine', messageId: 'order-2' };
  const protocol = { id: PROTOCOL.id, version: PROTOCOL.version };
  walk.journey.change((scribe) => {
    receiveOrder(scribe, { ...order, eventId: 'event-2', orderedAt: START, protocol, site: SITE });
    return ok({ value: undefined });
  });
  walk.machines.deliver();
  walk.decide('Match the order', decision);
  walk.journey.change((scribe) => {
    const differs = { sender: order.sender, messageId: 'order-3', eventId: 'event-3', differs: ['name' as const] };
    scribe.write('identity.differs', differs, { kind: 'sender', id: order.sender });
    scribe.write('order.withdrawn', { ...order, status: 'revoked' }, { kind: 'sender', id: order.sender });
    return ok({ value: undefined });
  });
  return walk.journey.events;
}
