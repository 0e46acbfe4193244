import { expect, test } from 'vitest';
import * as z from 'zod';
import { schemasOf } from '../../lambdas/pages/form/form-key.ts';
import { fieldErrorsOf } from '../../lambdas/pages/form/issues.ts';
import { parseSignOffForm } from '../../lambdas/pages/form/parse.ts';
import type { ParsedForm } from '../../lambdas/pages/views.ts';
import { encoded, type Pair } from './support/controls.ts';
import { schemaOf, viewOf, ZONE } from './support/views.ts';

const BASE: readonly Pair[] = [
  ['signer', 'dr.a'],
  ['pin', ' 4711 '],
  ['contentHash', 'c'],
  ['nonce', 'n'],
];
const defer = (...more: readonly Pair[]): ParsedForm =>
  parseSignOffForm(encoded([...BASE, ['decision', 'defer'], ...more]), schemasOf(viewOf('Give GO for thaw')), ZONE);
const withUntil = (until: string) => defer(['evidence.until', until], ['evidence.explanation', 'Fever']);
const errorsOf = (parsed: ParsedForm) => (parsed.ok ? undefined : parsed.problem.fieldErrors);
const messageOf = (parsed: ParsedForm) => (parsed.ok ? undefined : parsed.problem.message);

test('a posted form becomes the submission the route takes as JSON', () => {
  const parsed = defer(
    ['evidence.until', '2026-12-24T09:30'],
    ['evidence.explanation', ' Fever\r\nsince Monday '],
    ['occurredAt', '2026-12-01T08:10'],
    ['reason', ''],
  );
  expect(parsed).toEqual({
    ok: true,
    submission: {
      signer: 'dr.a',
      pin: ' 4711 ',
      contentHash: 'c',
      nonce: 'n',
      decision: 'defer',
      evidence: { until: '2026-12-24T09:30:00+01:00', explanation: 'Fever\nsince Monday' },
      occurredAt: '2026-12-01T08:10:00+01:00',
    },
  });
});

test('a time the clocks skipped is an error of its field; of one that came twice the earlier counts', () => {
  expect(errorsOf(withUntil('2027-03-28T02:30'))).toEqual({ 'evidence.until': 'no-such-local-time' });
  const twice = withUntil('2026-10-25T02:30');
  expect(twice.ok && twice.submission.evidence.until).toBe('2026-10-25T02:30:00+02:00');
  for (const odd of ['2026-02-31T08:00', '2026-12-01', 'tomorrow', '2026-12-01T08:10Z', '2026-12-01T25:00']) {
    expect(errorsOf(withUntil(odd))).toEqual({ 'evidence.until': 'not-a-time' });
  }
});

test('what is missing, sent twice or not text is named, and the PIN never comes back', () => {
  const parsed = parseSignOffForm(
    encoded([
      ['decision', 'defer'],
      ['contentHash', 'c'],
      ['nonce', 'n'],
      ['pin', '4711'],
      ['pin', '4712'],
      ['reason', '\u0000'],
    ]),
    schemasOf(viewOf('Give GO for thaw')),
    ZONE,
  );
  expect(errorsOf(parsed)).toEqual({
    'evidence.until': 'required',
    'evidence.explanation': 'required',
    reason: 'not-text',
    signer: 'required',
    pin: 'repeated',
  });
  expect(JSON.stringify(parsed)).not.toContain('471');
});

