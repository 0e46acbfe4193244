import type { Addresses } from '../adapters/dynamo-addresses.ts';
import type { PersonMails, StaffMember } from '../domain/ports.ts';
import { isLastToBeTold, isToBeProved, standingOfAddress } from '../domain/telling/proved-address.ts';
import type { Instant } from '../domain/time.ts';

export interface AskingDeps {
  readonly addresses: Pick<Addresses, 'of'>;
  readonly personMails: PersonMails;
  /** Active staff of a site. */
  staffOf(site: string): Promise<readonly StaffMember[]>;
  now(): Instant;
}

/**
 * Asks for a test mail to everybody of a site whose address is to be proved, once a day at most.
 *
 * @returns how many of those who are the last to be told cannot be counted on to read it
 */
export async function askForProofs(deps: AskingDeps, site: string): Promise<number> {
  const now = deps.now();
  let doubtful = 0;
  for (const member of await deps.staffOf(site)) {
    const { id: person, mail } = member;
    const record = await deps.addresses.of(person);
    if (isLastToBeTold(member) && standingOfAddress(mail, record, now) !== 'proved') doubtful += 1;
    if (!isToBeProved(mail, record, now)) continue;
    await deps.personMails.ask({
      person,
      id: `address-${now.slice(0, 'yyyy-mm-dd'.length)}`,
      notice: { about: 'person', what: 'prove-address', person, site, class: 'info', to: [] },
      since: now,
    });
  }
  return doubtful;
}
