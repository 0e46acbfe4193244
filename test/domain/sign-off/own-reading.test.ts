import { expect, test } from 'vitest';
import { formSchemas } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { isOwnReading } from '../../../lambdas/domain/sign-off/own-reading.ts';
import { COMPARED } from '../../../lambdas/domain/steps/check-the-order.ts';
import { IDENTITY_FIELDS } from '../../../lambdas/domain/steps/identity-fields.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { StepDefinition } from '../../../lambdas/domain/steps/step.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';

/** A criterion, and lists or parts of lists whose rows say what they are about by another field. */
const NONE = ['labelIndication', 'accounts', 'donationAccounts', 'donationSequence'];

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

/** What is asked of both and not compared: their own words, and where each of them put it. */
const NOT_COMPARED = ['explanation', 'changeBecause', 'storageDevice', 'storagePosition'];

const askedBy = ({ step, decisions }: StepDefinition): readonly string[] =>
  Object.entries(formSchemas(step)).flatMap(([form, schema]) => (Object.hasOwn(decisions, form) ? keysOf(schema) : []));

test('whatever a second person is asked that the first was asked too is read by them themselves', () => {
  const all = Object.values<StepDefinition>(steps);
  const askedTwice = all.flatMap((second) =>
    all
      .filter(({ step }) => second.secondTo?.includes(step) === true)
      .flatMap((first) => askedBy(second).filter((key) => askedBy(first).includes(key))),
  );
  const compared = [...new Set([...askedTwice, ...Object.keys(COMPARED)])].filter((key) => !NOT_COMPARED.includes(key));
  expect(compared).toContain('wristbandSource');
  const parts = ['issuer', 'scheme', 'value'];
  expect(compared.filter((key) => !parts.includes(key) && !isOwnReading(`evidence.${key}`))).toEqual([]);
});

test('what identifies is never corrected, and filled in for nobody; a list of accounts says by row what it is about', () => {
  expect(IDENTITY_FIELDS.filter((key) => !isOwnReading(`evidence.${key}`) && !NONE.includes(key))).toEqual([]);
});

test('also as part of a list or a group, and nothing else', () => {
  expect(isOwnReading('evidence.labelCodes.0.code')).toBe(true);
  expect(isOwnReading('evidence.chainOfIdentity.value')).toBe(true);
  expect(isOwnReading('evidence.storagePosition')).toBe(false);
});
