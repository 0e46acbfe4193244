import { expect, test } from 'vitest';
import * as z from 'zod';
import { itemEvidence } from '../../../lambdas/domain/sign-off/evidence-schemas.ts';
import { containerComponents } from '../../../lambdas/domain/steps/certificate-components.ts';
import { chainOfIdentity, containers, donationNumber } from '../../../lambdas/domain/steps/evidence.ts';
import { IDENTITY_FIELDS, isOfIdentity } from '../../../lambdas/domain/steps/identity-fields.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';

interface Field {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** Every field of a schema, inner ones with those around them; places of lists are left out. */
function fieldsOf(schema: z.ZodType, path: readonly string[] = []): readonly Field[] {
  const own = path.length === 0 ? [] : [{ path: path.join('.'), schema }];
  if (schema instanceof z.ZodOptional) return [...own, ...fieldsOf(schema.unwrap() as z.ZodType, path)];
  if (schema instanceof z.ZodArray) return [...own, ...fieldsOf(schema.element as z.ZodType, path)];
  if (!(schema instanceof z.ZodObject)) return own;
  const shape = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>);
  return [...own, ...shape.flatMap(([name, field]) => fieldsOf(field, [...path, name]))];
}

const FIELDS = Object.values(steps).flatMap(({ decisions, checklist }) =>
  [
    ...Object.values(decisions).map(({ evidence }) => evidence()),
    ...(checklist?.items ?? []).map((item) => itemEvidence(item)),
  ].flatMap((schema) => fieldsOf(schema)),
);

const nameOf = (path: string): string => path.split('.').at(-1) ?? '';

/** Named like an identifier, and none: counts of printed labels, what a label allows, and in what state something was found. */
const NO_IDENTIFIERS = [
  'labelsPrinted',
  'labelsAttached',
  'labelsDestroyed',
  'criteria.labelIndication',
  'containersIntact',
];
const LIKE_IDENTIFIERS = /chain|batch|container|donation|wristband|label|autologous|orderNumber|account/i;

test('every field of evidence that is built as an identifier, or named like one, is known as one', () => {
  const shapes: readonly z.ZodType[] = [chainOfIdentity, containers, donationNumber, containerComponents()];
  const identifiers = FIELDS.filter(
    ({ path, schema }) =>
      shapes.includes(schema) ||
      (LIKE_IDENTIFIERS.test(nameOf(path)) && !NO_IDENTIFIERS.includes(path) && !(schema instanceof z.ZodLiteral)),
  );
  expect(identifiers.filter(({ path }) => !isOfIdentity(path)).map(({ path }) => path)).toEqual([]);
  expect(identifiers.length).toBeGreaterThan(50);
});

test('every name that is known as an identifier is a field of some evidence', () => {
  const names = new Set(FIELDS.flatMap(({ path }) => path.split('.')));
  expect(IDENTITY_FIELDS.filter((name) => !names.has(name))).toEqual([]);
});

test.each([
  ['chainOfIdentity', true],
  ['chainOfIdentity.value', true],
  ['containers.0', true],
  ['accounts.0.container', true],
  ['endedAt', false],
  ['pendingTests.0.dueOn', false],
])('%s: %s', (path, expected) => {
  expect(isOfIdentity(path)).toBe(expected);
});
