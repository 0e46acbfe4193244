import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { type AskedCorrection, askCorrection } from '../../../lambdas/domain/sign-off/ask-correction.ts';
import { signedFor, valuesOf } from '../../../lambdas/domain/sign-off/correctable.ts';
import type { Person } from '../../../lambdas/domain/sign-off/permission.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { personIn } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const STEP = 'Record apheresis';

/** A collection that was signed, and somebody who asks for a correction of it. */
function collected() {
  const walk = sceneOf(STEP);
  walk.decide(STEP);
  walk.journey.pass('PT1H');
  const { journey, machines } = walk;
  const step = journey.step(STEP);
  const ask = (person: Person, asked: Partial<AskedCorrection> = {}) => {
    const outcome = journey.change((scribe) => {
      const all = {
        seq: step.decision?.seq ?? 0,
        to: plus(journey.now, '-PT2H', 'UTC'),
        reason: 'a slip of the pen',
        ...asked,
      };
      const seq = askCorrection(scribe, journey.events, step, all, person);
      return seq.ok ? ok({ value: seq.value }) : seq;
    });
    machines.deliver();
    return outcome;
  };
  return { walk, journey, step, ask };
}

test('who may sign a step asks for a correction of it: what operations do by command, in their own name, and signed again', () => {
  const { walk, journey, ask } = collected();
  const at = plus(journey.now, '-PT2H', 'UTC');
  value(ask(personIn(['apheresis'], 'c')));
  const corrected = journey.events.findLast(({ type }) => type === 'time.corrected');
  expect(corrected).toMatchObject({
    by: { kind: 'person', id: 'apheresis-c', role: 'apheresis' },
    data: { occurredAt: { at, known: 'stated' }, reason: 'a slip of the pen', assurance: 'pin' },
  });
  expect(journey.open.map(({ step }) => step)).toContain('Sign the correction');
  walk.decide('Sign the correction');
  expect(verifyChain(journey.events).verified).toBe(true);
});

test('every single value can be asked about, by its path, and is corrected by the rules of corrections', () => {
  const { journey, step, ask } = collected();
  const person = personIn(['apheresis'], 'c');
  const values = signedFor(journey.state, step, person).flatMap(valuesOf);
  expect(values.map(({ path }) => path)).toContain(undefined);
  const number = values.find(({ value: stands, seq }) => typeof stands === 'number' && seq === step.decision?.seq);
  if (number?.path === undefined) throw new Error('expected a number');
  expect(ask(person, { path: number.path, to: 'many' })).toMatchObject({ ok: false, refusal: { code: 'invalid' } });
  value(ask(person, { path: number.path, to: Number(number.value) + 1 }));
  expect(Object.values(journey.state.corrected)).toMatchObject([
    { path: number.path, from: number.value, to: Number(number.value) + 1 },
  ]);
});

test.each([
  ['holds another role', personIn(['pharmacist'])],
  ['is of another site', { ...personIn(['apheresis'], 'c'), site: 'site-2' }],
])('somebody who %s is told that they may not, and nothing is written', (_, person) => {
  const { journey, step, ask } = collected();
  const { length } = journey.events;
  expect(ask(person)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
  expect(journey.events.length).toBe(length);
  expect(signedFor(journey.state, step, person)).toEqual([]);
});

test('who has signed it and lost the role may ask, in the role they signed in; of others they may not', () => {
  const { journey, step, ask } = collected();
  const signer = { ...personIn(['registry']), id: step.decision?.by.id ?? '' };
  value(ask(signer));
  expect(journey.events.findLast(({ type }) => type === 'time.corrected')?.by).toMatchObject({ role: 'apheresis' });
  expect(signedFor(journey.state, step, signer).every(({ by }) => by.id === signer.id)).toBe(true);
  expect(ask(signer, { seq: 1 })).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
});

test('a line of a checklist is of those who record it', () => {
  const walk = new Walk();
  const step = walk.to('Give the product');
  walk.complete(step);
  const { state } = walk.journey;
  const mine = (role: 'nurse' | 'registry') =>
    signedFor(state, walk.journey.step('Give the product'), personIn([role], 'z')).map(
      ({ what }) => what.split('#')[0],
    );
  expect(mine('nurse').length).toBeGreaterThan(0);
  expect(mine('registry')).toEqual([]);
});

test('neither a signature under a correction nor what nobody signed can be asked about', () => {
  const { walk, journey, ask } = collected();
  value(ask(personIn(['apheresis'], 'c')));
  walk.decide('Sign the correction');
  const again = journey.step('Sign the correction');
  expect(signedFor(journey.state, again, personIn(['apheresis']))).toEqual([]);
});

test('in a closed journey it is corrected and asks nobody; it stands there unsigned', () => {
  const walk = sceneOf('Close the course');
  walk.decide('Close the course');
  const { journey } = walk;
  expect(journey.state.closed).toBeDefined();
  const step = journey.step('Account for every container');
  const to = plus(step.decision?.occurredAt.at ?? '', '-PT1M', 'UTC');
  const person = {
    ...personIn(['qa'], 'c'),
    roles: [step.decision?.by.kind === 'person' ? step.decision.by.role : 'qa'],
  } as Person;
  value(
    journey.change((scribe) => {
      const asked = { seq: step.decision?.seq ?? 0, to, reason: 'found in the paper' };
      const seq = askCorrection(scribe, journey.events, step, asked, person);
      return seq.ok ? ok({ value: seq.value }) : seq;
    }),
  );
  expect(journey.open).toEqual([]);
  expect(Object.values(journey.state.corrected)).toHaveLength(1);
});

test('where the site asks for more than a PIN, a PIN corrects nothing', () => {
  const walk = new Walk({ policy: { ...STRICTEST_POLICY, assurance: { 'Confirm consent': 'passkey' } } });
  walk.to('Confirm consent');
  walk.decide('Confirm consent', undefined, { signer: { ...personIn(['physician']), assurance: 'passkey' } });
  const { journey } = walk;
  const step = journey.step('Confirm consent');
  const seq = step.decision?.seq ?? 0;
  const asked = { seq, to: plus(journey.now, '-PT2H', 'UTC'), reason: 'a slip of the pen' };
  const { length } = journey.events;
  expect(
    journey.change((scribe) => {
      const done = askCorrection(scribe, journey.events, step, asked, personIn(['physician'], 'c'));
      return done.ok ? ok({ value: done.value }) : done;
    }),
  ).toMatchObject({ ok: false, refusal: { code: 'forbidden', detail: { problem: 'assurance-too-low' } } });
  expect(journey.events).toHaveLength(length);
});
