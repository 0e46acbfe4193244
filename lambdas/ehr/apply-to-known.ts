import type { KnownOrder } from '../adapters/dynamo-message-store.ts';
import type { PatientRecord } from '../adapters/dynamo-patient-records.ts';
import type { IdentityClaim } from '../adapters/identity-claim.ts';
import { isSameBirthDate } from '../domain/ehr/same-birth-date.ts';
import { isSameName } from '../domain/ehr/same-name.ts';
import { type EhrOrder, type Identifier, type Unclear, unclear } from '../domain/ehr/understanding.ts';
import type { EventData } from '../domain/events/data.ts';
import { isAsked, questionIdentity } from '../domain/journey/identity-claims.ts';
import { heldBecauseOf, holdByOrder, takesOrders } from '../domain/journey/orders.ts';
import type { Scribe } from '../domain/journey/scribe.ts';
import { ok } from '../domain/outcome.ts';
import type { Alongside } from '../domain/ports.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import { type Received, receiptOf } from './receive.ts';

/** A record tells of an order whenever anything of it changes; the journey changes by few of these messages. */
const journeyChange = () => import('./change-alongside.ts');

/** Why a message about a known order number is not acted on; undefined when it agrees with what is known. */
export function contradiction(order: EhrOrder, known: KnownOrder, patient: string | undefined): Unclear | undefined {
  if (order.patient !== undefined && patient !== known.patient) {
    const why = 'The order number belongs to another patient.';
    return unclear('contradictory-identifiers', why, 'Patient.identifier');
  }
  if (order.protocol !== undefined && order.protocol !== known.protocol) {
    const why = 'The order now names another therapy; withdraw it and send a new order.';
    return unclear('order-changed', why);
  }
  return undefined;
}

interface Identified {
  /** Pseudonym the message's identifiers lead to, when they lead to one. */
  readonly patient: string | undefined;
  /** Identifiers of the message that nobody is known by. */
  readonly unseen: readonly Identifier[];
  /** Only an identifier that the sender has retired says who it is. */
  readonly isByRetired: boolean;
}

/**
 * An order number that belongs to a journey. A withdrawn order puts it on hold: whether the course ends is decided by a
 * person, because cells may be on their way. Another name of the patient is put before two people; a further identifier beside a known one
 * is one more by which the patient is found, as when a journey opens.
 */
export async function applyToKnown(
  deps: EhrDeps,
  message: Received,
  order: EhrOrder,
  known: KnownOrder,
  identified: Identified,
): Promise<Response | 'conflict'> {
  const record =
    order.patient === undefined || identified.patient !== known.patient
      ? undefined
      : await deps.identities.patient(known.patient, access(deps));
  const why = contradiction(order, known, identified.patient) ?? bornOtherwise(order, record);
  if (why !== undefined) return notUnderstood(deps, message, [why]);
  const { sender, messageId, body } = message;
  const receipt = receiptOf(deps, message, known.journeyId);
  const items = [
    deps.messages.keepReceipt(sender, messageId, receipt),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
  ];
  const claim =
    record === undefined
      ? undefined
      : claimIn(deps, message, order, { ...record, claim: record.claims?.[known.journeyId] }, identified);
  if (claim !== undefined) {
    const asked = await ask(deps, message, known, claim, order, items);
    if (asked !== 'nothing-to-ask') return asked === 'conflict' ? 'conflict' : receiptAnswer(202, receipt);
  } else if (record !== undefined) {
    items.push(...(await deps.identities.furtherIdentifiers(known.patient, identified.unseen)));
  }
  if (order.wants === 'hold') {
    const held = await hold(deps, message, known.journeyId, order.status, items);
    if (held === 'conflict') return 'conflict';
    if (held === 'held') return receiptAnswer(202, receipt);
  }
  const written = await deps.messages.write('Message about a known order', items);
  return written === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}

const access = (deps: EhrDeps) => ({
  reader: 'ehr-webhook',
  reason: 'compare the patient of a message with the one known',
  at: deps.now(),
});

function bornOtherwise({ patient }: EhrOrder, record: PatientRecord | undefined): Unclear | undefined {
  if (isSameBirthDate(record?.birthDate, patient?.birthDate)) return undefined;
  const differs =
    'The birth date differs from the one known for this patient; the identity office must say which holds.';
  return unclear('contradictory-identifiers', differs, 'Patient.birthDate');
}

