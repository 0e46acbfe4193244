import type { PatientRecords } from '../adapters/dynamo-patient-records.ts';
import type { Sessions } from '../adapters/dynamo-sessions.ts';
import { isLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { StepRef } from '../domain/events/data.ts';
import type { JourneyDeps } from '../domain/journey/change-journey.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { type StepState, stepKey } from '../domain/journey/state.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type {
  AttachmentIndex,
  Drafts,
  LinkIndex,
  ReadRegisters,
  StaffRegister,
  StoredJourney,
} from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import { isLinkOver } from '../domain/sign-off/link.ts';
import type { Instant } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';

/** What it takes to follow a link. */
export interface OpeningDeps extends JourneyDeps {
  readonly links: Pick<LinkIndex, 'find'>;
}

/** And to sign what it leads to. */
export interface LinkDeps extends OpeningDeps {
  readonly links: LinkIndex;
  /** Changes who the patient is known as, where two people have signed that. */
  readonly identities: Pick<PatientRecords, 'adoption'>;
  /** Knows who did what is entered from paper, and who is on site. */
  readonly staff: Pick<StaffRegister, 'find' | 'onDuty'>;
  readonly drafts: Drafts;
  /** Knows how the registers of a site stand. */
  readonly registers: Pick<ReadRegisters, 'readiness' | 'records'>;
  /** Knows the files that were attached. */
  readonly attachments: Pick<AttachmentIndex, 'find'>;
}

export interface SignOffDeps extends LinkDeps {
  readonly staff: StaffRegister;
  readonly sites: Sites;
  /** Whether people can sign by the hospital's sign-in here. */
  readonly offersOidc: boolean;
  readonly sessions: Sessions;
  readonly patients: PatientRecords;
  /** Base of every address, without a slash at the end. */
  readonly publicUrl: string;
  /** By site, where its procedures are read. */
  readonly procedureAddresses: Readonly<Record<string, string>>;
}

/** A step that a link leads to, as it stands now. */
export interface OpenedStep {
  readonly hash: string;
  readonly ref: StepRef;
  readonly stored: StoredJourney;
  readonly step: StepState;
  readonly protocol: Protocol;
  readonly expiresAt: Instant;
  /** Key of the nonces of the link. */
  readonly nonceKey: string;
}

/** Follows a link. Reading only: nothing is stored, burnt or marked as seen. */
export async function openLink(deps: OpeningDeps, token: string | undefined): Promise<Outcome<OpenedStep>> {
  if (token === undefined || !isLinkToken(token))
    return refuse('not-found', 'This link is not known. Open the newest mail.');
  return openLinkByHash(deps, tokenHash(token));
}

/** The same by what is kept of a link. */
export async function openLinkByHash(deps: OpeningDeps, hash: string): Promise<Outcome<OpenedStep>> {
  const target = await deps.links.find(hash);
  if (target === undefined) return refuse('not-found', 'This link is not known. Open the newest mail.');
  const ref = { phase: target.phase, round: target.round, step: target.step } as StepRef;
  const stored = await deps.store.load(target.journeyId);
  const step = stored?.state.steps[stepKey(ref)];
  if (stored === undefined || step === undefined) return refuse('not-found', 'This step was not found.');
  if (isLinkOver(step, target, deps.now())) {
    return refuse(
      'expired',
      'This link has expired or was replaced. Open the newest mail, or ask operations to send it again.',
    );
  }
  const { expiresAt, nonceKey } = target;
  return ok({ hash, ref, stored, step, protocol: protocolOf(deps, stored), expiresAt, nonceKey });
}
