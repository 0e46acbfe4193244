import * as z from 'zod';
import { localTime } from '../calendar/local-time.ts';
import { TASKS } from '../competence/tasks.ts';
import { PASSABLE_GATES, STRICTER_CLASSES } from '../gates/gate-class.ts';
import { lazily } from '../lazily.ts';
import { GO_BASES, JURISDICTIONS } from '../protocol/terms.ts';
import { registerPolicy } from '../registers/policy.ts';
import { shiftCover } from '../shifts/places.ts';
import { ROLES, type Role } from '../vocabulary.ts';
import { assurancePolicy } from './assurance-policy.ts';
import { boardPolicy } from './board-policy.ts';

/** What one site decides for itself; pinned by each journey when it opens, so that a later change moves no clock of it. */
export const sitePolicy = lazily(() =>
  z.strictObject({
    /** Whose labels are in force here. */
    jurisdiction: z.enum(JURISDICTIONS),
    /** How near the product must be before conditioning; the stricter of this and the protocol counts. */
    goBasis: z.enum(GO_BASES),
    /** Minutes a GO for thaw counts, at most what the protocol says. */
    thawGoMinutes: z.int().min(1).max(240),
    /** Hours a GO for conditioning counts, at most 48. */
    conditioningGoHours: z.int().min(1).max(48),
    /** When people who are not on call read mail: local times, and the ISO days of the week (1 is Monday). */
    openingHours: z
      .strictObject({ from: localTime, until: localTime, days: z.array(z.int().min(1).max(7)).min(1) })
      .refine(({ from, until }) => from < until, {
        error: 'expected opening hours that end after they begin, within one day',
      }),
    /** Days on which the site is closed beside weekends. */
    holidays: z.array(z.iso.date()).max(400),
    /** Minutes within which a critical notice wants a person's acknowledgement, before the next one is called. */
    acknowledgeMinutes: z.int().min(5).max(1440),
    /** So many minutes before an in-use limit the bedside team is warned; without it, 10 and 5. */
    inUseWarningMinutes: z.array(z.int().min(1).max(120)).max(5).optional(),
    /** Seconds for which a container may be outside its storage when it is moved, before its maker is asked. */
    exposureSeconds: z.int().min(1).max(36_000).optional(),
    /** Days a body weight counts for a prescription. */
    weightCountsDays: z.int().min(1).max(90).optional(),
    /** Least time the site needs from a product that is ready to its delivery, and from there to the start of conditioning. */
    leadTimes: z
      .strictObject({ readyToDelivery: z.iso.duration(), deliveryToConditioning: z.iso.duration() })
      .optional(),
    /** Local times at which shifts end, and with them what somebody of a team has claimed. */
    shiftEnds: z.array(localTime).min(1).max(8).optional(),
    /** By which other roles somebody is competent to stand in for a role, where it is handed over to them for a time. */
    deputyRoles: z.partialRecord(z.enum(ROLES), z.array(z.enum(ROLES))).optional(),
    /** Steps that take more than user id and PIN here. */
    assurance: assurancePolicy().optional(),
    /** Tasks in which nobody acts of whom no assessment is recorded; of other tasks only lapsed and revoked ones are judged. */
    competenceRequired: z.array(z.enum(TASKS)).optional(),
    /** Who has to be on site when a product is thawed, by the rota of shifts; without it nobody asks. `{}` is as usual. */
    shiftCover: shiftCover.optional(),
    /** Gates that are harder to pass here than anywhere; a class below the floor of a gate changes nothing. */
    gateClasses: z.partialRecord(z.enum(PASSABLE_GATES), z.enum(STRICTER_CLASSES)).optional(),
    /** Which two roles go on together in an emergency; any of these pairs. */
    continuationRoles: z
      .array(
        z.tuple([z.enum(ROLES), z.enum(ROLES)]).refine(([one, other]) => one !== other, {
          error: 'expected two different roles',
        }),
      )
      .min(1)
      .max(10)
      .optional(),
    /** How the registers of the quality system are kept here. */
    registers: registerPolicy().optional(),
    /** Minor deviations are triaged one by one here; without it they are read and signed for when the course is closed. */
    triagesMinor: z.boolean().optional(),
    /** The multidisciplinary board; without it the decision is named by its reference alone. */
    board: boardPolicy().optional(),
  }),
);
export type SitePolicy = z.infer<ReturnType<typeof sitePolicy>>;

/** The policy of a site that set none: the strictest reading of each. */
export const STRICTEST_POLICY: SitePolicy = {
  jurisdiction: 'EU',
  goBasis: 'accepted-on-site',
  thawGoMinutes: 60,
  conditioningGoHours: 48,
  openingHours: { from: '08:00', until: '17:00', days: [1, 2, 3, 4, 5] },
  holidays: [],
  acknowledgeMinutes: 60,
};

/** The site of a journey, as it is pinned when the journey opens. */
export interface JourneySite {
  readonly id: string;
  readonly zone: string;
  readonly policy?: SitePolicy;
}

/** As usual in hospitals (clinical-pathway 1.D); a site says otherwise. */
const IN_USE_WARNING_MINUTES: readonly number[] = [10, 5];

export const inUseWarningMinutes = (of: { readonly site: JourneySite }): readonly number[] =>
  policyOf(of).inUseWarningMinutes ?? IN_USE_WARNING_MINUTES;

type Pair = readonly [Role, Role];
/** Who treats the patient, and who answers for the product; a site says otherwise. */
const CONTINUATION_ROLES: readonly Pair[] = [['physician', 'pharmacist']];

export const continuationRoles = (of: { readonly site: JourneySite }): readonly Pair[] =>
  policyOf(of).continuationRoles ?? CONTINUATION_ROLES;

/** Three shifts a day; a site says otherwise. */
const SHIFT_ENDS: readonly string[] = ['07:00', '15:00', '23:00'];

export const shiftEndsOf = (of: { readonly site: JourneySite }): readonly string[] =>
  policyOf(of).shiftEnds ?? SHIFT_ENDS;

export const policyOf = ({ site }: { readonly site: JourneySite }): SitePolicy => site.policy ?? STRICTEST_POLICY;
