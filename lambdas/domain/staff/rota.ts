import * as z from 'zod';
import { nextClosing, nextOpen, type WorkingTime } from '../calendar/working-time.ts';
import { lazily } from '../lazily.ts';
import type { StaffMember } from '../ports.ts';
import { type Instant, instant } from '../time.ts';
import { ROLES } from '../vocabulary.ts';

/** Somebody on call for a role. */
const shift = lazily(() =>
  z
    .strictObject({
      /** User id. */
      who: z.string().min(1),
      from: instant,
      until: instant,
      /** Where they are reached beside their mail, such as a telephone number. */
      contact: z.string().min(1).max(80),
    })
    .refine(({ from, until }) => from < until, { error: 'expected a shift that ends after it begins' }),
);
export type Shift = z.infer<ReturnType<typeof shift>>;

/** Enough for a quarter of a year of three shifts a day; each urgent mail to the role reads it. */
export const MOST_SHIFTS = 300;

/** Who is on call for a role at a site, as the register keeps it. */
export const rota = lazily(() =>
  z.strictObject({
    site: z.string().min(1),
    role: z.enum(ROLES),
    shifts: z.array(shift()).max(MOST_SHIFTS),
    writtenBy: z.string().min(1),
    writtenAt: instant,
  }),
);
export type Rota = z.infer<ReturnType<typeof rota>>;

/** Whoever is called at night must be there, and able to act: of the site, active, with the role, its deputy or on call. */
export const mayBeOnCall = (
  { active, site, roles, deputises = [] }: Pick<StaffMember, 'active' | 'site' | 'roles' | 'deputises'>,
  of: Pick<Rota, 'site' | 'role'>,
): boolean =>
  active && site === of.site && [...roles, ...deputises].some((one) => one === of.role || one === 'on-call');

/** User ids of who is on call at an instant. */
export const onDuty = ({ shifts }: Pick<Rota, 'shifts'>, at: Instant): readonly string[] => [
  ...new Set(shifts.filter(({ from, until }) => from <= at && at < until).map(({ who }) => who)),
];

export interface Gap {
  readonly from: Instant;
  readonly until: Instant;
}

/** When nobody is on call within a stretch, outside the working time of the site: in it, the others of the role are there. */
export function gapsIn({ shifts }: Pick<Rota, 'shifts'>, { from, until }: Gap, site: WorkingTime): readonly Gap[] {
  const gaps: Gap[] = [];
  let at = from;
  while (at < until) {
    const covered = coveredUntil(shifts, at, site);
    if (covered > at) {
      at = covered;
      continue;
    }
    const begins = shifts.map((one) => one.from).filter((one) => one > at);
    const end = [...begins, nextOpen(at, site), until].reduce((one, other) => (one < other ? one : other));
    gaps.push({ from: at, until: end });
    at = end;
  }
  return gaps;
}

/** Until when somebody is there without a break from `at` on, on call or in the working time; `at` itself where nobody is. */
function coveredUntil(shifts: readonly Shift[], at: Instant, site: WorkingTime): Instant {
  const ends = shifts.filter((one) => one.from <= at && at < one.until).map((one) => one.until);
  return [...ends, nextOpen(at, site) === at ? nextClosing(at, site) : at].reduce((one, other) =>
    one > other ? one : other,
  );
}
