import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seal } from '../../../lambdas/domain/audit/chain.ts';
import { type EventType, eventData, MAIL_CLASSES, RUN_REASONS } from '../../../lambdas/domain/events/data.ts';
import { type JourneyEvent, parseEvent, type UnsealedEvent } from '../../../lambdas/domain/events/journey-event.ts';
import { CorruptionFault } from '../../../lambdas/domain/faults.ts';
import { apply, fold } from '../../../lambdas/domain/journey/apply.ts';
import { PLAN_ITEMS } from '../../../lambdas/domain/plan/plan-item.ts';
import { JOURNEY_OUTCOMES, PHASE_OUTCOMES, PHASES, REPORTS, ROLES, STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { JOURNEY_ID } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2042-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const occurrence = fc.record({
  at: instant,
  zone: fc.constant('Europe/Berlin'),
  known: fc.constant('stated' as const),
});
const small = fc.integer({ min: 1, max: 3 });
const text = fc.string({ minLength: 1, maxLength: 8 }).map((some) => `x${some}x`);
const ref = { phase: fc.constantFrom(...PHASES), round: small, step: fc.constantFrom(...STEPS) };
const values = fc.constant({});
const order = { order: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)), sender: text, messageId: text };

/** Data of every event type, as its schema allows. */
const data: { readonly [T in EventType]: fc.Arbitrary<unknown> } = {
  'journey.opened': fc.constant({
    protocol: { id: 'p', version: 1, sha256: 'x' },
    site: { id: 's', zone: 'Europe/Berlin' },
    patient: 'p',
    order: { sender: 'ehr', messageId: 'm', orderedAt: '2026-11-23T08:00:00.000Z' },
  }),
  'case.opened': fc.constant({ site: { id: 's', zone: 'Europe/Berlin' }, case: { kind: 'deviation', title: 't' } }),
  'run.started': fc.record({ run: small, reason: fc.constantFrom(...RUN_REASONS) }),
  'phase.entered': fc.record({ phase: ref.phase, round: small }),
  'phase.ended': fc.record({ phase: ref.phase, round: small, outcome: fc.constantFrom(...PHASE_OUTCOMES) }),
  'step.opened': fc.record({ ...ref, run: small, machine: fc.constant({ name: 'm', revision: 'r' }) }),
  'rung.reached': fc.record({
    ...ref,
    rung: text,
    to: fc.constant([ROLES[0]]),
    class: fc.constantFrom(...MAIL_CLASSES),
    silent: fc.boolean(),
  }),
  'checklist.recorded': fc.record({
    ...ref,
    item: fc.constantFrom('a', '__proto__'),
    values,
    contentHash: text,
    meaning: text,
    assurance: fc.constant('pin'),
  }),
  'step.decided': fc.record({
    ...ref,
    decision: text,
    evidence: values,
    contentHash: text,
    meaning: text,
    assurance: fc.constant('pin'),
  }),
  'step.skipped': fc.record({ ...ref, because: text }),
  'report.made': fc.record({
    report: fc.constantFrom(...REPORTS),
    at: fc.record(ref),
    values,
    contentHash: text,
    meaning: text,
    assurance: fc.constant('pin'),
  }),
  'alarm.carried': fc.record({
    from: fc.record({ journeyId: text, seq: small }),
    reportedBy: fc.constant({ kind: 'person', id: 'a', role: 'cell-lab' }),
    values,
  }),
  'step.withdrawn': fc.record({ ...ref, because: text }),
  'step.extended': fc.record({ ...ref, dueAt: instant, reason: text }),
  'step.reassigned': fc.record({ ...ref, to: text, reason: text }),
  'step.claimed': fc.record({ ...ref, until: instant }),
  'step.unclaimed': fc.record({ ...ref }),
  'link.reissued': fc.record({ ...ref, reason: text }),
  'mail.resent': fc.record({ ...ref, reason: text }),
  'notice.acknowledged': fc.record({
    ...ref,
    rung: text,
    contentHash: text,
    meaning: text,
    assurance: fc.constant('pin'),
  }),
  'mail.bounced': fc.record({
    ref: fc.record(ref),
    rung: text,
    to: text,
    why: fc.constant('bounced'),
    calledNext: fc.boolean(),
    messageId: text,
  }),
  'plan.changed': fc.record({
    sequence: small,
    items: fc.constant([{ item: PLAN_ITEMS[0], number: 1, from: null, to: null }]),
  }),
  'order.received': fc.record({
    ...order,
    eventId: text,
    orderedAt: instant,
    protocol: fc.constant({ id: 'p', version: 1 }),
    site: fc.constant({ id: 's', zone: 'Europe/Berlin' }),
  }),
  'order.withdrawn': fc.record({ ...order, status: text }),
  'identity.differs': fc.record({
    sender: text,
    messageId: text,
    eventId: text,
    differs: fc.constantFrom<('name' | 'identifiers')[]>(['name'], ['name', 'identifiers']),
  }),
  'order.linked': fc.record({ ...order, eventId: text }),
  'order.set-apart': fc.record({ ...order, eventId: text }),
  'journey.held': fc.record({ reason: text }),
  'journey.resumed': fc.record({ reason: text }),
  'journey.cancelled': fc.record({ reason: text }),
  'time.corrected': fc.record({ seq: small, occurredAt: occurrence, reason: text, changes: fc.constant([]) }),
  'deviation.opened': fc.record({ kind: text, class: fc.constant('critical'), ...ref, detail: text }),
  'deviations.found': fc.record({
    deviations: fc.array(fc.record({ kind: text, class: fc.constant('critical'), ...ref, detail: text }), {
      minLength: 1,
    }),
  }),
  'journey.closing': fc.record({ outcome: fc.constantFrom(...JOURNEY_OUTCOMES) }),
  'journey.closed': fc.record({ outcome: fc.constantFrom(...JOURNEY_OUTCOMES) }),
};

