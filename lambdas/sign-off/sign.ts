import { isNonce } from '../adapters/link-token.ts';
import { hashOf } from '../domain/audit/hash.ts';
import type { EnteredField } from '../domain/events/entered-field.ts';
import type { PasskeyProof } from '../domain/events/passkey-proof.ts';
import type { SignedEvent } from '../domain/events/signed-event.ts';
import { type Command, changeJourney } from '../domain/journey/change-journey.ts';
import { Scribe } from '../domain/journey/scribe.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Proof } from '../domain/ports.ts';
import type { Submitted } from '../domain/sign-off/checks.ts';
import { enteredByOthers } from '../domain/sign-off/draft.ts';
import { intended, signedIn } from '../domain/sign-off/intended.ts';
import type { Person, Signer } from '../domain/sign-off/permission.ts';
import { type Recorded, recordSignOff } from '../domain/sign-off/record-sign-off.ts';
import { intentOf } from '../domain/sign-off/signing-intent.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { log } from '../middleware/log.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';

/** Somebody who proved who they are, and how. */
export interface Authenticated extends Proof {
  readonly assurance: Signer['assurance'];
  readonly passkey?: {
    readonly proof: PasskeyProof;
    /** Hash of the intent that was signed: what is recorded must have the same. */
    readonly intentHash: string;
  };
}

export type Authenticate = (submission: Submission) => Promise<Outcome<Authenticated>>;

/** The one way to record what a person signs, however they proved who they are. */
export async function sign(
  deps: LinkDeps,
  opened: OpenedStep,
  submission: Submission,
  authenticate: Authenticate,
): Promise<Outcome<Recorded>> {
  const outcome = await trySigning(deps, opened, submission, authenticate);
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
): Promise<Outcome<Recorded>> {
  const authenticated = await authenticate(submission);
  if (!authenticated.ok) return authenticated;
  const { passkey } = authenticated.value;
  const signer = signerOf(authenticated.value);
  const entered = await enteredOf(deps, opened, submission, signer.id);
  const submitted = { ...submittedTo(deps, opened, submission, await performerOf(deps, submission)), entered };
  const command: Command<Recorded> = (scribe) => {
    const recorded = recordSignOff(scribe, opened.ref, submitted, signer);
    if (!recorded.ok || passkey === undefined) return recorded.ok ? ok({ value: recorded.value }) : recorded;
    const event = signedIn(scribe);
    if (event !== undefined && hashOf(intentOf(event, passkey.proof.nonce)) !== passkey.intentHash) {
      return refuse('changed', 'What would be recorded is no longer what the passkey signed. Load the step again.');
    }
    return ok({ value: recorded.value });
  };
  return changeJourney(deps, opened.stored.state.id, command, authenticated.value);
}

/** What others had filled in of it, where the form was shown with a draft. */
async function enteredOf(
  { drafts }: LinkDeps,
  { stored, ref }: OpenedStep,
  submission: Submission,
  signer: string,
): Promise<readonly EnteredField[]> {
  if (submission.drafted !== true) return [];
  const saved = await drafts.find(stored.state.id, ref);
  return enteredByOthers(saved[submission.decision] ?? {}, submission, signer);
}

function signerOf({ member, assurance, passkey }: Authenticated): Signer {
  const { id, roles, deputises = [], site } = member;
  return { id, roles, deputises, site, assurance, ...(passkey === undefined ? {} : { passkey: passkey.proof }) };
}

/** Who did what is entered from paper, as the register knows them. */
export const performerOf = async ({ staff }: LinkDeps, { paper }: Submission): Promise<Person | undefined> =>
  paper === undefined ? undefined : staff.find(userId(paper.doneBy));

/** The event that a submission would be recorded as now. Writes nothing; `performer` stands for who did what is entered from paper. */
export function intendedNow(
  deps: LinkDeps,
  opened: OpenedStep,
  submission: Submission,
  signer: Signer,
  performer?: Person,
): Outcome<SignedEvent> {
  const { stored, ref, protocol } = opened;
  const scribe = new Scribe({ now: deps.now(), release: deps.release, protocol }, stored.state.id, stored);
  return intended(scribe, stored.events, ref, submittedTo(deps, opened, submission, performer), signer);
}

function submittedTo(
  deps: LinkDeps,
  opened: OpenedStep,
  submission: Submission,
  performer: Person | undefined,
): Submitted {
  // The PIN has done its work; from here on nothing knows it.
  const { pin: _pin, drafted: _drafted, ...signed } = submission;
  return {
    ...signed,
    performer,
    nonceFits: (version) => isNonce(opened.nonceKey, opened.hash, version, deps.now(), submission.nonce),
  };
}
