import { isUndecided, mattersOf, unhandled } from '../deviations/matter.ts';
import { correctionsOf } from '../journey/corrected.ts';
import { activePhases, decisionIn, type JourneyState } from '../journey/state.ts';

/** What a genuine log says of itself that somebody still has to answer for: corrections nobody signed, paper nobody compared, and deviations nobody decided on. */
export function leftOpen(state: JourneyState): readonly string[] {
  const answerTo = (phase: 'Correction' | 'Transcription', seq: number): string | undefined => {
    const record = state.phases.find((one) => one.phase === phase && one.about === seq);
    const step = phase === 'Correction' ? 'Sign the correction' : 'Compare with the paper record';
    return decisionIn(state, record, step)?.decision;
  };
  const unsigned = Object.values(state.steps).flatMap((step) =>
    correctionsOf(state, step).flatMap(({ seq, signedAgain }) => (signedAgain ? [] : [seq])),
  );
  const transcribed = Object.values(state.transcribed).map(({ seq }) => seq);
  const disputed = unsigned.filter((seq) => answerTo('Correction', seq) === 'disputed');
  const differing = transcribed.filter((seq) => answerTo('Transcription', seq) === 'differs');
  const undecided = mattersOf(state).flatMap((matter) => (isUndecided(matter) ? [matter.first.seq] : []));
  const capas = activePhases(state).flatMap(({ phase, about: seq = 0 }) => (phase === 'Capa' ? [seq] : []));
  return [
    ...about('Corrected, and not signed again', without(unsigned, disputed)),
    ...about('Corrected, and disputed by who was asked to sign it again', disputed),
    ...about(
      'Entered from paper, and compared with it by no second person',
      transcribed.filter((seq) => answerTo('Transcription', seq) === undefined),
    ),
    ...about('Entered from paper, and found to differ from it', differing),
    ...about('Gone on with in an emergency, and reviewed by nobody', unreviewed(state)),
    ...about(
      'Deviation that nobody triaged',
      unhandled(state).map(({ seq }) => seq),
    ),
    ...about('Deviation that is not decided on', undecided),
    ...about('Deviation whose CAPA is not closed', capas),
  ];
}

const unreviewed = (state: JourneyState): readonly number[] =>
  state.phases
    .filter(({ phase }) => phase === 'ContinuationReview')
    .filter((record) => decisionIn(state, record, 'Review the emergency continuation') === undefined)
    .flatMap((record) => record.about ?? []);

const without = (all: readonly number[], some: readonly number[]): readonly number[] =>
  all.filter((one) => !some.includes(one));

const about = (what: string, seqs: readonly number[]): readonly string[] =>
  seqs.length === 0 ? [] : [`${what}: seq ${[...seqs].toSorted((one, other) => one - other).join(', ')}.`];
