import { hashOf } from '../domain/audit/hash.ts';
import type { StepKey } from '../domain/journey/state.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import type { Instant } from '../domain/time.ts';

/**
 * The one place that builds keys. Table Journeys (pseudonymous, by pk / sk):
 *
 * | pk | sk | |
 * |---|---|---|
 * | `JOURNEY#<id>` | `DRAFT#<step>` | what was filled in of a step and not signed |
 * | `JOURNEY#<id>` | `EFFECT#<id>` | to be done after the commit; in index `pending` until it is done |
 * | `JOURNEY#<id>` | `EVENT#<seq>` | the log |
 * | `JOURNEY#<id>` | `COPY#<seq>` | the events up to that one, packed, as many as one pack holds |
 * | `JOURNEY#<id>` | `HEAD` | revision, head of the chain, bindings, summary; in index `worklist` |
 * | `LINK#<hash>` | `LINK` | where a link leads |
 * | `ATTACHMENT#<journey>` | `<sha256>` | a file that is stored for the journey, and who attached it |
 * | `RECEIPT#<sender>#<webhook-id>` | `RECEIPT` | the answer a message got |
 * | `ORDER#<hmac>` | `ORDER` | the journey an order number belongs to, or waits to be matched with |
 * | `COURSE#<pseudonym>#<protocol>` | `COURSE` | the journeys of a patient under a protocol |
 * | `MESSAGE#<eventId>` | `EFFECT#<id>` | effects of a message that belongs to no journey |
 * | `PERSON#<id>` | `EFFECT#<id>` | mails to one person that belong to no one journey |
 * | `PERSON#<id>` | `HELD#<until>` | notices that wait for their reader until then |
 * | `MAILS#<site>` | `<day>#<id>` | how many mails a person got on a day, where the site has a budget |
 * | `CLAIM#<sha256>` | `CLAIM` | the one journey an identifier belongs to |
 * | `PARKED` | `<at>#<eventId>` | messages that wait for a person |
 * | `REGISTER#<site>` | `<register>#<id>#<version>` | one version of an entry of a register of the quality system |
 * | `READINESS#<site>` | `READINESS` | how every entry of every register of the site stands |
 * | `MIRROR#<site>` | `<register>` | the newest export of the register that came from its master by itself |
 * | `CLOCK` | `OFFSET` | moved time, for tests against an emulator |
 *
 * Drafts and effects sort before events and the head after them, so that one query from `EVENT#` on reads the log and nothing else.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Owners of effects that are no journey begin so; journey ids hold capitals and digits only. */
const MESSAGE = 'message:';

/** Owner of the effects of a message that belongs to no journey; stands where a journey id would. */
export const messageOwner = (eventId: string): string => `${MESSAGE}${eventId}`;

const PERSON = 'person:';

/** Owner of the mails to one person that belong to no one journey. */
export const personOwner = (id: string): string => `${PERSON}${userId(id)}`;

function ownerPk(owner: string): string {
  if (owner.startsWith(MESSAGE)) return `MESSAGE#${owner.slice(MESSAGE.length)}`;
  return owner.startsWith(PERSON) ? `PERSON#${owner.slice(PERSON.length)}` : `JOURNEY#${owner}`;
}

/** Eight digits: text order is number order up to 99 999 999 events. */
const padded = (seq: number): string => String(seq).padStart(8, '0');

