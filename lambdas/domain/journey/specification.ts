import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Limit, releaseLimits } from '../protocol/jurisdiction-accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { policyOf } from './site-policy.ts';
import type { JourneyState } from './state.ts';

/** One measured result as the certificate states it, with the limits that stand beside it there. */
const stated = lazily(() =>
  z.object({
    test: z.string(),
    component: z.string().optional(),
    result: z.number(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
  }),
);

/** A result and the limits it is held to: of several, the stricter. */
export interface HeldTo extends Limit {
  readonly result: number;
  /** Undefined where nobody says a limit. */
  readonly within: boolean | undefined;
}

/** What the protocol of this journey says of results where its site is. */
export const limitsOf = (state: JourneyState, protocol: Protocol): readonly Limit[] =>
  releaseLimits(protocol, policyOf(state).jurisdiction);

/** A result against the limits of the certificate and of the protocol together. */
export function heldTo(given: z.input<ReturnType<typeof stated>>, limits: readonly Limit[]): HeldTo {
  const { test, component, result, atLeast, atMost } = stated().parse(given);
  const own = { test, atLeast, atMost };
  const all = [own, ...limits.filter((limit) => limit.test === test && isFor(limit, component))];
  const least = strictest(all, 'atLeast', Math.max);
  const most = strictest(all, 'atMost', Math.min);
  const within =
    least === undefined && most === undefined ? undefined : result >= (least ?? result) && result <= (most ?? result);
  return { test, result, atLeast: least, atMost: most, within };
}

const isFor = (limit: Limit, component: string | undefined): boolean =>
  limit.component === undefined || limit.component === component;

function strictest(
  limits: readonly Limit[],
  side: 'atLeast' | 'atMost',
  of: (...values: readonly number[]) => number,
): number | undefined {
  const values = limits.flatMap((limit) => limit[side] ?? []);
  return values.length === 0 ? undefined : of(...values);
}

/** Limits as they are written: `≥ 80, ≤ 100`. */
export const limitText = ({ atLeast, atMost }: Pick<Limit, 'atLeast' | 'atMost'>): string =>
  [...(atLeast === undefined ? [] : [`≥ ${atLeast}`]), ...(atMost === undefined ? [] : [`≤ ${atMost}`])].join(', ');
