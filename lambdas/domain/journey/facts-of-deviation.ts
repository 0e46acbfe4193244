import { concernOf } from '../deviations/concern.ts';
import { batchConcerned, containersConcerned } from '../deviations/containers-concerned.ts';
import { classOf, isUndecided, type Matter, matterOf, mattersOf } from '../deviations/matter.ts';
import { listed, type MaybeFact, textOf } from './fact.ts';
import { activePhases, type Decision, decisionIn, type JourneyState, type StepState } from './state.ts';

/** As many details as somebody reads; of more, their number says that they are. */
const MOST_DETAILS = 10;

/** What a round about a deviation or a CAPA is about, and what was signed of it before. */
export function deviationFacts(state: JourneyState, step: StepState): readonly MaybeFact[] {
  const matter = matterOf(state, step);
  if (matter === undefined) return step.step === 'Close the course' ? allDeviations(state) : [];
  const { first, deviations } = matter;
  const details = [...new Set(deviations.map(({ detail }) => detail))].slice(0, MOST_DETAILS);
  return [
    ['deviationKind', first.kind],
    ['deviationClass', classOf(state, matter)],
    ['deviationConcerns', concernOf(state, first)],
    ['deviationStep', first.step],
    ['deviationAt', first.at],
    ['deviationCount', deviations.length > 1 ? String(deviations.length) : undefined],
    ['deviationBatch', batchConcerned(state, matter)],
    ['deviationContainers', listed(containersConcerned(state, matter))],
    ...details.map((detail): MaybeFact => ['deviationDetail', detail]),
    ...raisedAs(state, matter),
    ...signedBefore(state, matter, step),
  ];
}

/** In whose words it was raised. */
function raisedAs(state: JourneyState, { deviations }: Matter): readonly MaybeFact[] {
  const reports = state.reports.filter(({ seq }) => deviations.some(({ report }) => report === seq));
  return reports.slice(0, MOST_DETAILS).flatMap(({ values }): readonly MaybeFact[] => [
    ['excursionReported', textOf(values.explanation)],
    ['deviationAction', textOf(values.immediateAction)],
  ]);
}

/** What whoever signs next has to know of triage, investigation, decision and plan. */
function signedBefore(state: JourneyState, { rounds }: Matter, step: StepState): readonly MaybeFact[] {
  const current = step.phase === 'Deviation' ? { phase: step.phase, round: step.round } : rounds.at(-1);
  const evidence = (of: Decision | undefined): Readonly<Record<string, unknown>> => of?.evidence ?? {};
  const triage = evidence(decisionIn(state, current, 'Triage the deviation'));
  const found = evidence(decisionIn(state, current, 'Investigate the deviation'));
  const decided = evidence(step.phase === 'Capa' ? decisionIn(state, current, 'Decide on the deviation') : undefined);
  const plan = evidence(step.phase === 'Capa' ? decisionIn(state, step, 'Plan the CAPA') : undefined);
  const held = [triage.containersHeld ?? []].flat().map(String);
  const references = [plan.capaReferences ?? decided.capaReferences ?? []].flat().map(String);
  return [
    ['deviationAction', textOf(triage.immediateAction)],
    ['deviationHeld', listed(held)],
    ['rootCause', textOf(found.rootCause)],
    ['productImpact', textOf(found.productImpact)],
    ['patientImpact', textOf(found.patientImpact)],
    ['capaReferences', listed(references)],
    ['capaActions', textOf(plan.capaActions)],
    ['capaOwner', textOf(plan.capaOwner)],
    ['capaDoneBy', textOf(plan.capaDoneBy)],
  ];
}

/** For who closes the course: what is still open of deviations, and those that nobody had to triage. */
function allDeviations(state: JourneyState): readonly MaybeFact[] {
  const matters = mattersOf(state);
  const inCapa = activePhases(state).flatMap(({ phase, about = 0 }) => (phase === 'Capa' ? [about] : []));
  const known = new Set(matters.flatMap(({ deviations }) => deviations.map(({ seq }) => seq)));
  const listedOnly = state.deviations.filter(({ seq }) => !known.has(seq)).map(({ kind }) => kind);
  const handled = matters.filter((matter) => !isUndecided(matter)).map(({ first }) => first.kind);
  return [
    ['deviationsOpen', kinds(matters.filter(isUndecided).map(({ first }) => first.kind))],
    ['capaOpen', kinds(matters.filter(({ first }) => inCapa.includes(first.seq)).map(({ first }) => first.kind))],
    ['deviationsHandled', kinds(handled)],
    ['deviationsNotTriaged', kinds(listedOnly)],
  ];
}

const kinds = (found: readonly string[]): string | undefined => listed([...new Set(found)]);
