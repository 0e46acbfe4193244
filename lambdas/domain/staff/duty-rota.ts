import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Instant, instant } from '../time.ts';

const id = z.string().min(1).max(64);

/** Some people who are on site together. */
const dutyShift = lazily(() =>
  z
    .strictObject({
      /** What people call it, such as `early`. */
      name: z
        .string()
        .min(1)
        .max(40)
        .regex(/^\P{Cc}+$/u, 'expected one line'),
      from: instant,
      until: instant,
      /** User ids. */
      who: z.array(id).min(1).max(40),
    })
    .refine(({ from, until }) => from < until, { error: 'expected a shift that ends after it begins' }),
);
export type DutyShift = z.infer<ReturnType<typeof dutyShift>>;

/** A quarter of a year of three shifts a day. */
export const MOST_DUTY_SHIFTS = 300;

/** Who is on site when, whatever their roles; who is called at night stands in the rotas of roles (`rota.ts`). */
export const dutyRota = lazily(() =>
  z.strictObject({
    site: z.string().min(1),
    /** Who leads it: a user id, or a role. */
    lead: id,
    shifts: z.array(dutyShift()).max(MOST_DUTY_SHIFTS),
    writtenBy: z.string().min(1),
    writtenAt: instant,
  }),
);
export type DutyRota = z.infer<ReturnType<typeof dutyRota>>;

export const shiftsAt = ({ shifts }: { readonly shifts: readonly DutyShift[] }, at: Instant): readonly DutyShift[] =>
  shifts.filter(({ from, until }) => from <= at && at < until);
