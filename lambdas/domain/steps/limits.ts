import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { explanation } from './evidence.ts';

/** A value outside what the protocol allows: it is recorded as it was, and is a deviation. Free of language. */
export interface Outside {
  /** Where in the evidence it stands. */
  readonly path: string;
  readonly got: string;
  readonly expected: string;
}

/** What is said, in the decision itself, of a deviation that its class already follows from. */
export const describedDeviation = z
  .strictObject({ description: explanation, immediateAction: explanation })
  .meta({ control: 'deviation' });

/** The same, with its class. */
export const raisedDeviation = lazily(() =>
  z
    .strictObject({ class: z.enum(['minor', 'major', 'critical']), ...describedDeviation.shape })
    .meta({ control: 'deviation' }),
);

interface Range {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Those of these values of the evidence that a range does not hold; a side that is open holds every value. */
export function outsideRange(
  evidence: Readonly<Record<string, unknown>>,
  paths: readonly string[],
  { min, max }: Range,
  unit: string,
): readonly Outside[] {
  const expected = [...(min === undefined ? [] : [`≥ ${min}`]), ...(max === undefined ? [] : [`≤ ${max}`])].join(', ');
  return paths.flatMap((path) => {
    const value = evidence[path];
    const isHeld = typeof value !== 'number' || (value >= (min ?? value) && value <= (max ?? value));
    return isHeld ? [] : [{ path, got: `${value} ${unit}`, expected: `${expected} ${unit}` }];
  });
}

/** The deviation that is raised with a decision: by values outside their limits, or because its signer says so. */
export function raisedWith(outside: readonly Outside[], stated: unknown) {
  const raised = raisedDeviation().safeParse(stated);
  if (outside.length === 0 && !raised.success) return undefined;
  const values = outside.map(({ path, got, expected }) => `${path}: got ${got}, expected ${expected}.`);
  const detail = [...values, raised.success ? 'Described with the decision.' : 'Not described by its signer.'].join(
    ' ',
  );
  return { kind: 'outside-limits', detail, class: raised.success ? raised.data.class : 'major' } as const;
}
