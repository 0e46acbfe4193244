import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { parseSignOffForm } from '../../lambdas/pages/form/parse.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import type { FormValues } from '../../lambdas/pages/views.ts';
import { encoded, formFor, pairsOf } from './support/controls.ts';
import { schemaOf, viewOf, ZONE } from './support/views.ts';

const schema = z.strictObject({
  line: z.string().max(60),
  prose: z.string().max(500).optional(),
  few: z.enum(['one', 'two']),
  many: z.enum(['a', 'b', 'c', 'd', 'e']).optional(),
  grade: z.union([z.literal(1), z.literal(2)]),
  sure: z.boolean(),
  done: z.literal(true),
  whole: z.int(),
  real: z.number().nullable(),
  at: z.iso.datetime({ offset: true }),
  on: z.iso.date(),
  bags: z.array(z.string()),
  kinds: z.array(z.enum(['x', 'y', 'z'])),
  identity: z.strictObject({ issuer: z.string(), deep: z.strictObject({ value: z.string() }) }).optional(),
  rows: z.array(z.strictObject({ name: z.string(), kind: z.enum(['x', 'y']), sure: z.boolean().optional() })).max(3),
});
type Evidence = z.input<typeof schema>;

// Outer spaces are trimmed and line ends are \n, so neither is generated where it would not come back.
const text = (max: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .map((raw) => raw.replaceAll('\ufffd', '').trim())
    .filter((one) => one !== '' && !/[\p{Cc}\u2028\u2029]/u.test(one) && one.length <= max);
const minute = fc
  .integer({ min: 0, max: 40 * 525_600 })
  .map((minutes) =>
    Temporal.Instant.fromEpochMilliseconds(
      1_600_000_000_000 - (1_600_000_000_000 % 60_000) + minutes * 60_000,
    ).toZonedDateTimeISO(ZONE),
  )
  // The later of two equal local times cannot be written in a form: the earlier counts.
  .filter((at) => at.toPlainDateTime().toZonedDateTime(ZONE, { disambiguation: 'earlier' }).equals(at));

const evidence: fc.Arbitrary<Evidence> = fc.record(
  {
    line: text(60),
    prose: fc.array(text(30), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')),
    few: fc.constantFrom('one' as const, 'two' as const),
    many: fc.constantFrom('a' as const, 'e' as const),
    grade: fc.constantFrom(1 as const, 2 as const),
    sure: fc.boolean(),
    done: fc.constant(true as const),
    whole: fc.integer(),
    real: fc.option(fc.integer({ min: -999, max: 999 }).map((tenths) => tenths / 10)),
    at: minute.map((at) => at.toString({ timeZoneName: 'never', smallestUnit: 'second' })),
    on: minute.map((at) => at.toPlainDate().toString()),
    bags: fc.array(text(20), { maxLength: 3 }),
    kinds: fc.subarray(['x' as const, 'y' as const, 'z' as const]),
    rows: fc.array(
      fc.record(
        { name: text(20), kind: fc.constantFrom('x' as const, 'y' as const), sure: fc.boolean() },
        { requiredKeys: ['name', 'kind'] },
      ),
      { maxLength: 3 },
    ),
    identity: fc.record({ issuer: text(20), deep: fc.record({ value: text(20) }) }),
  },
  { requiredKeys: ['line', 'few', 'grade', 'sure', 'done', 'whole', 'real', 'at', 'on', 'bags', 'kinds', 'rows'] },
);

/** What a person would have typed for this evidence, by form name. */
function typed(value: unknown, name: string): readonly (readonly [string, readonly string[]])[] {
  if (value === null || value === undefined) return [];
  if (name === 'evidence.rows') {
    return (value as readonly object[]).flatMap((row, place) => typed(row, `${name}.${place}`));
  }
  if (Array.isArray(value)) return [[name, name.endsWith('kinds') ? value.map(String) : [value.join('\n')]]];
  if (typeof value === 'object') return Object.entries(value).flatMap(([key, inner]) => typed(inner, `${name}.${key}`));
  return [[name, [name === 'evidence.at' ? String(value).slice(0, 16) : String(value)]]];
}

test('what the page shows in its form is read back as the evidence it stands for', () => {
  const schemas = { go: schemaOf(schema) };
  const view = viewOf('Give GO for thaw', { decisions: ['go'], evidenceSchema: schemas });
  fc.assert(
    fc.property(evidence, (given) => {
      const values: FormValues = Object.fromEntries([
        ['decision', ['go']],
        ['signer', ['dr.a']],
        ...typed(given, 'evidence'),
      ]);
      const html = renderSignOffPage(view, 'de', { message: 'check-fields', values });
      const pairs = pairsOf(formFor(html, 'go')).map(
        ([name, value]) => [name, name === 'pin' ? '4711' : value] as const,
      );
      const parsed = parseSignOffForm(encoded(pairs), schemas, ZONE);
      expect(parsed).toMatchObject({ ok: true });
      expect(parsed.ok && parsed.submission.evidence).toEqual(given);
      expect(schema.safeParse(parsed.ok && parsed.submission.evidence).success).toBe(true);
    }),
    { numRuns: 150 },
  );
});
