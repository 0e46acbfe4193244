import { describe, expect, it, test } from 'vitest';
import { everyAuthorisation } from '../../../lambdas/domain/gates/every-authorisation.ts';
import { exempted, exemptionsShown } from '../../../lambdas/domain/gates/exempted.ts';
import { closed, closedGates, type Gate, OPEN } from '../../../lambdas/domain/gates/gate.ts';
import { PASSABLE_GATES, stricter } from '../../../lambdas/domain/gates/gate-class.ts';
import { type SitePolicy, STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { JourneyState, Report } from '../../../lambdas/domain/journey/state.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { askedNowAndThen } from '../../../lambdas/domain/sign-off/checks.ts';
import { gatesToPass } from '../../../lambdas/domain/sign-off/gates-to-pass.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { type Role, STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { JourneyDriver } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

/** Of a step with a procedure beside its form. */
const toPass = (step: StepName): readonly Gate[] =>
  gatesToPass({ step, procedure: { id: 'SOP-1', version: '1' }, openedAt: '2026-01-01T00:00:00.000Z' });

/** Every gate of every decision and item, and whether whoever does it is competent. */
const everyGate = [
  ...new Map(
    STEPS.flatMap((step) => {
      const { decisions, checklist } = steps[step];
      const items = checklist?.items ?? [];
      const own = [...Object.values(decisions), ...items].flatMap(({ gates, deviations = [] }) => [
        ...gates,
        ...deviations,
      ]);
      own.push(...items.flatMap(({ foreseen = [], excursions = [] }) => [...foreseen, ...excursions]));
      return [...everyAuthorisation, ...own, ...toPass(step)].map((gate) => [gate.name, gate] as const);
    }),
  ).values(),
];

const walk = new Walk();
const step = walk.to('Confirm eligibility');
const { state, now } = walk.journey;

/** A log in which everybody signed that this gate may be passed, by whatever way: as if a check had let it through. */
function forged(
  { name, ofPerson }: Gate,
  { policy, who = 'doer' }: { policy?: SitePolicy; who?: string } = {},
): JourneyState {
  const made = (report: Report['report'], id: string, role: Role, seq: number): Report => ({
    seq,
    report,
    at: step,
    values: {
      gate: name,
      ...(ofPerson === true ? { performer: who } : {}),
      exemptedUntil: plus(now, 'PT6H', 'UTC'),
      explanation: 'forged',
    },
    by: { kind: 'person', id, role },
    occurredAt: { at: now, zone: state.site.zone, known: 'system' },
    recordedAt: now,
    contentHash: 'hash',
  });
  return {
    ...state,
    site: { ...state.site, ...(policy === undefined ? {} : { policy }) },
    reports: [
      made('qa-exemption', 'quentin', 'qa', 101),
      made('emergency-continuation', 'petra', 'physician', 102),
      made('emergency-continuation', 'paul', 'pharmacist', 103),
    ],
  };
}

const isPassed = (gate: Gate, as: { policy?: SitePolicy; who?: string } = {}): boolean => {
  const shut = { ...gate, judge: () => closed('closed') };
  const context = { state: forged(gate, as), protocol: PROTOCOL, now: plus(now, 'PT1H', 'UTC'), evidence: {} };
  return closedGates(exempted([shut], { step, people: [{ id: as.who ?? 'doer' }] }), context).length === 0;
};

/** What is only looked at after it was done refuses nothing, so that nobody need pass it. */
const refusing = new Set(
  STEPS.flatMap((step) => [
    ...[...Object.values(steps[step].decisions), ...(steps[step].checklist?.items ?? [])].flatMap(({ gates }) => gates),
    ...toPass(step),
  ]).map(({ name }) => name),
);
const hasWayPast = (gate: Gate): boolean =>
  refusing.has(gate.name) && (gate.class === 'qa-exemption' || gate.class === 'emergency-continuation');

test('all gates are looked at, and those that somebody can pass are named', () => {
  expect(everyGate.length).toBeGreaterThan(30);
  const passable = everyGate.filter(hasWayPast);
  expect(passable.map(({ name }) => name).toSorted()).toEqual([...PASSABLE_GATES].toSorted());
});

describe.each(everyGate.map((gate) => [gate.name, gate] as const))('%s', (_name, gate) => {
  const mayBePassed = hasWayPast(gate);

  it('is passed in the way its class names, or by nobody', () => {
    expect(isPassed(gate)).toBe(mayBePassed);
  });

  it('is passed by nobody who signed that it may be', () => {
    const signers = gate.class === 'qa-exemption' ? ['quentin'] : ['petra', 'paul'];
    expect(signers.filter((who) => isPassed(gate, { who }))).toEqual([]);
  });

  it('is passed by nobody where the site says so, and by no site that would have it easier', () => {
    const gateClasses = Object.fromEntries(PASSABLE_GATES.map((name) => [name, 'never' as const]));
    const never = { ...STRICTEST_POLICY, gateClasses };
    expect(isPassed(gate, { policy: never })).toBe(false);
  });
});

test('a site makes a class stricter, never looser', () => {
  expect(stricter('emergency-continuation', 'qa-exemption')).toBe('qa-exemption');
  expect(stricter('emergency-continuation', 'never')).toBe('never');
  expect(stricter('never', 'qa-exemption')).toBe('never');
  expect(stricter('hold', 'qa-exemption')).toBe('hold');
  expect(stricter('qa-exemption', undefined)).toBe('qa-exemption');
});

test('a gate that nobody named is passed by nobody, whatever its class', () => {
  const strange: Gate = { name: 'strange', class: 'qa-exemption', judge: () => closed('closed') };
  expect(isPassed(strange)).toBe(false);
});

test('an exemption is of one occurrence, and ends', () => {
  const gate: Gate = { name: 'approvals-valid', class: 'qa-exemption', judge: () => closed('closed') };
  const at = (duration: string, key = step.key) =>
    closedGates(exempted([gate], { step: { key }, people: [{ id: 'doer' }] }), {
      state: forged(gate),
      protocol: PROTOCOL,
      now: plus(now, duration, 'UTC'),
      evidence: {},
    }).length;
  expect([at('PT0S'), at('PT5H59M'), at('PT6H'), at('-PT1S'), at('PT1H', 'Order.2.Confirm eligibility')]).toEqual([
    0, 0, 1, 1, 1,
  ]);
});

test('what was closed only when it was done is named, by the registers of that time', () => {
  const byRegisters: Gate = {
    name: 'site-ready',
    class: 'qa-exemption',
    judge: ({ readiness }) => (readiness === undefined ? OPEN : closed('lapsed')),
  };
  const then = noReadiness(state.site.id);
  const context = { state: forged(byRegisters), protocol: PROTOCOL, evidence: {}, now: plus(now, 'PT3H', 'UTC') };
  const read = { now: then, earlier: then };
  const contexts = askedNowAndThen(context, { at: plus(now, 'PT2H', 'UTC'), zone: 'UTC', known: 'stated' }, read);
  const acting = { step, people: [{ id: 'doer' }] };
  expect(exemptionsShown([byRegisters], acting, contexts)).toEqual({ exemptions: [{ gate: 'site-ready', of: [101] }] });
  expect(exemptionsShown([byRegisters], acting, [context])).toEqual({});
});

test('a journey opened under a policy keeps it', () => {
  const policy = { ...STRICTEST_POLICY, gateClasses: { competent: 'qa-exemption' } } as const;
  expect(new JourneyDriver({ policy }).state.site.policy?.gateClasses).toEqual({ competent: 'qa-exemption' });
});
