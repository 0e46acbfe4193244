import { describe, expect, test } from 'vitest';
import { nextOpen, workingTimeOf } from '../../../lambdas/domain/calendar/working-time.ts';
import { conditioningWindow } from '../../../lambdas/domain/journey/conditioning.ts';
import { goOf } from '../../../lambdas/domain/journey/go.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { minus, minuteOf, plus } from '../../../lambdas/domain/time.ts';
import { atBedside } from '../../support/bedside.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const at = (step: 'Start conditioning' | 'Give the product', walk = new Walk()): Walk => {
  walk.to(step);
  return walk;
};
const thawDeviations = (walk: Walk): readonly string[] => {
  expect(atBedside(walk, 'thaw-started').ok).toBe(true);
  return walk.journey.state.deviations.map(({ kind }) => kind);
};
const start = ({ journey }: Walk) => journey.sign(journey.step('Start conditioning'), 'started');
const CLOSED = {
  refusal: { code: 'forbidden', detail: { gates: [{ gate: 'go-stands-conditioning', status: 'closed' }] } },
};

test.each([
  ['the protocol', STRICTEST_POLICY, 'PT60M', 'PT48H'],
  ['a stricter site', { ...STRICTEST_POLICY, thawGoMinutes: 20, conditioningGoHours: 12 }, 'PT20M', 'PT12H'],
  ['no laxer site', { ...STRICTEST_POLICY, thawGoMinutes: 240 }, 'PT60M', 'PT48H'],
] as const)('a GO counts as long as %s says', (_name, policy, thaw, conditioning) => {
  const walk = at('Start conditioning', new Walk({ policy }));
  const { journey } = walk;
  const given = journey.step('Give GO for conditioning').decision?.occurredAt.at ?? '';
  expect(goOf(journey.state, journey.protocol, 'conditioning')).toEqual({
    from: given,
    endsAt: plus(given, conditioning, 'UTC'),
  });
  walk.to('Give the product');
  // From the signature of the second person, for as long as counts from the first, which is stricter.
  const first = journey.step('Give GO for thaw').decision?.occurredAt.at ?? '';
  const from = journey.step('Confirm GO for thaw').decision?.occurredAt.at ?? '';
  expect(from > first).toBe(true);
  expect(goOf(journey.state, journey.protocol, 'thaw')).toEqual({ from, endsAt: plus(first, thaw, 'UTC') });
});

test('conditioning starts up to the last instant of its GO, and after it only as a deviation', () => {
  const walk = at('Start conditioning');
  const { journey } = walk;
  journey.now = goOf(journey.state, journey.protocol, 'conditioning')?.endsAt ?? '';
  const inTime = at('Start conditioning');
  inTime.journey.now = goOf(inTime.journey.state, inTime.journey.protocol, 'conditioning')?.endsAt ?? '';
  expect(start(inTime).ok).toBe(true);
  journey.pass('PT1S');
  expect(start(walk)).toMatchObject(CLOSED);
  walk.decide('Start conditioning', 'started-without-go');
  expect(journey.state.deviations.map(({ kind }) => kind)).toEqual([
    'against-go-stands-conditioning',
    'conditioning-without-go',
  ]);
});

test('people are told when a GO ends, and not once it was used', () => {
  const walk = at('Start conditioning');
  const { endsAt = '' } = goOf(walk.journey.state, walk.journey.protocol, 'conditioning') ?? {};
  walk.runTo(plus(endsAt, 'P3D', 'UTC'));
  const told = walk.journey.events.filter(({ type, data }) => type === 'rung.reached' && data.rung === 'go-ends');
  expect(told.map(({ recordedAt }) => recordedAt)).toEqual([nextOpen(endsAt, workingTimeOf(walk.journey.state))]);
});

const REOPENINGS: Readonly<Record<string, (walk: Walk) => void>> = {
  hold: (walk) => {
    walk.command('hold');
    walk.command('resume');
  },
  flag: (walk) => {
    report(walk, 'flags-raised', { flags: ['do-not-ship'] });
    walk.decide('Review the flags', 'cleared');
  },
  excursion: (walk) => {
    report(walk, 'excursion');
    walk.decide('Record the disposition', 'may-be-used');
  },
  mismatch: (walk) => {
    report(walk, 'identity-mismatch');
    walk.decide('Resolve the mismatch');
    walk.decide('Confirm the resolution');
  },
  date: (walk) => {
    report(walk, 'dates-moved');
  },
  death: (walk) => {
    report(walk, 'death');
    walk.decide('Confirm the death', 'not-so');
  },
  consent: (walk) => {
    report(walk, 'consent-withdrawn');
    walk.journey.pass('PT1M');
    walk.decide('Decide on the withdrawal', 'consented-again');
  },
};

test.each(Object.keys(REOPENINGS))('a new %s reopens both kinds of GO, also once it is settled', (by) => {
  for (const [step, kind] of [
    ['Start conditioning', 'conditioning'],
    ['Give the product', 'thaw'],
  ] as const) {
    const walk = at(step);
    REOPENINGS[by]?.(walk);
    while (walk.handleDeviation());
    expect(goOf(walk.journey.state, walk.journey.protocol, kind)?.reopenedBy).toBe(by);
    if (kind === 'conditioning') expect(start(walk)).toMatchObject(CLOSED);
    else expect(thawDeviations(walk)).toContain('against-go-stands-thaw');
  }
});

test('once the product is accepted on site, the date of its delivery and where a container stands reopen nothing', () => {
  const walk = at('Start conditioning');
  report(walk, 'dates-moved', {
    plannedDayZeroAt: undefined,
    deliveryWindow: { from: '2027-01-01T08:00:00.000Z', until: '2027-01-01T09:00:00.000Z' },
  });
  report(walk, 'storage-moved');
  report(walk, 'consent-withdrawn', { consents: ['registry'] });
  expect(start(walk).ok).toBe(true);
});