export const EVENTS_FROM = 'EVENT#';
export const journeyPk = (journeyId: string): string => `JOURNEY#${journeyId}`;
export const headKey = (journeyId: string): Key => ({ pk: journeyPk(journeyId), sk: 'HEAD' });
export const eventKey = (journeyId: string, seq: number): Key => ({
  pk: journeyPk(journeyId),
  sk: `${EVENTS_FROM}${padded(seq)}`,
});
/** Sorts before events, so that who reads the log does not read it twice. */
export const PACKS_FROM = 'COPY#';
export const packKey = (journeyId: string, lastSeq: number): Key => ({
  pk: journeyPk(journeyId),
  sk: `${PACKS_FROM}${padded(lastSeq)}`,
});
export const draftKey = (journeyId: string, step: StepKey): Key => ({ pk: journeyPk(journeyId), sk: `DRAFT#${step}` });
export const effectKey = (owner: string, id: string): Key => ({ pk: ownerPk(owner), sk: `EFFECT#${id}` });
export const heldKey = (reader: string, until: Instant): Key => ({
  pk: ownerPk(personOwner(reader)),
  sk: `HELD#${until}`,
});
export const mailCountsPk = (site: string): string => `MAILS#${site}`;
export const mailCountsFrom = (day: string): string => `${day}#`;
export const mailCountKey = (site: string, day: string, person: string): Key => ({
  pk: mailCountsPk(site),
  sk: `${mailCountsFrom(day)}${userId(person)}`,
});
export const linkKey = (tokenHash: string): Key => ({ pk: `LINK#${tokenHash}`, sk: 'LINK' });
export const attachmentKey = (journeyId: string, sha256: string): Key => ({
  pk: `ATTACHMENT#${journeyId}`,
  sk: sha256,
});
export const receiptKey = (sender: string, messageId: string): Key => ({
  pk: `RECEIPT#${sender}#${messageId}`,
  sk: 'RECEIPT',
});
export const orderKey = (hmac: string): Key => ({ pk: `ORDER#${hmac}`, sk: 'ORDER' });
export const courseKey = (patient: string, protocol: string): Key => ({
  pk: `COURSE#${patient}#${protocol}`,
  sk: 'COURSE',
});
/** Identifiers are of any length and any characters; their hash is neither. */
export const claimKey = (claim: string): Key => ({ pk: `CLAIM#${hashOf(claim)}`, sk: 'CLAIM' });
export const PARKED_PK = 'PARKED';
export const parkedKey = (at: Instant, eventId: string): Key => ({ pk: PARKED_PK, sk: `${at}#${eventId}` });
export const registerPk = (site: string): string => `REGISTER#${site}`;
/** What all versions of the entries of a register begin with, or those of one entry. Ids hold no `#`. */
export const registerFrom = (register: string, id?: string): string =>
  id === undefined ? `${register}#` : `${register}#${id}#`;
export const registerKey = (site: string, register: string, id: string, version: number): Key => ({
  pk: registerPk(site),
  sk: `${registerFrom(register, id)}${padded(version)}`,
});
export const readinessKey = (site: string): Key => ({ pk: `READINESS#${site}`, sk: 'READINESS' });
export const mirrorPk = (site: string): string => `MIRROR#${site}`;
export const mirrorItemKey = (site: string, register: string): Key => ({ pk: mirrorPk(site), sk: register });
export const clockOffsetKey: Key = { pk: 'CLOCK', sk: 'OFFSET' };

/**
 * The commit names its effects: every revision is written once, so the id is the same however often it is tried.
 * `index` is the place in the commit.
 */
export const effectId = (revision: number, index: number): string =>
  `${padded(revision)}.${String(index).padStart(2, '0')}`;

/** Id of an effect that is put before the stream once more. */
export const requeuedId = (id: string): string => {
  const [first = id, times = '0'] = id.split('~');
  return `${first}~${Number(times) + 1}`;
};

/**
 * Index `worklist`: open journeys, and those closed that something is still due in, by what is due next; closed ones after. Two partitions are enough: a hospital writes a
 * few heads a second at most, a thousandth of what one partition takes, and the sweep needs one query for all that is open.
 */
export const worklistPk = (open: boolean): string => (open ? 'OPEN' : 'CLOSED');
/** A journey with nothing due sorts behind all others. */
export const worklistSk = (nextDueAt: Instant | undefined, journeyId: string): string =>
  `${nextDueAt ?? '9999'}#${journeyId}`;

/** Index `pending`: effects not yet done, oldest first. */
export const PENDING_PK = 'PENDING';
export const pendingSk = (since: Instant, owner: string, id: string): string => `${since}#${owner}#${id}`;

