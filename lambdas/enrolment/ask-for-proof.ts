import type { Addresses } from '../adapters/dynamo-addresses.ts';
import type { PersonMails, StaffMember } from '../domain/ports.ts';
import { isLastToBeTold, isToBeProved, standingOfAddress } from '../domain/telling/proved-address.ts';
import type { Instant } from '../domain/time.ts';

export interface AskingDeps {
  readonly addresses: Pick<Addresses, 'of'>;
  readonly personMails: PersonMails;
  now(): Instant;
}

/**
 * Asks for a test mail to somebody whose address is to be proved, once a day at most.
 *
 * @returns whether they are among the last to be told, and cannot be counted on to read it
 */
export async function askForProof(deps: AskingDeps, member: StaffMember): Promise<boolean> {
  const now = deps.now();
  const { id: person, mail, site } = member;
  const record = await deps.addresses.of(person);
  if (isToBeProved(mail, record, now)) {
    await deps.personMails.ask({
      person,
      id: `address-${now.slice(0, 'yyyy-mm-dd'.length)}`,
      notice: { about: 'person', what: 'prove-address', person, site, class: 'info', to: [] },
      since: now,
    });
  }
  return isLastToBeTold(member) && standingOfAddress(mail, record, now) !== 'proved';
}