const anyEvent = fc
  .constantFrom(...(Object.keys(eventData) as EventType[]))
  .chain((type) =>
    fc.record({ type: fc.constant(type), occurredAt: occurrence, recordedAt: instant, data: data[type] }),
  );

function logOf(events: readonly { type: EventType; recordedAt: string; occurredAt: unknown; data: unknown }[]) {
  let prev = '0'.repeat(64);
  return events.map((event, index) => {
    const sealed = seal(
      {
        schemaVersion: 1,
        journeyId: JOURNEY_ID,
        seq: index + 1,
        by: { kind: 'system', id: 'test' },
        release: { version: '1', commit: 'c' },
        ...event,
      } as unknown as UnsealedEvent,
      prev,
    );
    prev = sealed.hash;
    return sealed;
  });
}

test('every event has a result in every state, and what does not fit is kept as an anomaly and changes nothing else', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
      const opened = { ...events[0], type: 'journey.opened', recordedAt: '2026-11-23T08:00:00.000Z' } as const;
      const occurredAt = { at: opened.recordedAt, zone: 'UTC', known: 'system' };
      const first = { ...opened, occurredAt, data: fc.sample(data['journey.opened'], 1)[0] };
      const log = logOf([first, ...events]);
      for (const event of log) expect(parseEvent(event)).toEqual(event);
      let state = apply(undefined, log[0] as JourneyEvent);
      for (const event of log.slice(1)) {
        const before = state;
        state = apply(state, event);
        if (state === undefined || before === undefined) throw new Error('a journey once opened has a state');
        if (state.anomalies.length > before.anomalies.length) {
          expect(state).toEqual({ ...before, seq: event.seq, anomalies: state.anomalies });
          expect(state.anomalies.at(-1)?.seq).toBe(event.seq);
        }
      }
      expect(fold(log)).toEqual(state);
    }),
    { numRuns: 120 },
  );
});

test('a log that does not begin with the opening has no state', () => {
  const [, ...rest] = new Walk().journey.events;
  expect(fold(rest)).toBeUndefined();
  expect(fold([])).toBeUndefined();
});

test('the state is the same whenever a log is read, also up to any event', () => {
  const walk = new Walk();
  walk.to('Discharge');
  const { events, state } = walk.journey;
  const states = events.map((_, index) => fold(events.slice(0, index + 1)));
  expect(states.at(-1)).toEqual(state);
  for (const [index, event] of events.entries()) expect(apply(states[index - 1], event)).toEqual(states[index]);
});

const after = (walk: Walk, type: EventType, given: unknown) => {
  const { events, state } = walk.journey;
  const last = events.at(-1);
  return apply(state, { ...last, seq: state.seq + 1, type, data: given } as unknown as JourneyEvent);
};

test.each([
  ['a second decision', 'step.decided', { decision: 'stopped', evidence: {}, contentHash: 'x', meaning: 'x' }],
  ['a reminder', 'rung.reached', { rung: 'due', to: ['qa'], class: 'due', silent: false }],
  ['an extension', 'step.extended', { dueAt: '2030-01-01T00:00:00.000Z', reason: 'x' }],
  ['a withdrawal', 'step.withdrawn', { because: 'x' }],
] as const)('%s of a decided step is an anomaly; the decision stands', (_what, type, given) => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.decide('Record apheresis');
  const { phase, round, step, key } = walk.journey.step('Record apheresis');
  const state = after(walk, type, { phase, round, step, ...given });
  expect(state?.anomalies).toHaveLength(1);
  expect(state?.steps[key]).toEqual(walk.journey.state.steps[key]);
});

test('nothing but a correction or a deviation is added to a closed journey', () => {
  const walk = new Walk();
  walk.command('cancel');
  expect(after(walk, 'journey.held', { reason: 'x' })?.anomalies[0]?.why).toContain('closed');
  expect(after(walk, 'phase.entered', { phase: 'Receipt', round: 1 })?.phases).toEqual(walk.journey.state.phases);
  const deviation = { phase: 'Order', round: 1, step: 'Confirm consent', kind: 'k', class: 'minor', detail: 'd' };
  expect(after(walk, 'deviation.opened', deviation)?.anomalies).toEqual([]);
});

test('an event that is not understood is refused by name when it is read', () => {
  const [event] = new Walk().journey.events;
  expect(() => parseEvent({ ...event, type: 'step.forgotten' })).toThrow(/step\.forgotten, expected one of/);
  expect(() => parseEvent({ ...event, type: 'toString' })).toThrow(CorruptionFault);
  expect(() => parseEvent({ ...event, extra: 1 })).toThrow(/journey\.opened does not fit/);
  expect(() => parseEvent(null)).toThrow(CorruptionFault);
});
