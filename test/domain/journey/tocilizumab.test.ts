import { expect, test } from 'vitest';
import { tocilizumabDueAt } from '../../../lambdas/domain/journey/tocilizumab.ts';
import { type Instant, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL, personIn, SITE } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

/** As many doses as the label asks for, and the time in which they must be there again. */
const LEAST = 2;
const within = (at: Instant): Instant => plus(at, 'PT8H', 'UTC');
const [label] = PROTOCOL.treatment?.tocilizumab ?? [];
if (PROTOCOL.treatment === undefined || label === undefined)
  throw new Error('expected a label that asks for tocilizumab');
const protocol = {
  ...PROTOCOL,
  treatment: {
    ...PROTOCOL.treatment,
    tocilizumab: [
      {
        ...label,
        jurisdiction: 'EU' as const,
        dosesOnSite: { ...label.dosesOnSite, value: LEAST },
        resupplyWithin: { value: 'PT8H', source: 'site', certainty: 'site-default' as const },
      },
    ],
  },
};

const AFTER = ['Discharge', 'Send the discharge letter', 'End the proximity period'] as const;

class Ward {
  readonly walk: Walk;
  readonly at: StepName;
  readonly start: Instant;
  constructor(at: StepName = 'Monitor the patient', acknowledging = true) {
    this.walk = new Walk({ protocol, acknowledging });
    this.at = at;
    this.walk.to(at);
    this.start = this.walk.journey.now;
    this.walk.journey.pass('P1D');
  }
  /** Hours after the step was reached. */
  hour(hours: number): Instant {
    return plus(this.start, `PT${hours}H`, 'UTC');
  }
  record(item: string, hour: number, evidence: Readonly<Record<string, unknown>>): number {
    const { journey } = this.walk;
    const recorded = journey.record(journey.step(this.at), item, {
      signer: personIn(['nurse']),
      evidence,
      occurredAt: this.hour(hour),
    });
    return value(recorded).seq;
  }
  given = (hour: number, dosesLeftOnSite = 0): number =>
    this.record('tocilizumab-given', hour, { lot: 'toci 1', dosesLeftOnSite });
  resupplied = (hour: number, dosesOnSite: number): number =>
    this.record('tocilizumab-resupplied', hour, { lot: 'toci 2', dosesOnSite });
  dueAt(): Instant | undefined {
    const { journey } = this.walk;
    return tocilizumabDueAt(journey.state, journey.step(this.at), journey.protocol);
  }
  told(at = this.at): readonly string[] {
    return this.walk.journey.step(at).rungs.filter((rung) => /^tocilizumab-resupply-\d+$/.test(rung));
  }
}

test('a resupply stops the clock when it makes up the number of the label, and not with fewer or none', () => {
  const ward = new Ward();
  ward.given(1);
  ward.resupplied(2, 0);
  ward.resupplied(3, LEAST - 1);
  expect(ward.dueAt()).toBe(within(ward.hour(1)));
  ward.resupplied(4, LEAST);
  expect(ward.dueAt()).toBeUndefined();
});

test('each dose has a clock of its own: a second one replaces none that runs, and each is told', () => {
  const ward = new Ward();
  const first = ward.given(20);
  const second = ward.given(22);
  expect(ward.dueAt()).toBe(within(ward.hour(20)));
  ward.walk.runTo(within(ward.hour(20)));
  expect(ward.told()).toEqual([`tocilizumab-resupply-${first}`]);
  ward.walk.runTo(within(ward.hour(22)));
  expect(ward.told()).toContain(`tocilizumab-resupply-${second}`);
});

test('what happened first counts, not what was written down first', () => {
  const ward = new Ward();
  ward.resupplied(5, LEAST);
  ward.given(3);
  expect(ward.dueAt()).toBeUndefined();
  ward.given(6);
  expect(ward.dueAt()).toBe(within(ward.hour(6)));
});

test('a corrected time of a dose moves its clock, also past a resupply', () => {
  const ward = new Ward();
  const dose = ward.given(3);
  ward.resupplied(5, LEAST);
  const occurredAt = { at: ward.hour(7), zone: SITE.zone, known: 'device' };
  ward.walk.command('correct', { seq: dose, occurredAt });
  expect(ward.dueAt()).toBe(within(ward.hour(7)));
});

test.each(AFTER)(
  '%s: a dose given after monitoring was decided is recorded, and its clock runs and is told',
  (step) => {
    const ward = new Ward(step);
    const dose = ward.given(20);
    expect(ward.dueAt()).toBe(within(ward.hour(20)));
    ward.walk.runTo(within(ward.hour(20)));
    expect(ward.told()[0]).toBe(`tocilizumab-resupply-${dose}`);
  },
);

test('a clock goes on when the step is decided in which the dose was recorded', () => {
  const ward = new Ward('Discharge');
  ward.given(20);
  ward.walk.decide('Discharge');
  const { journey } = ward.walk;
  const next = journey.step('Send the discharge letter');
  expect(tocilizumabDueAt(journey.state, next, journey.protocol)).toBe(within(ward.hour(20)));
});

test.each([
  [LEAST, undefined],
  [LEAST - 1, 30],
])('a dose that leaves %i on site: its clock, and that of the dose before it', (left, hour) => {
  const ward = new Ward();
  ward.given(22);
  ward.given(23, left);
  expect(ward.dueAt()).toBe(hour === undefined ? undefined : ward.hour(hour));
});

test.each([
  [true, 0],
  [false, 1],
])(
  'a clock told while the patient was monitored, acknowledged: %s, is told so often in each step that carries it',
  (acknowledging, times) => {
    const ward = new Ward('Monitor the patient', acknowledging);
    const { walk } = ward;
    ward.given(20);
    walk.runTo(ward.hour(29));
    expect(ward.told()).toHaveLength(1);
    walk.decide('Monitor the patient');
    for (const step of AFTER) {
      walk.runTo(plus(walk.journey.now, 'PT1M', 'UTC'));
      expect(ward.told(step)).toHaveLength(times);
      expect(tocilizumabDueAt(walk.journey.state, walk.journey.step(step), protocol)).toBe(ward.hour(28));
      walk.decide(step);
    }
  },
);

test('a resupply at the minute of the dose stops the clock when it was written down after it', () => {
  const ward = new Ward();
  ward.given(3);
  ward.resupplied(3, LEAST);
  expect(ward.dueAt()).toBeUndefined();
});
