import { expect, test } from 'vitest';
import { verifyChain } from '../../lambdas/domain/audit/chain.ts';
import { proceduresOf } from '../../local/scenario/check-expectations.ts';
import { deviationsOf, logStreams, remindersOf } from '../../local/scenario/log-streams.ts';
import type { Expectations } from '../../local/scenario/scenario.ts';
import { unmetBut } from '../support/differences.ts';
import { FAULT_CLASSES, type FaultClass, mayDifferUnder, PUNCTUAL } from '../support/fault-classes.ts';
import { Walk } from '../support/walk.ts';

const walk = new Walk();
walk.to('Book the slots');
const { events } = walk.journey;
const log = logStreams(events);
/** The same with a procedure beside the last two steps that were opened. */
const [before, last] = events.filter(({ type }) => type === 'step.opened').slice(-2);
const withProcedures = events.map((event) =>
  event.type === 'step.opened' && (event === before || event === last)
    ? { ...event, data: { ...event.data, procedure: { id: 'SOP-1', version: '4' } } }
    : event,
);
/** Everything as it was, but for the end, which this journey has not come to. */
const EXPECTED = { outcome: 'stopped', log, reminders: remindersOf(events), deviations: deviationsOf(events) } as const;
const OPEN = 'outcome: got "still open", expected "stopped"';
const unmet = (kinds: Parameters<typeof unmetBut>[0], change: Partial<Expectations>) =>
  unmetBut(kinds, { expect: { ...EXPECTED, ...change }, events, verification: verifyChain(events) });

test('reminders, mails that came back and dates are forgiven where they may differ, and nowhere else', () => {
  const late = {
    ...EXPECTED,
    log: {
      ...log,
      journey: [...(log.journey ?? []), 'mail bounced: asked'],
      plan: [...(log.plan ?? []), 'delivery'],
      'Book the slots 1': [...(log['Book the slots 1'] ?? []), 'acknowledged: half'],
    },
    reminders: [...EXPECTED.reminders, 'Book the slots 1: half'],
  };
  expect(unmet(['mails', 'reminders', 'times'], late)).toEqual([OPEN]);
  const differing = unmet([], late).map((line) => line.split(':')[0]);
  expect(differing.sort()).toEqual([
    'log of Book the slots 1',
    'log of journey',
    'log of plan',
    'outcome',
    'reminders',
  ]);
});

test('a deviation by which somebody was late is forgiven where dates may move, and no other', () => {
  const deviated = (gate: string) => {
    const name = 'Book the slots 1';
    const lines = [...(log[name] ?? []), `deviation: against-${gate}`];
    return { ...EXPECTED, log: { ...log, [name]: lines }, deviations: [`against-${gate}`] };
  };
  expect(unmet(['times'], deviated('go-stands-thaw'))).toEqual([OPEN]);
  expect(unmet(['reminders'], deviated('go-stands-thaw'))).toHaveLength(3);
  expect(unmet(['times'], deviated('identity-matches'))).toHaveLength(3);
});

test('what was done about a deviation of time is forgiven with it, and of no other', () => {
  const handled = (kind: string) => ({
    ...EXPECTED,
    log: { ...log, 'Triage the deviation 1': ['investigate'], 'Capa 1': ['entered'] },
    deviations: [kind],
  });
  expect(unmet(['times'], handled('given-after-expiry'))).toEqual([OPEN]);
  expect(unmet(['mails'], handled('given-after-expiry'))).toHaveLength(4);
  expect(unmet(['times'], handled('identity-differs'))).toHaveLength(4);
});

test('of one who was observed until the end came, more days or fewer are forgiven', () => {
  const observed = { log: { ...log, 'Monitor the patient 1': ['observation', 'observation', 'withdrawn'] } };
  expect(unmet(['times'], observed)).toHaveLength(1);
  expect(unmet(['reminders'], observed)).toHaveLength(2);
});

test('where a course is given up, some got further with it or less far, and only there', () => {
  const last = 'Book the slots 1';
  const cut = { ...log, [last]: ['withdrawn'], 'Collection 1': ['entered', 'ended: cancelled'] };
  const further = (name: string, lines: readonly string[]) => ({ log: { ...cut, [name]: lines } });
  expect(unmet(['times'], further('Receipt 1', ['entered', 'ended: cancelled']))).toEqual([OPEN]);
  expect(unmet(['times'], further('Receipt 1', ['entered', 'ended: accepted']))).toHaveLength(2);
  expect(unmet(['reminders'], further('Receipt 1', ['entered', 'ended: cancelled']))).not.toEqual([OPEN]);
  // What deviated there is looked for as ever.
  expect(unmet(['times'], further(last, ['deviation: identity-mismatch', 'withdrawn']))).toHaveLength(2);
  // Of a course that is not given up every stream is as told.
  expect(unmet(['times'], { log: { ...log, 'Receipt 1': ['entered'] } })).toHaveLength(2);
});

test('a step shows a version of its procedure that was in force before where others were late, and no other', () => {
  const shown = Object.entries(proceduresOf(withProcedures)).map(([step]) => step);
  const [first = '', second = ''] = shown;
  const play = (kinds: Parameters<typeof unmetBut>[0], procedures: Readonly<Record<string, string>>) =>
    unmetBut(kinds, {
      expect: { ...EXPECTED, procedures },
      events: withProcedures,
      verification: verifyChain(events),
    });
  expect(play([], { [first]: 'SOP-1 version 4', [second]: 'SOP-1 version 4' })).toEqual([OPEN]);
  expect(play(['times'], { [first]: 'SOP-1 version 4', [second]: 'SOP-1 version 5' })).toEqual([OPEN]);
  expect(play(['reminders'], { [first]: 'SOP-1 version 4', [second]: 'SOP-1 version 5' })).toHaveLength(2);
  expect(play(['times'], { [first]: 'SOP-1 version 5', [second]: 'SOP-1 version 5' })).toHaveLength(2);
  expect(play(['times'], { [first]: 'SOP-1 version 4' })).toHaveLength(2);
});

test('a decision that is missing, an outcome and a deviation are forgiven nowhere', () => {
  const name = Object.keys(log).find((stream) => /^Confirm/.test(stream)) ?? '';
  for (const faults of Object.keys(FAULT_CLASSES) as FaultClass[]) {
    const kinds = mayDifferUnder(faults, false);
    expect(unmet(kinds, { log: { ...log, [name]: ['another decision'] } })).toHaveLength(2);
    expect(unmet(kinds, {})).toEqual([OPEN]);
  }
});

test('nothing differs under faults that make nobody late', () => {
  for (const name of PUNCTUAL as readonly FaultClass[]) expect(mayDifferUnder(name, false)).toEqual([]);
});
