import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Instant, instant } from '../time.ts';

/** From when until when somebody is away, as the register keeps it. Why is theirs, and is not asked. */
export const absence = lazily(() =>
  z.strictObject({
    id: z.string().min(1),
    who: z.string().min(1),
    from: instant,
    until: instant,
    madeBy: z.string().min(1),
    madeAt: instant,
    /** They came back, or never left. */
    ended: z.strictObject({ at: instant, by: z.string().min(1) }).optional(),
  }),
);
export type Absence = z.infer<ReturnType<typeof absence>>;

export const isAway = (absences: readonly Absence[] | undefined, at: Instant): boolean =>
  (absences ?? []).some(({ from, until, ended }) => from <= at && at < until && (ended === undefined || at < ended.at));
