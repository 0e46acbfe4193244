import * as z from 'zod';
import { actsAs } from '../events/acts-as.ts';
import { classHere } from '../gates/class-here.ts';
import { type Gate, type GateContext, reasonsOf } from '../gates/gate.ts';
import { PASSABLE_GATES } from '../gates/gate-class.ts';
import { exemptionsOf, halvesOf, madeWholeBy } from '../journey/exemptions.ts';
import { continuationRoles } from '../journey/site-policy.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { gatesToPass } from '../sign-off/gates-to-pass.ts';
import { userId } from '../sign-off/user-id.ts';
import { dateTime, explanation } from '../steps/evidence.ts';
import { plus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import type { Following, ReportContext, ReportDefinition } from './report.ts';

type Exempting = 'qa-exemption' | 'emergency-continuation';

const values = lazily(() =>
  z.strictObject({
    gate: z.enum(PASSABLE_GATES),
    /** User id of who does it, where the gate is about a person. */
    performer: z.string().trim().min(1).max(64).transform(userId).optional(),
    exemptedUntil: dateTime,
    explanation,
  }),
);

/** For how long at most a gate is passed. */
const LONGEST: Readonly<Record<Exempting, string>> = { 'qa-exemption': 'P3D', 'emergency-continuation': 'PT12H' };

const invalid = (path: string, problem: string, message: string): Refusal => ({
  code: 'invalid',
  message,
  detail: { path: `evidence.${path}`, problem },
});

/** The gates of a step that are passed in this way here. */
const passedBy = (kind: Exempting, step: StepState, state: JourneyState): readonly Gate[] =>
  gatesToPass(step).filter((gate) => classHere(gate, state) === kind);

/** Gates whose class names this way and that may be closed: of a person only they themselves would know that one is. */
const gatesOffered =
  (kind: Exempting) =>
  ({ step, ...context }: GateContext & { readonly step: StepState }): readonly string[] =>
    step.status !== 'open'
      ? []
      : passedBy(kind, step, context.state)
          .filter(
            (gate) => gate.ofPerson === true || mayBeClosed(gate, context) || gate.judge(context).status !== 'open',
          )
          .map(({ name }) => name);

/** What it judges is stated later, and there is a register or a rota by which it can be closed. */
const mayBeClosed = ({ ofEvidence, registers = [], asksOnDuty }: Gate, { readiness, onDuty }: GateContext): boolean =>
  ofEvidence === true &&
  ((asksOnDuty === true && onDuty !== undefined) ||
    (readiness?.entries ?? []).some(({ register }) => registers.includes(register)));

/** Only a gate that is closed, of a step that is open, for a short time, and by nobody for themselves. */
function misfit(kind: Exempting, context: ReportContext): Refusal | null {
  const { state, step, now } = context;
  const { gate: name, exemptedUntil: until } = values().parse(context.evidence);
  const found = gatesToPass(step, context.named).filter((gate) => gate.name === name);
  const [gate] = found;
  if (gate === undefined || step.status !== 'open') {
    return invalid(
      'gate',
      'gate-not-asked',
      `Gate: got ${name}, expected one that ${step.step} asks and still waits for`,
    );
  }
  const here = classHere(gate, state);
  if (here !== kind) {
    return invalid(
      'gate',
      'passed-otherwise',
      `Gate: got ${name}, which is passed here by ${here}; expected one by ${kind}`,
    );
  }
  const latest = plus(now, LONGEST[kind], state.site.zone);
  if (until <= now)
    return invalid('exemptedUntil', 'not-ahead', `Until: got ${until}, expected an instant after ${now}`);
  if (until > latest)
    return invalid('exemptedUntil', 'exempted-too-long', `Until: got ${until}, expected at most ${latest}`);
  const wrong = wrongPerformer(gate, context);
  if (wrong !== null || context.isOfAnybody === true) return wrong;
  const isClosed = (one: Gate): boolean =>
    mayBeClosed(one, context) || one.judge({ ...context, evidence: {} }).status !== 'open';
  return found.some(isClosed)
    ? null
    : invalid('gate', 'gate-open', `Gate: got ${name}, which is open; expected one that is closed`);
}

/** Each reason why it is closed; undefined where it is closed only by what is stated later. */
function reasonsNow(context: ReportContext): readonly string[] | undefined {
  const { gate: name } = values().parse(context.evidence);
  const found = gatesToPass(context.step, context.named).filter((gate) => gate.name === name);
  if (found.some(({ ofEvidence }) => ofEvidence === true)) return undefined;
  const verdicts = found.map((gate) => gate.judge({ ...context, evidence: {} }));
  return [...new Set(verdicts.flatMap((verdict) => (verdict.status === 'open' ? [] : reasonsOf(verdict))))];
}

function wrongPerformer(
  { ofPerson, name }: Gate,
  { evidence, people, named, isOfAnybody }: ReportContext,
): Refusal | null {
  const { performer } = values().parse(evidence);
  if (ofPerson !== true) {
    return performer === undefined
      ? null
      : invalid('performer', 'gate-of-nobody', `Performer: got one, expected none: ${name} is about no person`);
  }
  if (performer === undefined) {
    return invalid('performer', 'required', 'Performer: got none, expected the user id of who does it');
  }
  if (isOfAnybody === true) return null;
  if (named === undefined) {
    return invalid(
      'performer',
      'not-on-the-register',
      'Performer: expected the user id of a member of staff, got one nobody has',
    );
  }
  return people.flatMap(actsAs).includes(performer)
    ? invalid('performer', 'not-oneself', 'Performer: got the signer, expected another person')
    : null;
}

/** Whose name is looked up before one of these is made. */
export const performerIn = (evidence: Readonly<Record<string, unknown>>): string | undefined =>
  (evidence.report === 'qa-exemption' || evidence.report === 'emergency-continuation') &&
  typeof evidence.performer === 'string'
    ? userId(evidence.performer)
    : undefined;

function following(state: JourneyState, seq: number): Following | undefined {
  const exemption = madeWholeBy(state, seq);
  if (exemption === undefined) return undefined;
  const { class: kind, gate, until, of, closedBy } = exemption;
  const why = closedBy === undefined ? '' : `; closed by ${closedBy.join(', ')}`;
  const detail = `Gate ${gate}: passed until ${until}, as signed at seq ${of.join(' and ')}${why}.`;
  return kind === 'qa-exemption'
    ? { deviation: { kind, class: 'major', detail } }
    : { deviation: { kind, class: 'critical', detail }, leadsTo: 'ContinuationReview' };
}

/** The roles that stand in a pair with one in which the same was signed before. */
function secondRoles(state: JourneyState, step: StepState, given: Readonly<Record<string, unknown>>): readonly Role[] {
  const { gate, performer } = values().parse(given);
  const signed = halvesOf(state, step).flatMap((half) =>
    half.gate === gate && half.performer === performer && half.by.kind === 'person' ? [half.by.role] : [],
  );
  return continuationRoles(state).flatMap(([one, other]) => [
    ...(signed.includes(one) ? [other] : []),
    ...(signed.includes(other) ? [one] : []),
  ]);
}

/** QA lets one person pass a gate that asks for it. */
export const qaExemption: ReportDefinition = {
  report: 'qa-exemption',
  roles: ['qa'],
  meaning:
    'I exempt this step from the gate named here until the time named here, for the reason I give. I do not sign what is done by it.',
  values,
  isSignedNow: true,
  asksGatesOfStep: true,
  gatesOffered: gatesOffered('qa-exemption'),
  check: (context) => misfit('qa-exemption', context),
  closedBy: reasonsNow,
  follows: following,
};

/** Where waiting harms the patient, two named roles go on together; each signs for themselves. */
export const emergencyContinuation: ReportDefinition = {
  report: 'emergency-continuation',
  roles: ['physician', 'pharmacist'],
  rolesAt: (state) => [...new Set(continuationRoles(state).flat())],
  wantedRoles: secondRoles,
  meaning:
    'Waiting would harm the patient. Together with a second person in another role I go on past the gate named here until the time named here, for the reason I give. I do not sign what is done by it.',
  values,
  isSignedNow: true,
  asksGatesOfStep: true,
  gatesOffered: gatesOffered('emergency-continuation'),
  check: (context) => misfit('emergency-continuation', context),
  closedBy: reasonsNow,
  follows: following,
};

/** What stands now of a step, signed by one or by two. */
const standingNow = ({ state, step, now }: GateContext & { readonly step: StepState }) =>
  [...exemptionsOf(state, step), ...halvesOf(state, step)].filter(({ from, until }) => from <= now && now < until);

const takenBack = lazily(() => values().omit({ exemptedUntil: true }));

/** QA ends at once what somebody was to pass a gate by, before or after it was used; what was done by it stays so. */
export const exemptionTakenBack: ReportDefinition = {
  report: 'exemption-taken-back',
  roles: ['qa'],
  meaning:
    'I take back that somebody may pass the gate named here at this step, for the reason I give. From now on it is closed as before; what was done until now stays as it is recorded.',
  values: takenBack,
  isSignedNow: true,
  gatesOffered: (context) => (context.step.status === 'open' ? standingNow(context).map(({ gate }) => gate) : []),
  check: (context) => {
    const { gate, performer } = takenBack().parse(context.evidence);
    return standingNow(context).some((one) => one.gate === gate && one.performer === performer)
      ? null
      : invalid('gate', 'nothing-to-take-back', `Gate: got ${gate}, expected one that somebody may pass here now`);
  },
};
