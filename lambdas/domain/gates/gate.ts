import type { JourneyState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { RegisterName } from '../registers/names.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import type { WhyNot } from '../registers/why-not.ts';
import type { ShortShift } from '../shifts/cover.ts';
import type { OnDuty } from '../shifts/on-duty.ts';
import type { Instant } from '../time.ts';
import { classHere } from './class-here.ts';
import type { GateClass } from './gate-class.ts';

/** What a gate looks at: the journey as it stands, and what is about to be signed. */
export interface GateContext {
  readonly state: JourneyState;
  readonly protocol: Protocol;
  readonly now: Instant;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** How the entries of the registers of the site stand; undefined where they were not read: a gate that asks them is then unknown. */
  readonly readiness?: SiteReadiness | undefined;
  /** Who is on site; undefined where it was not read: a gate that asks it is then unknown. */
  readonly onDuty?: OnDuty | undefined;
}

/** Three-valued: what cannot be known does not open a gate, and is not the same as closed. */
export type Verdict = { readonly status: 'open' } | NotOpen;

export interface NotOpen {
  readonly status: 'closed' | 'unknown';
  readonly reason: string;
  /** Where an entry of a register closes it: the same as a value, for pages in the language of their reader. */
  readonly whyNot?: WhyNot;
  /** All that closes it, each by itself and since when; without it, the reason is the only one. */
  readonly because?: readonly string[];
  /** Where too few people of a shift close it: the same as a value. */
  readonly shortShift?: ShortShift;
}

/** Each reason why it is not open. */
export const reasonsOf = ({ reason, because = [reason] }: NotOpen): readonly string[] => because;

/** A condition under which a decision may be signed. One rule, one file. */
export interface Gate {
  readonly name: string;
  /** The floor; a site can make it stricter (`class-here.ts`). */
  readonly class: GateClass;
  /** Rests on when something was done, so that a corrected time can close it afterwards. */
  readonly byTime?: boolean;
  /** Judges whoever does it, so that who may pass it is named. */
  readonly ofPerson?: true;
  /** Judges what is stated with it: before that, nobody can tell whether it is closed. */
  readonly ofEvidence?: true;
  /** Judges only whether somebody let it be passed, for whatever reason that was. */
  readonly ofExemption?: true;
  /** Registers that it asks: whatever it gates reads how they stand. */
  readonly registers?: readonly RegisterName[];
  /** Asks who is on site: whatever it gates reads that, at a site that asks for it. */
  readonly asksOnDuty?: true;
  judge(context: GateContext): Verdict;
  /** How it stands for what would be recorded now, before anything of it is written; without it, as `judge` says. */
  foresee?(context: GateContext): Verdict;
}

export const OPEN: Verdict = { status: 'open' };
export const closed = (reason: string, because?: readonly string[]): NotOpen => ({
  status: 'closed',
  reason,
  ...(because === undefined ? {} : { because }),
});
export const unknown = (reason: string): NotOpen => ({ status: 'unknown', reason });

/**
 * Those of them that no evidence could open: what is closed, and what is not known of a person or of what a register says, whatever is
 * stated with it.
 */
export function closedAnyway(
  gates: readonly Gate[],
  context: Omit<GateContext, 'evidence'>,
): ReturnType<typeof closedGates> {
  const unknownAnyway = gates.filter(
    ({ ofPerson, ofEvidence, registers }) =>
      ofPerson === true || (registers !== undefined && ofEvidence !== true && context.readiness !== undefined),
  );
  return closedGates(gates, { ...context, evidence: {} }).filter(
    ({ gate, status }) => status === 'closed' || unknownAnyway.some(({ name }) => name === gate),
  );
}

/** The gate as it is judged before anything is written. */
export const asForeseen = (gate: Gate): Gate => (gate.foresee === undefined ? gate : { ...gate, judge: gate.foresee });

/** The gates that do not let this decision through, with their reasons. Empty means it may be signed. */
export const closedGates = (
  gates: readonly Gate[],
  context: GateContext,
): readonly ({ gate: string; class: GateClass } & NotOpen)[] =>
  gates.flatMap((gate) => {
    const verdict = gate.judge(context);
    return verdict.status === 'open' ? [] : [{ gate: gate.name, class: classHere(gate, context.state), ...verdict }];
  });
