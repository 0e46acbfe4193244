import { expect, test } from 'vitest';
import { CameTooLate, signStep } from '../../../local/scenario/people.ts';
import { persistentWorld } from '../../../local/scenario/persistent-world.ts';
import type { World } from '../../../local/scenario/world.ts';

const STEP = { journeyId: 'J', phase: 'Order', round: 1, step: 'Confirm consent', role: 'physician' };

/** A world whose one step answers every signature with this. */
const answering = (status: number, body: unknown = {}): World => ({
  name: 'embedded',
  now: async () => '2027-01-11T08:00:00.000Z',
  request: async (_path, { method }) =>
    method === 'GET'
      ? { status: 200, body: { ...STEP, contentHash: 'c', nonce: 'n', status: 'open' } }
      : { status, body },
  mails: async () => [],
  settle: async () => undefined,
  pass: async () => true,
});
const taken = { decision: 'given', after: 'PT1H' } as const;
const answer = { ...taken, refused: 403 } as const;

test('what was to be refused and is taken is a mistake; only where things broke may people have come late enough', async () => {
  const taking = answering(200);
  await expect(signStep(taking, '/x', answer, 'UTC')).rejects.toThrow('given got 200 {}, expected 403');
  expect(await signStep(persistentWorld(taking), '/x', answer, 'UTC')).toBe('allowed');
  expect(await signStep(persistentWorld(taking), '/x', taken, 'UTC')).toBeUndefined();
});

test('what is refused is a mistake; where things broke, what is refused for time alone is told apart', async () => {
  const expired = { detail: { gates: [{ gate: 'not-expired' }] } };
  const other = { detail: { gates: [{ gate: 'identity-matches' }] } };
  await expect(signStep(answering(403, expired), '/x', taken, 'UTC')).rejects.not.toBeInstanceOf(CameTooLate);
  const late = (body: unknown) => signStep(persistentWorld(answering(403, body)), '/x', taken, 'UTC');
  await expect(late(expired)).rejects.toBeInstanceOf(CameTooLate);
  await expect(late(other)).rejects.not.toBeInstanceOf(CameTooLate);
});

test('whoever is refused for what others have still to do waits for them, but only where things broke', async () => {
  const open = { detail: { gates: [{ gate: 'no-open-excursion' }] } };
  const both = { detail: { gates: [{ gate: 'no-open-excursion' }, { gate: 'identity-matches' }] } };
  const late = (body: unknown) => signStep(persistentWorld(answering(403, body)), '/x', taken, 'UTC');
  expect(await late(open)).toBe('to wait');
  await expect(late(both)).rejects.toThrow('given got 403');
  await expect(signStep(answering(403, open), '/x', taken, 'UTC')).rejects.toThrow('given got 403');
});

test('a link that is too old is a mistake; where things broke, the next mail brings another', async () => {
  const old: World = { ...answering(200), request: async () => ({ status: 410, body: { code: 'expired' } }) };
  await expect(signStep(old, '/x', taken, 'UTC')).rejects.toThrow('got expired, expected a step');
  expect(await signStep(persistentWorld(old), '/x', taken, 'UTC')).toBe('to wait');
  const nothing: World = { ...answering(200), request: async () => ({ status: 404, body: {} }) };
  await expect(signStep(persistentWorld(nothing), '/x', taken, 'UTC')).rejects.toThrow('got no step, expected a step');
});