test.each<[string, Pair]>([
  ['a name the form does not have', ['evidence.extra', 'x']],
  ['__proto__', ['__proto__', 'x']],
  ['a prototype below evidence', ['evidence.__proto__.polluted', 'x']],
  ['constructor', ['constructor', 'x']],
])('%s is refused, and no prototype is touched', (_, pair) => {
  const parsed = defer(['evidence.until', '2026-12-24T09:30'], ['evidence.explanation', 'Fever'], pair);
  expect(messageOf(parsed)).toBe('not-readable');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('an unknown or inherited decision is refused', () => {
  for (const decision of ['', 'toString', '__proto__', 'given']) {
    const parsed = parseSignOffForm(
      encoded([...BASE, ['decision', decision]]),
      schemasOf(viewOf('Give GO for thaw')),
      ZONE,
    );
    expect(messageOf(parsed)).toBe('not-readable');
  }
});

test('huge bodies and floods of fields are refused before they are read', () => {
  const schemas = schemasOf(viewOf('Give GO for thaw'));
  expect(messageOf(parseSignOffForm(`reason=${'x'.repeat(300_000)}`, schemas, ZONE))).toBe('too-large');
  expect(messageOf(parseSignOffForm('a=1&'.repeat(500), schemas, ZONE))).toBe('too-large');
  expect(errorsOf(defer(['reason', 'x'.repeat(2001)]))).toMatchObject({ reason: 'too-long' });
});

test('a checklist item is recorded with its name, and takes only what it asks', () => {
  const schemas = schemasOf(viewOf('Give the product'));
  const record = (item: string, ...more: readonly Pair[]) =>
    parseSignOffForm(
      encoded([...BASE, ['decision', 'record'], ['evidence.item', item], ['occurredAt', '2026-12-01T08:10'], ...more]),
      schemas,
      ZONE,
    );
  expect(record('thaw-started', ['evidence.container', 'BAG-1'])).toMatchObject({
    submission: { evidence: { item: 'thaw-started', container: 'BAG-1' } },
  });
  expect(errorsOf(record('identity-checked', ['evidence.chainOfIdentity.value', 'CHA']))).toEqual({
    'evidence.container': 'required',
    'evidence.batch': 'required',
    'evidence.expiryOnLabel': 'required',
    'evidence.chainOfIdentity.issuer': 'required',
    'evidence.chainOfIdentity.scheme': 'required',
  });
  expect(messageOf(record('thaw-started', ['evidence.chainOfIdentity.value', 'CHA']))).toBe('not-readable');
  for (const item of ['', 'thaw', '__proto__', 'record:thaw-started'])
    expect(messageOf(record(item))).toBe('not-readable');
});

test('an optional group left empty is left out, one begun is asked for whole', () => {
  const group = z.strictObject({ issuer: z.string(), value: z.string() }).optional();
  const schemas = { go: schemaOf(z.strictObject({ group })) };
  const read = (value: string) =>
    parseSignOffForm(encoded([...BASE, ['decision', 'go'], ['evidence.group.value', value]]), schemas, ZONE);
  expect(read('')).toMatchObject({ submission: { evidence: {} } });
  expect(errorsOf(read('x'))).toEqual({ 'evidence.group.issuer': 'required' });
});

test('rows: blank ones are left out wherever they stand, and an error names the row as it then is', () => {
  const account = z.strictObject({ batch: z.string(), fate: z.enum(['lost', 'destroyed']) });
  const schemas = { go: schemaOf(z.strictObject({ accounts: z.array(account).min(1).max(3) })) };
  const read = (...pairs: readonly Pair[]) =>
    parseSignOffForm(encoded([...BASE, ['decision', 'go'], ...pairs]), schemas, ZONE);
  const [blank, first, second]: readonly (readonly Pair[])[] = [
    [['evidence.accounts.0.batch', ' ']],
    [
      ['evidence.accounts.1.batch', 'B-1'],
      ['evidence.accounts.1.fate', 'lost'],
    ],
    [['evidence.accounts.2.batch', 'B-2']],
  ];
  expect(read(...(blank ?? []), ...(first ?? []))).toMatchObject({
    submission: { evidence: { accounts: [{ batch: 'B-1', fate: 'lost' }] } },
  });
  const half = read(...(blank ?? []), ...(first ?? []), ...(second ?? []));
  expect(errorsOf(half)).toEqual({ 'evidence.accounts.1.fate': 'choose-one' });
  expect(half.ok ? {} : half.problem.values).toMatchObject({ 'evidence.accounts.1.batch': ['B-2'] });
  expect(errorsOf(read(...(blank ?? [])))).toEqual({ 'evidence.accounts': 'required' });
  // Fifty rows are no page of ours, and neither is a row of something else.
  for (const name of ['evidence.accounts.3.batch', 'evidence.accounts.0.other', 'evidence.other.0.batch']) {
    expect(
      messageOf(
        read(
          ['evidence.accounts.0.batch', 'B'],
          ['evidence.accounts.1.batch', 'B'],
          ['evidence.accounts.2.batch', 'B'],
          [name, 'B'],
        ),
      ),
    ).toBe('not-readable');
  }
});

test('a container read off another label than the one of the line is an error at its field', () => {
  const schemas = schemasOf(viewOf('Give the product'));
  const read = (container: string) =>
    parseSignOffForm(
      encoded([
        ...BASE,
        ['decision', 'record'],
        ['line', 'thaw-started-1'],
        ['container', 'BAG-1'],
        ['evidence.item', 'thaw-started'],
        ['evidence.container', container],
      ]),
      schemas,
      ZONE,
    );
  expect(read('BAG-1')).toMatchObject({ submission: { evidence: { item: 'thaw-started', container: 'BAG-1' } } });
  expect(errorsOf(read('BAG-2'))).toEqual({ 'evidence.container': 'other-container' });
});

test('a report is read by its own form, whatever step it is made from', () => {
  const parsed = parseSignOffForm(
    encoded([
      ...BASE,
      ['decision', 'report'],
      ['evidence.report', 'flags-raised'],
      ['evidence.flags', 'do-not-thaw'],
      ['evidence.explanation', 'Fever'],
    ]),
    schemasOf(viewOf('Discharge')),
    ZONE,
  );
  expect(parsed).toMatchObject({
    submission: {
      decision: 'report',
      evidence: { report: 'flags-raised', flags: ['do-not-thaw'], explanation: 'Fever' },
    },
  });
});

test('numbers: point or comma is the decimal mark; what could be thousands is not guessed', () => {
  const schemas = { go: schemaOf(z.strictObject({ n: z.number(), whole: z.int().optional() })) };
  const read = (n: string, whole = '') =>
    parseSignOffForm(
      encoded([...BASE, ['decision', 'go'], ['evidence.n', n], ['evidence.whole', whole]]),
      schemas,
      ZONE,
    );
  const good: readonly [string, number][] = [
    ['1,5', 1.5],
    ['-0.125', -0.125],
    ['1500', 1500],
    ['1.2340', 1.234],
    ['2e8', 2e8],
  ];
  for (const [text, value] of good) expect(read(text)).toMatchObject({ submission: { evidence: { n: value } } });
  for (const text of ['1.500', '12,345']) expect(errorsOf(read(text))).toEqual({ 'evidence.n': 'ambiguous-number' });
  for (const text of ['1 500', '5 mg', '1e999', '0x10', 'NaN', '1.500,5']) {
    expect(errorsOf(read(text))).toEqual({ 'evidence.n': 'not-a-number' });
  }
  expect(errorsOf(read('1,5', '1.0'))).toEqual({ 'evidence.whole': 'not-a-whole-number' });
});

test('issues of a schema become errors by form name that the dictionary has words for', () => {
  const schema = z.strictObject({
    a: z.string(),
    n: z.int().max(5),
    b: z.literal(true),
    e: z.enum(['x']),
    l: z.array(z.string().max(1)),
  });
  const parsed = schema.safeParse({ n: 9, e: 'q', l: ['xx'] });
  expect(fieldErrorsOf(parsed.error?.issues ?? [])).toEqual({
    'evidence.a': 'required',
    'evidence.n': 'too-high',
    'evidence.b': 'confirm',
    'evidence.e': 'choose-one',
    'evidence.l.0': 'too-long',
  });
});
