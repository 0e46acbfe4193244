import { actsAs, isSamePerson } from '../events/acts-as.ts';
import type { StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { Instant } from '../time.ts';
import { ofState } from './of-state.ts';
import { continuationRoles } from './site-policy.ts';
import { type JourneyState, type Report, reportsOf, type StepKey, type StepState, stepKey } from './state.ts';

type Exempting = 'qa-exemption' | 'emergency-continuation';

/** One person's signature under letting somebody pass a gate. */
export interface Half {
  readonly seq: number;
  readonly class: Exempting;
  readonly key: StepKey;
  readonly gate: string;
  /** User id of whose deed it is about, where a gate is about a person. */
  readonly performer?: string;
  readonly by: Actor;
  readonly from: Instant;
  /** Until when it was signed for, or QA took it back. */
  readonly until: Instant;
  readonly takenBackBy?: Actor;
  /** Why the gate was closed that it was signed for; undefined where that shows only by what is stated later. */
  readonly closedBy?: readonly string[];
}

/** A gate that one decision may pass while this stands: of one occurrence of a step, for a short time. */
export interface Exemption extends Omit<Half, 'seq' | 'by'> {
  /** Of the reports it is made of. */
  readonly of: readonly number[];
  readonly by: readonly Actor[];
}

/** All that ever stood, oldest first, and the signatures that nobody has joined yet. */
interface Exempted {
  readonly whole: readonly Exemption[];
  readonly halves: readonly Half[];
}

const exempted = ofState((state): Exempted => {
  const whole: Exemption[] = reportsOf(state, 'qa-exemption').map((one) =>
    wholeOf([halfOf(state, 'qa-exemption', one)]),
  );
  let halves: readonly Half[] = [];
  for (const report of reportsOf(state, 'emergency-continuation')) {
    const half = halfOf(state, 'emergency-continuation', report);
    const other = halves.find((one) => joins(state, one, half));
    if (other !== undefined) whole.push(wholeOf([other, half]));
    // Who says the same again says it in place of what they said before.
    halves = [
      ...halves.filter((one) => one !== other && !(isAboutSame(one, half) && isSamePerson(one.by, half.by))),
      ...(other === undefined ? [half] : []),
    ];
  }
  return { whole, halves };
});

function halfOf(state: JourneyState, kind: Exempting, report: Report): Half {
  const { seq, at, values, by, recordedAt, closedBy } = report;
  const { performer } = values;
  const takenBack = reportsOf(state, 'exemption-taken-back').find((one) => takesBack(one, report));
  return {
    seq,
    class: kind,
    key: stepKey(at),
    gate: String(values.gate),
    ...(typeof performer === 'string' ? { performer } : {}),
    by,
    // From when it was signed here, whatever time anybody states: nothing is let through afterwards.
    from: recordedAt,
    until: takenBack?.recordedAt ?? String(values.exemptedUntil),
    ...(takenBack === undefined ? {} : { takenBackBy: takenBack.by }),
    ...(closedBy === undefined ? {} : { closedBy }),
  };
}

/** Of the same gate and person at the same step, after it was signed and while it stood. */
const takesBack = (one: Report, report: Report): boolean =>
  one.seq > report.seq &&
  one.recordedAt < String(report.values.exemptedUntil) &&
  stepKey(one.at) === stepKey(report.at) &&
  one.values.gate === report.values.gate &&
  one.values.performer === report.values.performer;

function wholeOf(halves: readonly [Half, ...Half[]]): Exemption {
  const { seq: _seq, by: _by, closedBy: _closedBy, ...last } = halves.at(-1) ?? halves[0];
  const closedBy = sharedReasons(halves);
  return {
    ...last,
    ...(closedBy === undefined ? {} : { closedBy }),
    of: halves.map(({ seq }) => seq),
    by: halves.map(({ by }) => by),
    until: halves.map(({ until }) => until).reduce((one, other) => (one < other ? one : other)),
  };
}

/** What all of them were signed for; undefined where none says. */
const sharedReasons = (halves: readonly Half[]): readonly string[] | undefined =>
  halves
    .flatMap(({ closedBy }) => (closedBy === undefined ? [] : [closedBy]))
    .reduce<readonly string[] | undefined>(
      (all, one) => all?.filter((reason) => one.includes(reason)) ?? one,
      undefined,
    );

const isAboutSame = (one: Half, other: Half): boolean =>
  one.key === other.key && one.gate === other.gate && one.performer === other.performer;

/** Two people in two roles that the site lets go on together, the first of whom still means it. */
const joins = (state: JourneyState, one: Half, other: Half): boolean =>
  isAboutSame(one, other) &&
  sharedReasons([one, other])?.length !== 0 &&
  !isSamePerson(one.by, other.by) &&
  other.from < one.until &&
  continuationRoles(state).some((pair) => isPair(pair, [roleIn(one), roleIn(other)]));

const isPair = (
  [a, b]: readonly [string, string],
  [c, d]: readonly [string | undefined, string | undefined],
): boolean => (a === c && b === d) || (a === d && b === c);

const roleIn = ({ by }: Half): string | undefined => (by.kind === 'person' ? by.role : undefined);

export const exemptionsOf = (state: JourneyState, { key }: Pick<StepState, 'key'>): readonly Exemption[] =>
  exempted(state).whole.filter((one) => one.key === key);

/** Signatures of one person that wait for the other. */
export const halvesOf = (state: JourneyState, { key }: Pick<StepState, 'key'>): readonly Half[] =>
  exempted(state).halves.filter((one) => one.key === key && one.takenBackBy === undefined);

/** What was made whole by the report `seq`. */
export const madeWholeBy = (state: JourneyState, seq: number): Exemption | undefined =>
  exempted(state).whole.find(({ of }) => of.at(-1) === seq);

/** What a review is about, or undefined for any other step. */
export function continuationFor(
  state: JourneyState,
  { phase, round }: Pick<StepRef, 'phase' | 'round'>,
): Exemption | undefined {
  if (phase !== 'ContinuationReview') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return about === undefined ? undefined : madeWholeBy(state, about);
}

/** User ids of everybody whose word it stands on. */
export const exemptedBy = ({ by }: Pick<Exemption, 'by'>): readonly string[] => by.flatMap(actsAs);
