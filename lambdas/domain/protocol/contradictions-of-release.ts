import { CERTIFICATE_TESTS, testNamed } from './certificate-tests.ts';
import type { Rule } from './contradictions.ts';
import { type Problem, show } from './problem.ts';
import type { Protocol } from './schema.ts';

type Limit = NonNullable<Protocol['outOfSpecification']>['limits'][number];

/** Between a certificate and the limits its results are compared with. */
export const releaseContradictions: readonly Rule[] = [
  {
    reads: ['outOfSpecification'],
    find: ({ outOfSpecification }) => (outOfSpecification?.limits ?? []).flatMap(limitProblems),
  },
  {
    reads: ['outOfSpecification', 'product'],
    find: ({ outOfSpecification, product: { components = [] } }) =>
      (outOfSpecification?.limits ?? []).flatMap(({ component }, index) =>
        component === undefined || components.some(({ name }) => name === component)
          ? []
          : [
              {
                path: `outOfSpecification.limits[${index}].component`,
                rule: 'unknown-component',
                got: show(component),
                expected: components.map(({ name }) => name).join(' or ') || 'none',
              },
            ],
      ),
  },
];

/** A limit that no result is ever compared with would look as if it gated. */
function limitProblems({ name, limit }: Limit, index: number): readonly Problem[] {
  const path = `outOfSpecification.limits[${index}]`;
  const test = testNamed(name);
  if (test === undefined) {
    const expected = `one of ${Object.keys(CERTIFICATE_TESTS).join(', ')}`;
    return [{ path: `${path}.name`, rule: 'unknown-test', got: show(name), expected }];
  }
  const unit = (limit.min ?? limit.max)?.unit;
  return unit === CERTIFICATE_TESTS[test]
    ? []
    : [{ path: `${path}.limit`, rule: 'other-unit', got: show(unit), expected: CERTIFICATE_TESTS[test] }];
}