test('a thaw under a standing GO is none; against a lapsed one it is recorded, and is a critical deviation', () => {
  expect(thawDeviations(at('Give the product'))).toEqual([]);
  const late = at('Give the product');
  late.journey.pass('PT2H');
  expect(thawDeviations(late)).toEqual(['against-go-stands-thaw']);
});

test('the time at which it was thawed counts, not the one at which that was written down', () => {
  const walk = at('Give the product');
  const occurredAt = walk.journey.now;
  walk.journey.pass('PT5H');
  expect(atBedside(walk, 'thaw-started', { occurredAt }).ok).toBe(true);
  expect(walk.journey.state.deviations).toEqual([]);
});

test.each([
  ['hours before any GO', 'PT5H'],
  ['between the two signatures', 'PT1M'],
])('a thaw %s is recorded at its time, and is a critical deviation', (_name, before) => {
  const walk = at('Give the product');
  const { from = '' } = goOf(walk.journey.state, walk.journey.protocol, 'thaw') ?? {};
  expect(atBedside(walk, 'thaw-started', { occurredAt: minus(from, before, 'UTC') }).ok).toBe(true);
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'against-go-stands-thaw', class: 'critical' }]);
});

test('a time stated to the minute in which the GO was signed is under it', () => {
  const walk = new Walk();
  walk.to('Confirm GO for thaw');
  walk.journey.pass('PT40S');
  walk.decide('Confirm GO for thaw');
  const { from = '' } = goOf(walk.journey.state, walk.journey.protocol, 'thaw') ?? {};
  walk.journey.pass('PT5M');
  expect(atBedside(walk, 'thaw-started', { occurredAt: `${minuteOf(from)}:00.000Z` }).ok).toBe(true);
  expect(walk.journey.state.deviations).toEqual([]);
});

test('conditioning started before its GO is not authorised by it; it is recorded as what it was', () => {
  const walk = at('Start conditioning');
  const { journey } = walk;
  const { from = '' } = goOf(journey.state, journey.protocol, 'conditioning') ?? {};
  const occurredAt = minus(from, 'P5D', 'UTC');
  expect(journey.sign(journey.step('Start conditioning'), 'started', { occurredAt })).toMatchObject(CLOSED);
  expect(journey.state.deviations).toEqual([]);
  walk.decide('Start conditioning', 'started-without-go', { occurredAt });
  expect(journey.state.deviations.map(({ kind }) => kind)).toEqual([
    'against-go-stands-conditioning',
    'conditioning-without-go',
  ]);
});

test('a GO is not given for a time at which its gates were closed', () => {
  const walk = new Walk();
  walk.to('Give GO for thaw');
  const { journey } = walk;
  const { from = '' } = conditioningWindow(journey.state, journey.protocol) ?? {};
  const occurredAt = minus(from, 'PT1H', 'UTC');
  expect(journey.sign(journey.step('Give GO for thaw'), 'go', { occurredAt })).toMatchObject({
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'in-conditioning-window', status: 'closed' }] } },
  });
  expect(journey.sign(journey.step('Give GO for thaw'), 'go').ok).toBe(true);
});

test.each([
  ['Start conditioning', 'Give GO for conditioning'],
  ['Give the product', 'Give GO for thaw'],
] as const)('%s: a lapsed GO is given anew by the same people, and then stands', (step, asked) => {
  const walk = at(step);
  walk.journey.pass('P3D');
  walk.decide(step, 'go-lapsed');
  expect(walk.journey.open.map((open) => open.step)).toContain(asked);
  walk.to(step);
  expect(walk.journey.step(step).round).toBe(2);
  if (step === 'Start conditioning') expect(start(walk).ok).toBe(true);
  else expect(thawDeviations(walk)).toEqual([]);
});

test('the second person can refuse the GO: it is asked anew of both', () => {
  const walk = new Walk();
  walk.to('Confirm GO for thaw');
  walk.decide('Confirm GO for thaw', 'no-go', {
    evidence: evidenceOf(walk.journey.step('Confirm GO for thaw'), 'no-go', walk.journey),
  });
  expect(walk.journey.open.map(({ key }) => key)).toEqual(['Treatment.2.Give GO for thaw']);
  expect(goOf(walk.journey.state, walk.journey.protocol, 'thaw')).toBeUndefined();
});

describe('the second signature under the GO for thaw', () => {
  const waiting = (): Walk => {
    const walk = new Walk();
    walk.to('Confirm GO for thaw');
    return walk;
  };
  const confirm = ({ journey }: Walk) => journey.sign(journey.step('Confirm GO for thaw'), 'go');
  const NOT_CONFIRMED = {
    refusal: { code: 'forbidden', detail: { gates: [{ gate: 'first-go-stands', status: 'closed' }] } },
  };

  test('is given up to the last instant of the first, and not after it', () => {
    const walk = waiting();
    walk.journey.pass('PT60M');
    expect(confirm(walk).ok).toBe(true);
    const late = waiting();
    late.journey.pass('PT60M');
    late.journey.pass('PT1S');
    expect(confirm(late)).toMatchObject(NOT_CONFIRMED);
    late.decide('Confirm GO for thaw', 'no-go');
    expect(late.journey.open.map(({ step }) => step)).toEqual(['Give GO for thaw']);
  });

  test.each(Object.keys(REOPENINGS))('is not given on one that a new %s reopened, also once that is settled', (by) => {
    const walk = waiting();
    REOPENINGS[by]?.(walk);
    while (walk.handleDeviation());
    expect(confirm(walk)).toMatchObject(NOT_CONFIRMED);
  });
});
