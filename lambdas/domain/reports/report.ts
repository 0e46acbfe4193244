import type { DeviationClass } from '../deviations/deviation-class.ts';
import type { Acted } from '../events/acts-as.ts';
import type { Gate, GateContext } from '../gates/gate.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import type { Person } from '../sign-off/permission.ts';
import type { Asked } from '../steps/evidence.ts';
import type { ReportName, Role, SidePhase } from '../vocabulary.ts';

/**
 * Something that can happen at any time, whatever step is open: anybody involved reports it from the page they have in
 * front of them. It never waits for a gate. Where something must follow, a side phase asks for it.
 */
export interface ReportDefinition {
  readonly report: ReportName;
  readonly roles: readonly Role[];
  /** Where a site says who may; without it, `roles`. */
  readonly rolesAt?: (state: JourneyState) => readonly Role[];
  /** Of these the ones that are wanted now, beside what others have signed. */
  readonly wantedRoles?: (
    state: JourneyState,
    step: StepState,
    values: Readonly<Record<string, unknown>>,
  ) => readonly Role[];
  /** It counts from when it is signed: neither on paper nor at another time. */
  readonly isSignedNow?: true;
  /** It is about a gate of the step, and so reads what that reads. */
  readonly asksGatesOfStep?: true;
  /** Why the gate is closed that it lets somebody pass, as its event keeps it. */
  readonly closedBy?: (context: ReportContext) => readonly string[] | undefined;
  /** Gates that the page of a step offers to pass by it; with none it is not offered. Without this, every page offers it. */
  readonly gatesOffered?: (context: GateContext & { readonly step: StepState }) => readonly string[];
  /** What the signature under this report means. */
  readonly meaning: string;
  readonly values: Asked;
  /** Who is asked next, in a run of its own; one at a time of each kind, but for what concerns different things. */
  readonly leadsTo?: { readonly phase: SidePhase; readonly each: 'report' | 'one-at-a-time' };
  /** What follows from it once it is written, beside that. */
  readonly follows?: (state: JourneyState, seq: number) => Following | undefined;
  /** What was reported is a deviation of this class as well, or of the one it says. */
  readonly deviation?: DeviationClass | ((values: Readonly<Record<string, unknown>>) => DeviationClass);
  /** What should not have been done while one of these was closed: it is recorded, and is a critical deviation. */
  readonly deviations?: readonly Gate[];
  /** Rules a schema cannot say, of what plans the future or names what is ours; what was done is never refused. */
  readonly check?: (context: ReportContext) => Refusal | null;
  /** What took containers out of their limits, by what is reported: they wait for the disposition of their maker. */
  readonly excursion?: (context: GateContext) => string | undefined;
  /** Identifiers by which others know this journey from now on. */
  readonly claims?: (values: Readonly<Record<string, unknown>>) => readonly string[];
}

/** What a report is made in, and of whom. */
export interface ReportContext extends GateContext {
  readonly step: StepState;
  /** Who makes it, and who enters it from paper. */
  readonly people: readonly Acted[];
  /** Whom it names, as the register knows them; missing where nobody has that id. */
  readonly named?: Person | undefined;
  /** Nobody proved yet who makes it, and nobody was looked up. */
  readonly isOfAnybody?: true | undefined;
}

/** A deviation that opens itself, and who is asked next. */
export interface Following {
  readonly deviation: { readonly kind: string; readonly class: 'major' | 'critical'; readonly detail: string };
  readonly leadsTo?: SidePhase;
}

/** Who may make a report at the site of a journey. */
export const rolesOfReport = (
  { roles, rolesAt }: Pick<ReportDefinition, 'roles' | 'rolesAt'>,
  state: JourneyState,
): readonly Role[] => rolesAt?.(state) ?? roles;