/**
 * Table Identities:
 *
 * | pk | sk | |
 * |---|---|---|
 * | `IDENTIFIER#<hmac>` | `PATIENT` | pseudonym behind an issuer and identifier |
 * | `PATIENT#<pseudonym>` | `RECORD` | name, birth date, identifiers |
 * | `PATIENT#<pseudonym>` | `ACCESS#<at>#<random>` | who read the record, and why |
 * | `MESSAGE#<sender>#<webhook-id>` | `RAW#<n>` | the message as it came, compressed, in pieces |
 * | `MESSAGE#<sender>#<webhook-id>` | `ACCESS#<at>#<random>` | who read it, and why |
 * | `STAFF#<id>` | `MEMBER` | a member of staff, PIN hash, failures |
 * | `STAFF#<id>` | `CHANGE#<at>#<sha256>` | one change of a member of staff: what, old and new value, who, why |
 * | `STAFF#<id>` | `REQUEST#<kind>` | what one person asked for and another has to approve |
 * | `STAFF#<id>` | `KEY#<credential id>` | a passkey of a member of staff, and who checked their identity before |
 * | `SUBJECT#<sha256>` | `SUBJECT` | whose log-in a subject of the hospital's OpenID Connect provider is |
 * | `STAFF#<id>` | `DELEGATION#<made at>#<id>` | what they handed over to whom, until when and why |
 * | `STAFF#<id>` | `DELEGATION#<made at>#<id>#ENDED` | who ended that before its time, and when |
 * | `STAFF#<id>` | `ABSENCE#<made at>#<id>`, `…#ENDED` | from when until when they are away, and that they came back before |
 * | `STAFF#<id>` | `COMPETENCE#<at>#<sha256>` | one assessment of what they can do, or that it was taken back |
 * | `ENROLMENT#<hash>` | `TICKET` | lets one person add one passkey |
 * | `SESSION#<hash>` | `SESSION` | somebody signed in, until it is over |
 * | `ADDRESS#<id>` | `RECORD` | when the address of a member of staff was tested, confirmed, gave a mail back |
 * | `ADDRESS#TICKET#<hash>` | `TICKET` | confirms the address to which it was sent |
 * | `SITE#<site>` | `ROLE#<role>#<id>` | points at staff who hold, or held, a role |
 * | `SITE#<site>` | `DEPUTY#<role>#<id>` | points at staff who stand, or stood, in for a role |
 * | `SITE#<site>` | `ROLE#<role>#~ROTA` | who is on call for a role, and when |
 * | `SITE#<site>` | `ROLE#<role>#~TEAM#<id>` | a mailbox that people of a role share |
 * | `SITE#<site>` | `DUTY` | who is on site, shift by shift |
 * | `SITE#<site>` | `CURRICULA` | what roles and units are trained for |
 * | `SITE#<site>` | `ROSTER#<what>#<at>` | a rota, a team or curricula as they were written then |
 */
