import type { EventData } from '../events/data.ts';
import { enter } from './enter.ts';
import type { Scribe } from './scribe.ts';
import { activePhases, type JourneyState, type StepState } from './state.ts';

/** Another name or identifier of the patient, as a sender gave it. */
export interface IdentityClaim extends EventData<'identity.differs'> {
  /** `seq` of its event. */
  readonly seq: number;
}

const isAbout = (state: JourneyState, about: number | undefined): boolean =>
  state.identityClaims.some(({ seq }) => seq === about);

/** True while two people are being asked about what a sender gave. */
export const isAsked = (state: JourneyState): boolean =>
  activePhases(state).some(({ phase, about }) => phase === 'IdentityMismatch' && isAbout(state, about));

/**
 * A sender's record of the patient differs. Nobody takes it over or waves it through: everything that authorises waits until two
 * people, one of them QA, have read both beside each other. What is sent while they do takes the place of what was sent before.
 */
export function questionIdentity(scribe: Scribe, claim: EventData<'identity.differs'>): void {
  scribe.write('identity.differs', claim, { kind: 'sender', id: claim.sender });
  const { seq } = scribe.state;
  if (!isAsked(scribe.state)) enter(scribe, 'IdentityMismatch', { about: seq });
}

/** What a step is about that resolves such a difference: always the newest, which is what is shown beside the known. */
export function claimOf(state: JourneyState, { phase, round }: StepState): IdentityClaim | undefined {
  if (phase !== 'IdentityMismatch') return undefined;
  const about = state.phases.find((record) => record.phase === phase && record.round === round)?.about;
  return isAbout(state, about) ? state.identityClaims.at(-1) : undefined;
}

/** The newest claim that nobody has settled, where the phase that asked was ended from elsewhere. */
export function askAgain(scribe: Scribe, superseded: readonly (number | undefined)[]): void {
  if (isAsked(scribe.state)) return;
  const open = superseded.find((about) => isAbout(scribe.state, about));
  if (open !== undefined) enter(scribe, 'IdentityMismatch', { about: open });
}
