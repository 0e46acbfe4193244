import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { lastOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { visitPlan } from '../../../lambdas/domain/clocks/follow-up.ts';
import { dayZero } from '../../../lambdas/domain/journey/product.ts';
import { visits } from '../../../lambdas/domain/protocol/accessors.ts';
import { compareDurations } from '../../../lambdas/domain/protocol/durations.ts';
import { minus, plus } from '../../../lambdas/domain/time.ts';
import { entryAt } from '../../support/bedside.ts';
import { PROTOCOL, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

test('no visit is planned while nothing was given', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  expect(visitPlan(walk.journey.state, PROTOCOL)).toEqual([]);
  walk.complete(step);
  expect(dayZero(walk.journey.state)).toBeUndefined();
});

test('visits are counted on the calendar of the site, and keep their hour across a change to summer time', () => {
  const walk = new Walk({ now: '2027-03-10T14:00:00.000Z' });
  walk.toFollowUp();
  const zero = dayZero(walk.journey.state);
  const local = (at = '') => Temporal.Instant.from(at).toZonedDateTimeISO(SITE.zone);
  const plan = visitPlan(walk.journey.state, PROTOCOL);
  expect(plan.map(({ name, round }) => `${round} ${name}`)).toEqual(
    visits(PROTOCOL).map(({ name }, index) => `${index + 1} ${name}`),
  );
  const offsets = new Set<string>();
  for (const { opensAt, dueAt } of plan) {
    for (const at of [opensAt, dueAt]) {
      expect(local(at).toPlainTime().equals(local(zero).toPlainTime())).toBe(true);
      offsets.add(local(at).offset);
    }
  }
  expect([...offsets].sort()).toEqual(['+01:00', '+02:00']);
  const months = plan.find(({ name }) => name === 'M6');
  expect(months?.opensAt).toBe(
    local(zero).add({ months: 6 }).subtract({ days: 30 }).toInstant().toString({ fractionalSecondDigits: 3 }),
  );
  expect(visits(PROTOCOL).toSorted((one, other) => compareDurations(one.after.value, other.after.value))).toEqual(
    visits(PROTOCOL),
  );
});

test('each visit is opened once, at the start of its window, also when the first falls before the discharge', () => {
  const walk = new Walk();
  walk.to('Discharge');
  const plan = visitPlan(walk.journey.state, PROTOCOL);
  walk.runTo(plan[5]?.opensAt ?? '');
  const entered = walk.journey.state.phases.filter(({ phase }) => phase === 'FollowUpVisit');
  expect(entered.map(({ visit, enteredAt }) => ({ visit, enteredAt }))).toEqual(
    plan.slice(0, 6).map(({ name, opensAt }) => ({ visit: name, enteredAt: opensAt })),
  );
  expect(walk.journey.open.map(({ step }) => step)).toContain('Discharge');
  const starts = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'start' ? [effect.name] : []));
  expect(new Set(starts).size).toBe(starts.length);
  expect(starts.filter((name) => name.includes('-FollowUpVisit-'))).toHaveLength(6);
});

test('a correction of day 0 moves every visit, says which moved from when to when, and keeps what was first stated', () => {
  const walk = new Walk();
  walk.toFollowUp();
  const { journey } = walk;
  const before = visitPlan(journey.state, PROTOCOL);
  const begun = entryAt(walk, 'infusion-started');
  const zero = begun.occurredAt.at;
  // Earlier than the first container: with it every visit moves.
  const at = plus(zero, '-PT36H', 'UTC');
  journey.pass('P1D');
  const { length } = journey.events;
  walk.command('correct', { seq: begun.seq, occurredAt: { at, zone: SITE.zone, known: 'transcribed' } });
  const after = visitPlan(journey.state, PROTOCOL);
  expect(dayZero(journey.state)).toBe(at);
  const corrected = journey.events[length];
  if (corrected?.type !== 'time.corrected') throw new Error('expected a correction');
  for (const [index, visit] of before.entries()) {
    expect(corrected.data.changes).toContainEqual({
      clock: `visit ${visit.name} opens`,
      from: visit.opensAt,
      to: after[index]?.opensAt,
    });
  }
  expect(corrected.data.changes).toHaveLength(2 * before.length);
  expect(journey.events.find(({ seq }) => seq === begun.seq)?.occurredAt.at).toBe(zero);
});

test('a correction that makes visits due opens them at once', () => {
  const walk = new Walk();
  walk.toFollowUp();
  const { journey } = walk;
  const begun = entryAt(walk, 'infusion-started');
  const at = plus(begun.occurredAt.at, '-P4D', 'UTC');
  expect(journey.open).toEqual([]);
  value(journey.command('correct', { seq: begun.seq, occurredAt: { at, zone: SITE.zone, known: 'scanned' } }));
  walk.machines.deliver();
  expect(journey.state.phases.flatMap(({ visit }) => visit ?? [])).toEqual(['D7']);
  expect(walk.asked.map(({ step }) => step).toSorted()).toEqual(['Record follow-up visit', 'Sign the correction']);
});

test('a visit not yet recorded is told 30, 14 and 3 days before its window ends, each once, on an open day before, as far as it is open by then', () => {
  const walk = new Walk();
  walk.toFollowUp();
  const { journey } = walk;
  const plan = visitPlan(journey.state, PROTOCOL);
  const site = workingTimeOf(journey.state);
  const [first, , , , , , months] = plan;
  if (first === undefined || months?.name !== 'M6') throw new Error('expected M6 to be the seventh visit');
  const days = (dueAt: string, before: number) => lastOpen(minus(dueAt, `P${before}D`, SITE.zone), site);
  walk.runTo(months.dueAt);
  const warned = (round: number) =>
    journey.events.flatMap(({ type, data, recordedAt }) =>
      type === 'rung.reached' && data.round === round && data.rung.startsWith('visit-window')
        ? [{ rung: data.rung, at: recordedAt, to: data.to, silent: data.silent }]
        : [],
    );
  const to = ['physician', 'coordinator', 'registry'];
  expect(warned(7)).toEqual(
    [30, 14, 3].map((before) => ({
      rung: `visit-window-${before}`,
      at: days(months.dueAt, before),
      to,
      silent: false,
    })),
  );
  expect(warned(1).map(({ rung }) => rung)).toEqual(['visit-window-3']);
});