export const identifierKey = (hmac: string): Key => ({ pk: `IDENTIFIER#${hmac}`, sk: 'PATIENT' });
export const patientKey = (pseudonym: string): Key => ({ pk: `PATIENT#${pseudonym}`, sk: 'RECORD' });
export const rawMessagePk = (sender: string, messageId: string): string => `MESSAGE#${sender}#${messageId}`;
export const RAW_FROM = 'RAW#';
export const rawMessageKey = (sender: string, messageId: string, piece: number): Key => ({
  pk: rawMessagePk(sender, messageId),
  sk: `${RAW_FROM}${piece}`,
});
/** `occasion` begins with an instant: records are read in order of time. */
export const accessKey = (pk: string, occasion: string): Key => ({ pk, sk: `ACCESS#${occasion}` });
export const sessionKey = (tokenHash: string): Key => ({ pk: `SESSION#${tokenHash}`, sk: 'SESSION' });
export const staffKey = (id: string): Key => ({ pk: `STAFF#${userId(id)}`, sk: 'MEMBER' });
export const CHANGES_FROM = 'CHANGE#';
/** Named by what it says: a record can be written again and never changed. */
export const staffChangeKey = (id: string, at: Instant, hash: string): Key => ({
  ...staffKey(id),
  sk: `${CHANGES_FROM}${at}#${hash}`,
});
export const COMPETENCE_FROM = 'COMPETENCE#';
export const competenceKey = (id: string, at: Instant, hash: string): Key => ({
  ...staffKey(id),
  sk: `${COMPETENCE_FROM}${at}#${hash}`,
});
export const staffRequestKey = (id: string, kind: string): Key => ({ ...staffKey(id), sk: `REQUEST#${kind}` });
export const PASSKEYS_FROM = 'KEY#';
export const passkeyKey = (id: string, credentialId: string): Key => ({
  ...staffKey(id),
  sk: `${PASSKEYS_FROM}${credentialId}`,
});
/** Table PendingLogins, which forgets: `LOGIN#<hash of the state>`. */
export const pendingLoginKey = (stateHash: string): Key => ({ pk: `LOGIN#${stateHash}`, sk: 'LOGIN' });
/** Whose log-in a subject of the provider is: one person's for ever. */
export const subjectKey = (subject: string): Key => ({ pk: `SUBJECT#${hashOf(subject)}`, sk: 'SUBJECT' });
/** What is ended is kept as it was made; the end is an item beside it. */
export const delegationKey = (by: string, madeAt: Instant, id: string, isEnded: boolean): Key => ({
  ...staffKey(by),
  sk: `DELEGATION#${madeAt}#${id}${isEnded ? '#ENDED' : ''}`,
});
export const absenceKey = (who: string, madeAt: Instant, id: string, isEnded: boolean): Key => ({
  ...staffKey(who),
  sk: `ABSENCE#${madeAt}#${id}${isEnded ? '#ENDED' : ''}`,
});
export const ticketKey = (hash: string): Key => ({ pk: `ENROLMENT#${hash}`, sk: 'TICKET' });
export const addressKey = (id: string): Key => ({ pk: `ADDRESS#${userId(id)}`, sk: 'RECORD' });
/** User ids are in small letters, so none of them is `TICKET`. */
export const addressTicketKey = (hash: string): Key => ({ pk: `ADDRESS#TICKET#${hash}`, sk: 'TICKET' });
export const sitePk = (site: string): string => `SITE#${site}`;
/** How a member of staff is tied to a role: holds it, or stands in for it. */
export type RoleTie = 'ROLE' | 'DEPUTY';
export const rolePrefix = (tie: RoleTie, role: string): string => `${tie}#${role}#`;
/** User id behind the sort key of a pointer; undefined of what is no pointer. */
export const staffOfPointer = (sk: string): string | undefined => /^(?:ROLE|DEPUTY)#[^#]+#([^#~][^#]*)$/.exec(sk)?.[1];
/** What is kept under a role beside pointers at people: no user id begins so. One query reads both. */
export const BESIDE_PEOPLE = '~';
export const rotaKey = (site: string, role: string): Key => ({
  pk: sitePk(site),
  sk: `${rolePrefix('ROLE', role)}${BESIDE_PEOPLE}ROTA`,
});
export const teamKey = (site: string, role: string, id: string): Key => ({
  pk: sitePk(site),
  sk: `${rolePrefix('ROLE', role)}${BESIDE_PEOPLE}TEAM#${id}`,
});
export const dutyKey = (site: string): Key => ({ pk: sitePk(site), sk: 'DUTY' });
export const curriculaKey = (site: string): Key => ({ pk: sitePk(site), sk: 'CURRICULA' });
export const rosterRecordKey = (site: string, what: string, at: Instant): Key => ({
  pk: sitePk(site),
  sk: `ROSTER#${what}#${at}`,
});
export const roleKey = (site: string, tie: RoleTie, role: string, id: string): Key => ({
  pk: sitePk(site),
  sk: `${rolePrefix(tie, role)}${id}`,
});
