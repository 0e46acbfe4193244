import { expect, test } from 'vitest';
import * as z from 'zod';
import { fold } from '../../../lambdas/domain/journey/apply.ts';
import { productExpiry } from '../../../lambdas/domain/journey/product.ts';
import { openSteps } from '../../../lambdas/domain/journey/state.ts';
import { formSchemas } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { allowsMore, LIMIT_FIELDS } from '../../../lambdas/domain/steps/limit-fields.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const walkTo = (step: StepName): Walk => {
  const walk = new Walk();
  walk.to(step);
  return walk;
};
const correct = (walk: Walk, path: string, to: unknown): void =>
  walk.command('correct', { seq: walk.journey.step('Check certificate').decision?.seq, evidence: { path, to } });
const expiry = ({ journey }: Walk): unknown => journey.step('Check certificate').decision?.evidence.expiresOn;
const days = (of: unknown, by: string): string => plus(`${String(of)}T12:00:00.000Z`, by, 'UTC').slice(0, 10);
const answer = ({ journey }: Walk, decision: 'signed' | 'disputed'): void => {
  const open = openSteps(journey.state).find(({ step }) => step === 'Sign the correction');
  if (open === undefined) throw new Error('expected Sign the correction');
  value(journey.sign(open, decision, { signer: personIn(['pharmacist']) }));
};
const corrections = ({ journey }: Walk) =>
  journey.events.flatMap(({ type, data }) => (type === 'time.corrected' ? [data] : []));

test('a limit corrected to later authorises nothing until it is signed; then every clock and gate reads it', () => {
  const walk = walkTo('Give GO for thaw');
  const { journey } = walk;
  const [first, before] = [expiry(walk), productExpiry(journey.state)];
  const later = days(first, 'P30D');
  const { version } = journey.step('Give GO for thaw');
  correct(walk, 'expiresOn', later);
  expect(corrections(walk)[0]?.evidence).toEqual({ path: 'expiresOn', from: first, to: later, counts: 'once-signed' });
  expect(corrections(walk)[0]?.changes).toEqual([]);
  expect(corrections(walk)[0]?.readBy?.clocks).toContainEqual(
    expect.objectContaining({ clock: 'product expires', from: before }),
  );
  expect([expiry(walk), productExpiry(journey.state)]).toEqual([first, before]);
  const shown = journey.step('Give GO for thaw').version;
  expect(shown).toBeGreaterThan(version);
  answer(walk, 'signed');
  expect(expiry(walk)).toBe(later);
  expect(productExpiry(journey.state)).not.toBe(before);
  expect(journey.step('Give GO for thaw').version).toBeGreaterThan(shown);
  expect(fold(journey.events)).toEqual(journey.state);
});

test('disputed, the stricter value stands; a limit corrected to earlier counts at once', () => {
  const walk = walkTo('Give GO for thaw');
  const first = expiry(walk);
  correct(walk, 'expiresOn', days(first, 'P30D'));
  answer(walk, 'disputed');
  expect(expiry(walk)).toBe(first);
  // What is stated is the later day still: to take it back is a correction, and counts.
  correct(walk, 'expiresOn', first);
  expect(corrections(walk)[1]?.evidence).toEqual({ path: 'expiresOn', from: days(first, 'P30D'), to: first });
  correct(walk, 'expiresOn', days(first, '-P2D'));
  expect(expiry(walk)).toBe(days(first, '-P2D'));
});

test('of several corrections the newest waits, and is measured by what counts', () => {
  const walk = walkTo('Give GO for thaw');
  const first = expiry(walk);
  for (const later of ['P30D', 'P20D']) {
    correct(walk, 'expiresOn', days(first, later));
    expect(expiry(walk)).toBe(first);
  }
  expect(() => correct(walk, 'expiresOn', days(first, 'P20D'))).toThrow('corrects nothing');
  answer(walk, 'signed');
  expect(expiry(walk)).toBe(days(first, 'P20D'));
});

test('what waited and was signed is part of what a later correction is judged by', () => {
  const walk = walkTo('Give GO for thaw');
  const { journey } = walk;
  correct(walk, 'expiresOn', days(expiry(walk), 'P30D'));
  answer(walk, 'signed');
  const known = journey.state.deviations.length;
  const { seq, evidence } = journey.step('Complete conditioning').decision ?? {};
  const to = plus(String(evidence?.endedAt), '-PT1M', 'UTC');
  walk.command('correct', { seq, evidence: { path: 'endedAt', to } });
  expect(journey.state.deviations).toHaveLength(known);
});

/** Dates that are planned or told, and hold nothing back. */
const PLANNED = [
  'capaDoneBy',
  'conditioningFrom',
  'dueOn',
  'expectedAt',
  'expiryOnLabel',
  'from',
  'infusionAgreedFor',
  'plannedDayZeroAt',
  'plannedDeliveryAt',
  'plannedReadyAt',
  'predictedReadyAt',
  'requestedCollectionOn',
  'until',
];

test('every date of evidence that may lie ahead is a limit, by name, or a plan', () => {
  const ahead = new Set<string>();
  const collect = (schema: unknown, name: string): void => {
    const { format, tense, properties, items } = z
      .looseObject({
        format: z.string().optional(),
        tense: z.string().optional(),
        properties: z.record(z.string(), z.unknown()).optional(),
        items: z.unknown().optional(),
      })
      .parse(schema);
    if (format?.startsWith('date') === true && tense !== 'past') ahead.add(name);
    for (const [inner, of] of Object.entries(properties ?? {})) collect(of, inner);
    if (items !== undefined) collect(items, name);
  };
  for (const step of STEPS) for (const schema of Object.values(formSchemas(step))) collect(schema, '');
  const known = [...Object.keys(LIMIT_FIELDS), ...PLANNED];
  expect([...ahead].filter((name) => !known.includes(name))).toEqual([]);
});

test('of numbers the wider limit is the one that allows more', () => {
  expect(allowsMore('results.0.atLeast', 70, 60)).toBe(true);
  expect(allowsMore('results.0.atLeast', 70, 80)).toBe(false);
  expect(allowsMore('results.0.atMost', 5, 6)).toBe(true);
  expect(allowsMore('staysNearUntil', '2027-01-02', '2027-01-01')).toBe(true);
  expect(allowsMore('endedAt', '2027-01-01T00:00:00.000Z', '2027-01-02T00:00:00.000Z')).toBe(false);
});
