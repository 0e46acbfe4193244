import { expect, test } from 'vitest';
import { formSchemas } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { isOwnReading } from '../../../lambdas/domain/sign-off/own-reading.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';

/** A criterion, and lists or parts of lists whose rows say what they are about by another field. */
const NONE = ['labelIndication', 'donationAccounts', 'donationSequence'];

function keysOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { readonly properties?: object };
  const asked = Object.entries(properties ?? {}).filter(([, one]) => (one as { const?: unknown }).const !== true);
  return [...asked.map(([key]) => key), ...Object.values(schema).flatMap(keysOf)];
}

test('whatever a decision asks of identity, donation, batch, container or label is read by everybody themselves', () => {
  const decisions = STEPS.flatMap((step) => Object.values(formSchemas(step)));
  const keys = new Set(decisions.flatMap(keysOf));
  const asked = [...keys].filter((key) => /^(chainOfIdentity|batch|container|label|bagLabel|donation)/.test(key));
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((key) => !isOwnReading(`evidence.${key}`) && !NONE.includes(key))).toEqual([]);
});

test('also as part of a list or a group, and nothing else', () => {
  expect(isOwnReading('evidence.labelCodes.0.code')).toBe(true);
  expect(isOwnReading('evidence.chainOfIdentity.value')).toBe(true);
  expect(isOwnReading('evidence.storagePosition')).toBe(false);
});
