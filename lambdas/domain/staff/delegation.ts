import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Instant, instant } from '../time.ts';
import { ROLES, STEPS, type StepName } from '../vocabulary.ts';

/** What of a role is handed over: all its steps, those of one journey, or some steps in every journey. */
export const delegationScope = lazily(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('journey'), journeyId: z.string().min(1).max(20) }),
    z.strictObject({ kind: z.literal('steps'), steps: z.array(z.enum(STEPS)).min(1) }),
  ]),
);
export type DelegationScope = z.infer<ReturnType<typeof delegationScope>>;

/** A person handed steps of their role over to another person for a period, as the register keeps it. */
export const delegation = lazily(() =>
  z.strictObject({
    id: z.string().min(1),
    /** User id of whose steps they are, and of who signs in their place. */
    by: z.string().min(1),
    to: z.string().min(1),
    role: z.enum(ROLES),
    /** The role by which the deputy is competent: the same, or one the site allows for it. */
    as: z.enum(ROLES),
    site: z.string().min(1),
    scope: delegationScope(),
    from: instant,
    until: instant,
    reason: z.string().min(1),
    madeBy: z.string().min(1),
    madeAt: instant,
    /** Before its time, by either of the two. */
    ended: z.strictObject({ at: instant, by: z.string().min(1) }).optional(),
  }),
);
export type Delegation = z.infer<ReturnType<typeof delegation>>;

export const isInForce = ({ from, until, ended }: Delegation, at: Instant): boolean =>
  from <= at && at < until && (ended === undefined || at < ended.at);

/** Whether it is about this journey, and where a step is named, about that step. */
export function isAbout(
  { scope }: Delegation,
  { journeyId, step }: { readonly journeyId?: string | undefined; readonly step?: StepName | undefined },
): boolean {
  switch (scope.kind) {
    case 'all':
      return true;
    case 'journey':
      return scope.journeyId === journeyId;
    case 'steps':
      return step !== undefined && scope.steps.includes(step);
  }
}