interface Claimed {
  readonly differs: EventData<'identity.differs'>['differs'];
  readonly claim: Omit<IdentityClaim, 'hmacs'>;
  /** The same waits already. */
  readonly isKnown: boolean;
  /** Only gives back what is known, while another waits. */
  readonly takesBack: boolean;
}

/** What of the message is another name or takes the place of an identifier; also one that gives back what is known while another waits. */
function claimIn(
  deps: EhrDeps,
  { sender, eventId }: Received,
  { patient }: EhrOrder,
  { name: known, claim }: Pick<PatientRecord, 'name'> & { readonly claim: IdentityClaim | undefined },
  { unseen, isByRetired }: Identified,
): Claimed | undefined {
  const isRenamed = !isSameName(known, patient?.name);
  const takesBack = !isSameName(claim?.name, patient?.name);
  if (!isRenamed && !takesBack && !isByRetired) return undefined;
  const isWaiting = ({ system, value }: Identifier): boolean =>
    claim?.identifiers.some((one) => one.system === system && one.value === value) === true;
  const isKnown = claim !== undefined && isSameName(claim.name ?? known, patient?.name) && unseen.every(isWaiting);
  const name = isRenamed || takesBack ? patient?.name : claim?.name;
  return {
    differs: [...(isRenamed || takesBack ? ['name' as const] : []), ...(isByRetired ? ['identifiers' as const] : [])],
    claim: { eventId, sender, at: deps.now(), ...(name === undefined ? {} : { name }), identifiers: [...unseen] },
    isKnown,
    takesBack: !isRenamed && !isByRetired,
  };
}

/**
 * `nothing-to-ask` of a journey that is closed or being put in order, where nobody authorises anything; and where the same is being read:
 * whoever reads it is not made to begin anew by each message that says it.
 */
async function ask(
  deps: EhrDeps,
  { sender, messageId, eventId }: Received,
  { journeyId, patient }: KnownOrder,
  { differs, claim, isKnown, takesBack }: Claimed,
  order: EhrOrder,
  kept: readonly Alongside[],
): Promise<'asked' | 'nothing-to-ask' | 'conflict'> {
  const items = [...kept, await deps.identities.claim(patient, journeyId, claim)];
  const isLost = async (): Promise<boolean> => (await deps.messages.receipt(sender, messageId)) !== undefined;
  const { changeAlongside } = await journeyChange();
  return changeAlongside<'asked' | 'nothing-to-ask'>(deps, journeyId, { items, isLost }, (scribe) => {
    const asked = isAsked(scribe.state);
    const nothing = asked ? isKnown : takesBack;
    if (!takesOrders(scribe.state) || nothing) return ok({ value: 'nothing-to-ask' });
    questionIdentity(scribe, { sender, messageId, eventId, differs: [...differs] });
    if (order.wants === 'hold') holdOnce(scribe, sender, order.status);
    return ok({ value: 'asked' });
  });
}

/** `nothing-to-do` for a journey that is closed, or on hold for the same reason. */
async function hold(
  deps: EhrDeps,
  { sender, messageId }: Received,
  journeyId: string,
  status: string,
  items: readonly Alongside[],
): Promise<'held' | 'nothing-to-do' | 'conflict'> {
  // Trying again helps when the journey had moved on, not when this very message was answered meanwhile.
  const isLost = async (): Promise<boolean> => (await deps.messages.receipt(sender, messageId)) !== undefined;
  const { changeAlongside } = await journeyChange();
  return changeAlongside<'held' | 'nothing-to-do'>(deps, journeyId, { items, isLost }, (scribe) => {
    if (scribe.state.closed !== undefined) return ok({ value: 'nothing-to-do' });
    return ok({ value: holdOnce(scribe, sender, status) });
  });
}

function holdOnce(scribe: Scribe, sender: string, status: string): 'held' | 'nothing-to-do' {
  const reason = heldBecauseOf(status);
  if (scribe.state.holds.some((each) => each.until === undefined && each.reason === reason)) return 'nothing-to-do';
  holdByOrder(scribe, sender, status);
  return 'held';
}
