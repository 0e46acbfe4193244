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
  readonly until: Instant;
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
  const whole: Exemption[] = reportsOf(state, 'qa-exemption').map((one) => wholeOf([halfOf('qa-exemption', one)]));
  let halves: readonly Half[] = [];
  for (const report of reportsOf(state, 'emergency-continuation')) {
    const half = halfOf('emergency-continuation', report);
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

function halfOf(kind: Exempting, { seq, at, values, by, recordedAt }: Report): Half {
  const { performer } = values;
  return {
    seq,
    class: kind,
    key: stepKey(at),
    gate: String(values.gate),
    ...(typeof performer === 'string' ? { performer } : {}),
    by,
    // From when it was signed here, whatever time anybody states: nothing is let through afterwards.
    from: recordedAt,
    until: String(values.exemptedUntil),
  };
}

function wholeOf(halves: readonly [Half, ...Half[]]): Exemption {
  const { seq: _seq, by: _by, ...last } = halves.at(-1) ?? halves[0];
  return {
    ...last,
    of: halves.map(({ seq }) => seq),
    by: halves.map(({ by }) => by),
    until: halves.map(({ until }) => until).reduce((one, other) => (one < other ? one : other)),
  };
}

const isAboutSame = (one: Half, other: Half): boolean =>
  one.key === other.key && one.gate === other.gate && one.performer === other.performer;

/** Two people in two roles that the site lets go on together, the first of whom still means it. */
const joins = (state: JourneyState, one: Half, other: Half): boolean =>
  isAboutSame(one, other) &&
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
  exempted(state).halves.filter((one) => one.key === key);

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
