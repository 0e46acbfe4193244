import { isNonce } from '../adapters/link-token.ts';
import { hashOf } from '../domain/audit/hash.ts';
import type { EnteredField } from '../domain/events/entered-field.ts';
import type { OidcProof } from '../domain/events/oidc-proof.ts';
import type { PasskeyProof } from '../domain/events/passkey-proof.ts';
import type { SignedEvent } from '../domain/events/signed-event.ts';
import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import { claimOf } from '../domain/journey/identity-claims.ts';
import { Scribe } from '../domain/journey/scribe.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Alongside, Proof, StaffMember } from '../domain/ports.ts';
import { performerIn } from '../domain/reports/exemptions.ts';
import type { Submitted } from '../domain/sign-off/checks.ts';
import { enteredByOthers } from '../domain/sign-off/draft.ts';
import { intended, signedIn } from '../domain/sign-off/intended.ts';
import type { Person, Signer } from '../domain/sign-off/permission.ts';
import { decisionOf, type Recorded, recordSignOff } from '../domain/sign-off/record-sign-off.ts';
import { intentOf } from '../domain/sign-off/signing-intent.ts';
import { REPORT, type Submission } from '../domain/sign-off/submission.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { isAway } from '../domain/staff/absence.ts';
import { log } from '../middleware/log.ts';
import { attachmentsNotKept } from './attachments-kept.ts';
import { draftsOf } from './kept-in-draft.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';
import { readinessOf, readinessOfTraining } from './registers-read.ts';

/** Somebody who proved who they are, and how. */
export interface Authenticated extends Proof {
  readonly assurance: Signer['assurance'];
  readonly passkey?: ProofOf<PasskeyProof>;
  readonly oidc?: ProofOf<OidcProof>;
  /** Read already where what was signed was judged to prove it. */
  readonly named?: Named;
}

interface ProofOf<P> {
  readonly proof: P;
  /** Hash of the intent that was signed: what is recorded must have the same. */
  readonly intentHash: string;
}

/** What a signature comes from: a page, in which others may have filled in something before, or a program that has none. */
export type SignedFrom = 'page' | 'program';

/** What a signature rests on beside what is submitted, read once: what others had filled in, and how the registers stand. */
export type RestsOn = Required<Pick<Submitted, 'entered' | 'readiness'>>;

export type Authenticate = (submission: Submission, restsOn: RestsOn) => Promise<Outcome<Authenticated>>;

/** The one way to record what a person signs, however they proved who they are. */
export async function sign(
  deps: LinkDeps,
  opened: OpenedStep,
  submission: Submission,
  authenticate: Authenticate,
  from: SignedFrom = 'page',
): Promise<Outcome<Recorded>> {
  const outcome = await trySigning(deps, opened, submission, authenticate, from);
  if (!outcome.ok) {
    // Who tried what in vain is kept (21 CFR 11.300(d)); an alarm counts wrong PINs. Ids only, never what was typed.
    const { code } = outcome.refusal;
    log('warn', 'sign-off refused', {
      code,
      journeyId: opened.stored.state.id,
      step: opened.step.key,
      signer: signerFor(code, submission),
    });
  }
  return outcome;
}

/** Somebody who did not prove who they are may have typed anything, a PIN even, where the user id belongs. */
const signerFor = (code: string, { signer }: Submission): string => (code === 'unauthenticated' ? 'not known' : signer);

async function trySigning(
  deps: LinkDeps,
  opened: OpenedStep,
  submission: Submission,
  authenticate: Authenticate,
  from: SignedFrom,
): Promise<Outcome<Recorded>> {
  const restsOn = await readBefore(deps, opened, submission, from === 'page');
  const authenticated = await authenticate(submission, restsOn);
  if (!authenticated.ok) return authenticated;
  const notKept = await attachmentsNotKept(deps, opened, submission);
  if (notKept !== null) return { ok: false, refusal: notKept };
  const { passkey, oidc } = authenticated.value;
  const bound = passkey ?? oidc;
  const signer = signerOf(authenticated.value);
  const named = authenticated.value.named ?? (await namedIn(deps, opened, submission, restsOn, signer));
  const submitted = submittedTo(deps, opened, submission, named);
  const command: Command<Recorded> = (scribe) => {
    const recorded = recordSignOff(scribe, opened.ref, submitted, signer);
    if (!recorded.ok || bound === undefined) return recorded.ok ? ok({ value: recorded.value }) : recorded;
    const event = signedIn(scribe);
    if (event !== undefined && hashOf(intentOf(event, bound.proof.nonce)) !== bound.intentHash) {
      return refuse('changed', 'What would be recorded is no longer what was signed. Load the step again.');
    }
    return ok({ value: recorded.value });
  };
  const { alongside, lost } = authenticated.value;
  const besides = adoption(deps, opened, submission, signer);
  return changeJourney(deps, opened.stored.state.id, command, { alongside, lost, besides });
}

/** @param knowsDrafts whether what others filled in may be told to whoever asks */
export async function readBefore(
  deps: Pick<LinkDeps, 'drafts' | 'registers' | 'staff' | 'now'>,
  opened: OpenedStep,
  submission: Submission,
  knowsDrafts: boolean,
): Promise<RestsOn> {
  const entered = knowsDrafts ? await enteredOf(deps, opened, submission) : [];
  return { entered, readiness: await readinessOf(deps, opened, submission) };
}

