import type { IdentityClaim } from '../adapters/identity-claim.ts';
import { isSameName } from '../domain/ehr/same-name.ts';
import type { Identifier } from '../domain/ehr/understanding.ts';
import { questionIdentity } from '../domain/journey/identity-claims.ts';
import type { Scribe } from '../domain/journey/scribe.ts';
import type { Alongside } from '../domain/ports.ts';
import type { EhrDeps } from './ehr-deps.ts';
import type { Received } from './receive.ts';

export type NewClaim = Omit<IdentityClaim, 'hmacs'>;

interface Named {
  /** The name as it is known, and as the message has it. */
  readonly known: string | undefined;
  readonly name: string | undefined;
  /** Identifiers of the message that nobody is known by. */
  readonly unseen: readonly Identifier[];
}

/** What a new order says of a known patient otherwise: two people of its journey read both names, as when one changes later. */
export const otherName = (
  deps: EhrDeps,
  { sender, eventId }: Received,
  { known, name, unseen }: Named,
): NewClaim | undefined =>
  name === undefined || isSameName(known, name)
    ? undefined
    : { eventId, sender, at: deps.now(), name, identifiers: [...unseen] };

/** Asks them, where there is something to ask. */
export function askAboutName(scribe: Scribe, { messageId }: Received, claim: NewClaim | undefined): void {
  if (claim === undefined) return;
  const { sender, eventId } = claim;
  questionIdentity(scribe, { sender, messageId, eventId, differs: ['name'] });
}

/** What is kept with the patient: the claim with all it brings, or identifiers that nobody has to ask about. */
export const keptOf = async (
  { identities }: EhrDeps,
  pseudonym: string,
  journeyId: string,
  { claim, unseen }: { readonly claim: NewClaim | undefined; readonly unseen: readonly Identifier[] },
): Promise<readonly Alongside[]> =>
  claim === undefined
    ? identities.furtherIdentifiers(pseudonym, unseen)
    : [await identities.claim(pseudonym, journeyId, claim)];
