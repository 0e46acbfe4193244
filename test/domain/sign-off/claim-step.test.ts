import { expect, it, test } from 'vitest';
import { summaryOf } from '../../../lambdas/domain/journey/summary.ts';
import { type Outcome, ok } from '../../../lambdas/domain/outcome.ts';
import { claimNow, claimStep, unclaimStep } from '../../../lambdas/domain/sign-off/claim-step.ts';
import type { Role } from '../../../lambdas/domain/vocabulary.ts';
import type { Reader } from '../../../lambdas/domain/worklist/reader.ts';
import { personIn, SITE } from '../../support/builders.ts';
import { delegationOf } from '../../support/delegations.ts';
import { Walk } from '../../support/walk.ts';

const FIRST = 'Register the referral';
const reader = (id: string, roles: readonly Role[] = ['coordinator'], more: Partial<Reader> = {}): Reader => ({
  id,
  site: SITE.id,
  roles,
  active: true,
  ...more,
});
const ann = reader('ann');
const bea = reader('bea');

/** A journey whose first step is asked on a Monday at nine in Berlin. */
const desk = () => {
  const walk = new Walk();
  const { journey } = walk;
  const { phase, round, step } = journey.step(FIRST);
  const ref = { phase, round, step };
  const asCommand = <T>(outcome: Outcome<T>) => (outcome.ok ? ok({ value: outcome.value }) : outcome);
  return {
    journey,
    claims: (claimant: Reader, takesOverBecause?: string) =>
      journey.change((scribe) => asCommand(claimStep(scribe, ref, { claimant, takesOverBecause }))),
    gives: (claimant: Reader) => journey.change((scribe) => asCommand(unclaimStep(scribe, ref, claimant))),
    held: () => claimNow(journey.step(FIRST), journey.now)?.by,
  };
};

it('is seen until the shift ends, and is over by itself', () => {
  const { journey, claims, held } = desk();
  expect(claims(ann)).toMatchObject({ value: { by: 'ann', until: '2026-11-23T14:00:00.000Z' } });
  expect(journey.events.at(-1)).toMatchObject({
    type: 'step.claimed',
    by: { kind: 'person', id: 'ann', role: 'coordinator' },
  });
  const line = () => summaryOf(journey.state, journey.protocol, journey.bindings, journey.now).open?.[0];
  expect(line()?.claim).toMatchObject({ by: 'ann' });
  journey.pass('PT5H59M');
  expect(held()).toBe('ann');
  journey.pass('PT1M');
  expect(held()).toBeUndefined();
  expect(line()?.claim).toBeUndefined();
  expect(claims(bea)).toMatchObject({ value: { by: 'bea', until: '2026-11-23T22:00:00.000Z' } });
});

it('is no gate: anybody eligible signs, also by a page that was open before', () => {
  const { journey, claims } = desk();
  const shown = journey.show(journey.step(FIRST));
  expect(claims(ann).ok).toBe(true);
  expect(journey.sign(journey.step(FIRST), 'registered', { shown, signer: personIn(['coordinator'], 'z') }).ok).toBe(
    true,
  );
});

it('is claimed again without another event, and given back by its holder alone', () => {
  const { journey, claims, gives, held } = desk();
  const first = claims(ann);
  const { length } = journey.events;
  journey.pass('PT1H');
  expect(claims(ann)).toEqual(first);
  expect(gives(bea).ok).toBe(true);
  expect(journey.events).toHaveLength(length);
  expect(gives(ann).ok).toBe(true);
  expect(held()).toBeUndefined();
  expect(claims(bea).ok).toBe(true);
});

test('another is told who sees to it; a coordinator takes it over with a reason', () => {
  const walk = new Walk();
  const { phase, round, step } = walk.to('Confirm eligibility');
  const claims = (claimant: Reader, takesOverBecause?: string) =>
    walk.journey.change((scribe) => {
      const claimed = claimStep(scribe, { phase, round, step }, { claimant, takesOverBecause });
      return claimed.ok ? ok({ value: claimed.value }) : claimed;
    });
  expect(claims(reader('pia', ['physician'])).ok).toBe(true);
  const refused = { ok: false, refusal: { code: 'conflict', detail: { by: 'pia' } } };
  expect(claims(reader('paul', ['physician']))).toMatchObject(refused);
  expect(claims(reader('paul', ['physician']), 'she went home')).toMatchObject(refused);
  expect(claims(ann)).toMatchObject(refused);
  expect(claims(ann, 'she went home').ok).toBe(true);
  expect(walk.journey.events.at(-1)).toMatchObject({ by: { id: 'ann' }, data: { reason: 'she went home' } });
});

test('only those who are asked claim, in their own right or in the place of another', () => {
  const { claims } = desk();
  const no = { ok: false, refusal: { code: 'forbidden' } };
  expect(claims(reader('nic', ['nurse']))).toMatchObject(no);
  expect(claims(reader('ann', ['coordinator'], { site: 'elsewhere' }))).toMatchObject(no);
  expect(claims(reader('ann', ['coordinator'], { active: false }))).toMatchObject(no);
  const lent = delegationOf(personIn(['coordinator']), { ...personIn(['nurse']), id: 'nic' });
  expect(claims(reader('nic', ['nurse'], { standsIn: [lent] })).ok).toBe(true);
});

it('ends with the step', () => {
  const { journey, claims, held } = desk();
  expect(claims(ann).ok).toBe(true);
  expect(journey.sign(journey.step(FIRST), 'registered').ok).toBe(true);
  expect(held()).toBeUndefined();
  expect(claims(bea)).toMatchObject({ refusal: { code: 'conflict' } });
});