/** What of a decision others than its signer had filled in before. What stands on paper nobody fills in before. */
async function enteredOf(
  deps: Pick<LinkDeps, 'drafts'>,
  opened: OpenedStep,
  submission: Submission,
): Promise<readonly EnteredField[]> {
  const definition = decisionOf(opened.step, submission.decision);
  if (submission.paper !== undefined || !definition.ok) return [];
  const saved = await draftsOf(deps, opened);
  return enteredByOthers(
    saved[submission.decision] ?? {},
    definition.value.evidence(),
    submission,
    userId(submission.signer),
  );
}

/** Who confirms, as second person, what a sender gave otherwise of the patient, makes it the known identity by the same commit. */
function adoption(
  deps: LinkDeps,
  { stored: { state }, step }: OpenedStep,
  { decision }: Submission,
  { id }: Signer,
): () => Promise<readonly Alongside[]> {
  const claim = step.step === 'Confirm the resolution' && decision === 'confirmed' ? claimOf(state, step) : undefined;
  const { patient } = state;
  if (claim === undefined || patient === undefined) return async () => [];
  const at = deps.now();
  const reason = `confirmed in ${step.step}, journey ${state.id}`;
  // However often a race is lost, it is one reading.
  const access = { reader: id, reason, at, occasion: `${at}#${state.id}#${id}` };
  return () => deps.identities.adoption(patient, { journeyId: state.id, eventId: claim.eventId }, access);
}

const signerOf = ({ member, assurance, passkey, oidc }: Authenticated): Signer => ({
  ...personOf(member),
  assurance,
  ...(passkey === undefined ? {} : { passkey: passkey.proof }),
  ...(oidc === undefined ? {} : { oidc: oidc.proof }),
});

/** What of a member of staff decides what they may sign. */
export const personOf = ({ id, roles, deputises = [], site, calendar, competence }: StaffMember): Person => ({
  id,
  roles,
  deputises,
  site,
  calendar,
  competence,
});

/** Whom a submission is about beside its signer: who did what is entered from paper, in whose place it was done, who had filled in what, on which registers. */
export type Named = Pick<
  Submitted,
  'performer' | 'delegator' | 'named' | 'assigneeAway' | 'isOfAnybody' | 'entered' | 'readiness'
>;

/**
 * The same, as the register knows them, and whether who was given the step is away; once it is known who does it, also how the registers
 * stand where only their training asks. Asks nothing for a step of a role that is signed there and then.
 */
export async function namedIn(
  deps: Pick<LinkDeps, 'now' | 'registers' | 'staff'>,
  opened: OpenedStep,
  submission: Submission,
  restsOn: RestsOn,
  who: Person,
): Promise<Named> {
  const others = await othersIn(deps, opened, submission);
  const doer = submission.decision === REPORT ? others.named : (others.performer ?? who);
  const readiness = restsOn.readiness ?? (await readinessOfTraining(deps, opened, submission, doer));
  return { ...others, ...restsOn, readiness };
}

async function othersIn(
  { staff, now }: Pick<LinkDeps, 'now' | 'staff'>,
  { step: { assignedTo } }: OpenedStep,
  { paper, onBehalfOf, signer, decision, evidence }: Submission,
): Promise<Pick<Named, 'performer' | 'delegator' | 'named' | 'assigneeAway'>> {
  const isOthers = assignedTo !== undefined && assignedTo !== userId(signer);
  const whom = decision === REPORT ? performerIn(evidence) : undefined;
  const [performer, delegator, assignee, named] = await Promise.all([
    paper === undefined ? undefined : staff.find(userId(paper.doneBy)),
    onBehalfOf === undefined ? undefined : staff.find(onBehalfOf),
    isOthers ? staff.find(assignedTo) : undefined,
    whom === undefined ? undefined : staff.find(whom),
  ]);
  const isGone = isOthers && (assignee?.active !== true || isAway(assignee.calendar?.absences, now()));
  return { performer, delegator, named, ...(isGone ? { assigneeAway: assignedTo } : {}) };
}

/** The event that a submission would be recorded as now. Writes nothing. */
export function intendedNow(
  deps: Pick<LinkDeps, 'now' | 'release'>,
  opened: OpenedStep,
  submission: Submission,
  signer: Signer,
  named: Named = {},
): Outcome<SignedEvent> {
  const { stored, ref, protocol } = opened;
  const scribe = new Scribe({ now: deps.now(), release: deps.release, protocol }, stored.state.id, stored);
  return intended(scribe, stored.events, ref, submittedTo(deps, opened, submission, named), signer);
}

function submittedTo(deps: Pick<LinkDeps, 'now'>, opened: OpenedStep, submission: Submission, named: Named): Submitted {
  // The PIN has done its work; from here on nothing knows it.
  const { pin: _pin, ...signed } = submission;
  return {
    ...signed,
    ...named,
    nonceFits: (version) => isNonce(opened.nonceKey, opened.hash, version, deps.now(), submission.nonce),
  };
}
