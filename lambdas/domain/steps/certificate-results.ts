import * as z from 'zod';
import { heldTo, limitsOf, limitText } from '../journey/specification.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { components } from '../protocol/accessors.ts';
import { CERTIFICATE_TESTS, type CertificateTest } from '../protocol/certificate-tests.ts';
import { reference } from './evidence.ts';
import type { StepContext } from './step.ts';

const TESTS = [...(Object.keys(CERTIFICATE_TESTS) as readonly CertificateTest[]), 'other'] as const;
/** `as-named`: the unit stands in the name of the test. */
const UNITS = [...new Set(Object.values(CERTIFICATE_TESTS)), 'as-named'] as const;
/** Without these of every component nobody knows what the patient would be given. */
const NEEDED: readonly CertificateTest[] = ['viable-cells', 'viability'];

const number = lazily(() => z.number().min(0).max(1e12));

const measured = lazily(() =>
  z.strictObject({
    test: z.enum(TESTS),
    testName: reference.optional(),
    component: reference.optional(),
    result: number(),
    unit: z.enum(UNITS),
    /** The limits of the certificate; those of the protocol count beside them. */
    atLeast: number().optional(),
    atMost: number().optional(),
  }),
);
type Measured = z.infer<ReturnType<typeof measured>>;

const inWords = z.strictObject({
  test: reference,
  component: reference.optional(),
  stated: reference,
  expected: reference,
});

export const results = lazily(() => z.array(measured()).min(1).max(40));
export const resultsInWords = lazily(() => z.array(inWords).max(40).optional());

const read = lazily(() => z.object({ results: results(), resultsInWords: resultsInWords() }));

const nameOf = ({ test, testName, component }: Pick<Measured, 'test' | 'testName' | 'component'>): string =>
  [test === 'other' ? testName : test, component].filter((part) => part !== undefined).join(' of ');

/** Every result stands for one test of one component, in its unit. */
function legible(context: StepContext, rows: readonly Measured[]): Refusal | null {
  const parts = components(context.protocol).map(({ name }) => name);
  for (const [place, row] of rows.entries()) {
    const name = nameOf(row);
    if (row.test === 'other' && row.testName === undefined) {
      return {
        code: 'invalid',
        message: `Result ${place + 1}: got another test without its name, expected its name as on the certificate`,
        detail: { path: `evidence.results.${place}.testName`, problem: 'required' },
      };
    }
    if (row.test !== 'other' && row.unit !== CERTIFICATE_TESTS[row.test]) {
      return {
        code: 'invalid',
        message: `Result of ${name}: got ${row.unit}, expected ${CERTIFICATE_TESTS[row.test]}. Convert it, and its limits.`,
        detail: { path: `evidence.results.${place}.unit`, problem: 'other-unit' },
      };
    }
    if (row.component !== undefined && !parts.includes(row.component)) {
      return {
        code: 'invalid',
        message: `Result of ${name}: got component ${row.component}, expected ${parts.join(' or ') || 'none'} as in the protocol`,
        detail: { path: `evidence.results.${place}.component`, problem: 'not-a-component' },
      };
    }
    if (rows.findIndex((other) => nameOf(other) === name) < place) {
      return {
        code: 'invalid',
        message: `Result of ${name}: got it twice, expected each test of each component once`,
        detail: { path: `evidence.results.${place}.test`, problem: 'result-twice' },
      };
    }
  }
  const missing = parts.flatMap((component) =>
    NEEDED.filter((test) => !rows.some((row) => row.test === test && row.component === component)).map((test) =>
      nameOf({ test, component }),
    ),
  );
  return missing.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Results: got no ${missing.join(', no ')}, expected each for every component`,
        detail: { path: 'evidence.results', problem: 'result-missing' },
      };
}

const OUT = 'The batch is out of specification: its maker and the treating physician decide how the course goes on.';

/** A batch whose results are not all within their limits is not certified: what follows instead is decided by a person. */
export function withinSpecification(context: StepContext): Refusal | null {
  const { results: rows, resultsInWords: words = [] } = read().parse(context.evidence);
  const illegible = legible(context, rows);
  if (illegible !== null) return illegible;
  const limits = limitsOf(context.state, context.protocol);
  for (const [place, row] of rows.entries()) {
    const held = heldTo(row, limits);
    if (held.within === undefined) {
      return {
        code: 'invalid',
        message: `Result of ${nameOf(row)}: got no limit, expected that of the certificate; the protocol has none`,
        detail: { path: `evidence.results.${place}.atLeast`, problem: 'limit-missing' },
      };
    }
    if (!held.within) {
      return {
        code: 'invalid',
        message: `Result of ${nameOf(row)}: got ${row.result} ${row.unit}, expected ${limitText(held)}. ${OUT}`,
        detail: { path: `evidence.results.${place}.result`, problem: 'out-of-specification' },
      };
    }
  }
  const other = words.findIndex(({ stated, expected }) => stated.toLowerCase() !== expected.toLowerCase());
  const differing = words[other];
  return differing === undefined
    ? null
    : {
        code: 'invalid',
        message: `Result of ${differing.test}: got ${differing.stated}, expected ${differing.expected}. ${OUT}`,
        detail: { path: `evidence.resultsInWords.${other}.stated`, problem: 'out-of-specification' },
      };
}
