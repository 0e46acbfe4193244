import { type Instant, startOfPrintedDay } from '../time.ts';
import type { StepName } from '../vocabulary.ts';
import {
  activePhases,
  decisionIn,
  effectiveTime,
  type JourneyState,
  latestDecision,
  type PhaseRecord,
  type Report,
  reportsOf,
  stepsNamed,
} from './state.ts';

/** Kinds of consent, each revocable by itself (clinical-pathway 1.5). */
export const CONSENTS = [
  'therapy',
  'procurement',
  'conditioning',
  'geneticModification',
  'registry',
  'followUp',
  'unusedMaterial',
] as const;
export type ConsentKind = (typeof CONSENTS)[number];

/** Without these there is no treatment. */
export const NEEDED_CONSENTS: readonly ConsentKind[] = [
  'therapy',
  'procurement',
  'conditioning',
  'geneticModification',
];

/** Consents taken back (by `at`, where an instant is given), not found to be a misunderstanding, and not given again since (by then). */
export function withdrawnConsents(state: JourneyState, at?: Instant): readonly ConsentKind[] {
  const settled = stepsNamed(state, 'Decide on the withdrawal').flatMap(({ decision, phase, round }) => {
    if (decision === undefined) return [];
    const report = reportWithdrawing(state, { phase, round });
    return report === undefined ? [] : [{ decision: decision.decision, report }];
  });
  const mistaken = settled.flatMap(({ decision, report }) => (decision === 'not-withdrawn' ? [report.seq] : []));
  const givenAgain = settled.flatMap(({ decision, report }) => (decision === 'consented-again' ? [report] : []));
  return reportsOf(state, 'consent-withdrawn')
    .filter((report) => !mistaken.includes(report.seq) && (at === undefined || effectiveTime(state, report).at <= at))
    .flatMap((report) =>
      kindsOf(report).filter(
        // What was taken back later waits for a decision of its own.
        (kind) =>
          !givenAgain.some((later) => later.seq >= report.seq && kindsOf(later).includes(kind)) &&
          !givenBy(state, kind, at).some((given) => answers(state, given, report)),
      ),
    );
}

/** Reports of a consent that was given (by `at`) beside what was signed at first. */
const givenBy = (state: JourneyState, kind: ConsentKind, at?: Instant): readonly Report[] =>
  reportsOf(state, 'consent-given').filter(
    (report) => kindsOf(report).includes(kind) && (at === undefined || effectiveTime(state, report).at <= at),
  );

/**
 * A consent given by a report of its own answers what had been taken back, and decided on, when that report was written,
 * if its form was signed after: a withdrawal that is told late was not known to who recorded the form.
 */
function answers(state: JourneyState, given: Report, withdrawn: Report): boolean {
  const round = roundAbout(state, withdrawn);
  const decided = decisionIn(state, round, 'Decide on the withdrawal');
  const isUndecided = round !== undefined && round.endedAt === undefined && decided === undefined;
  return (
    !isUndecided &&
    given.seq > (decided ?? withdrawn).seq &&
    signedFrom(given.values, state.site.zone) > effectiveTime(state, withdrawn).at
  );
}

/** From when a form counts: from the time it was signed at; where only its day is known, from where that began. */
export const signedFrom = ({ signedOn, signedAt }: Readonly<Record<string, unknown>>, zone: string): Instant =>
  signedAt === undefined ? startOfPrintedDay(String(signedOn), zone) : String(signedAt);

/** The consents that somebody took back and a physician has still to decide on. */
export const undecidedConsents = (state: JourneyState): readonly ConsentKind[] =>
  activePhases(state).flatMap((record) => (record.phase === 'Withdrawal' ? consentsDecidedOn(state, record) : []));

const roundAbout = ({ phases }: JourneyState, { seq }: Report): PhaseRecord | undefined =>
  phases.find(({ phase, about }) => phase === 'Withdrawal' && about === seq);

/** When one of these consents was last taken back, by the reports written up to `seq`; undefined where none was. */
export const lastWithdrawn = (
  state: JourneyState,
  kinds: readonly ConsentKind[],
  seq: number = state.seq,
): Instant | undefined =>
  reportsOf(state, 'consent-withdrawn')
    .filter((report) => report.seq <= seq && kindsOf(report).some((kind) => kinds.includes(kind)))
    .map((report) => effectiveTime(state, report).at)
    .toSorted()
    .at(-1);

/** The consents that the report took back which this round of Withdrawal is about. */
export function consentsDecidedOn(
  state: JourneyState,
  round: Pick<PhaseRecord, 'phase' | 'round'>,
): readonly ConsentKind[] {
  const report = reportWithdrawing(state, round);
  return report === undefined ? [] : kindsOf(report);
}

/** The report that a round of Withdrawal is about. */
export function reportWithdrawing(
  state: JourneyState,
  { phase, round }: Pick<PhaseRecord, 'phase' | 'round'>,
): Report | undefined {
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return reportsOf(state, 'consent-withdrawn').find(({ seq }) => seq === about);
}

const kindsOf = ({ values }: Report): readonly ConsentKind[] =>
  CONSENTS.filter((kind) => (values.consents as readonly unknown[]).includes(kind));

/** True when the patient agreed to this use, and still does, or did at an instant. */
export function consentsTo(state: JourneyState, kind: ConsentKind, at?: Instant): boolean {
  const signed = latestDecision(state, 'Confirm consent');
  if (signed === undefined) return false;
  const given = signed.evidence.consents as Readonly<Record<string, { readonly given?: boolean }>> | undefined;
  const isGiven = given?.[kind]?.given === true || givenBy(state, kind, at).some(({ seq }) => seq > signed.seq);
  return isGiven && !withdrawnConsents(state, at).includes(kind);
}

/** Steps that rest on a consent of their own: without it nobody is asked. */
const RESTS_ON: Readonly<Partial<Record<StepName, ConsentKind>>> = {
  'Record follow-up visit': 'followUp',
  'Report to the registry': 'registry',
};

/** True for a step that the patient no longer consents to. */
export function lacksConsent(state: JourneyState, { step }: { readonly step: StepName }): boolean {
  const kind = RESTS_ON[step];
  return kind !== undefined && !consentsTo(state, kind);
}
