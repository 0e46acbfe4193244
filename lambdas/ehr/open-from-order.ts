import { type EhrOrder, type EhrPatient, type Identifier, unclear } from '../domain/ehr/understanding.ts';
import { Fault } from '../domain/faults.ts';
import { newJourneyId } from '../domain/identifiers/journey-id.ts';
import { createJourney } from '../domain/journey/change-journey.ts';
import { openJourney } from '../domain/journey/open-journey.ts';
import { whyNotPinned } from '../domain/protocol/pinning.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import { type Received, receiptOf } from './receive.ts';

interface Found {
  /** Under what the order number is kept. */
  readonly hmac: string;
  /** The patient, when one of the identifiers is known. */
  readonly pseudonym: string | undefined;
  /** Identifiers that nobody is known by. */
  readonly unseen: readonly Identifier[];
}

/**
 * Opens a journey: journey, patient, order number, message and answer in one transaction. Not understood where the newest
 * protocol is not one that this deployment may pin.
 */
export async function openFromOrder(
  deps: EhrDeps,
  message: Received,
  { number: _, protocol: id, patient, orderedAt, site }: EhrOrder,
  found: Found,
): Promise<Response | 'conflict'> {
  if (id === undefined || patient === undefined || orderedAt === undefined || site === undefined) {
    throw new Fault('EHR order: expected protocol, patient, time and site, because the reader gives none without');
  }
  const protocol = deps.protocols.latest(id);
  if (!protocol.ok) throw new Fault(`EHR order: ${protocol.refusal.message}`);
  const why = whyNotPinned(protocol.value, deps.use, deps.now());
  if (why !== undefined) return notUnderstood(deps, message, [unclear('unverified-protocol', why)]);
  if (found.pseudonym !== undefined && !(await isSamePerson(deps, found.pseudonym, patient))) {
    const why = 'The birth date differs from the one known for this patient; the identity office must say which holds.';
    return notUnderstood(deps, message, [unclear('contradictory-identifiers', why, 'Patient.birthDate')]);
  }
  const { sender, messageId, body } = message;
  const now = deps.now();
  const journeyId = newJourneyId(deps.randomBytes);
  const pseudonym = found.pseudonym ?? deps.identities.newPseudonym();
  const scribe = openJourney(
    { now, release: deps.release, protocol: protocol.value },
    {
      id: journeyId,
      site,
      patient: pseudonym,
      order: { sender, messageId, orderedAt },
      by: { kind: 'sender', id: sender },
    },
  );
  const receipt = receiptOf(deps, message, journeyId);
  const created = await createJourney(deps, scribe, [
    deps.messages.keepReceipt(sender, messageId, receipt),
    deps.messages.keepOrder(found.hmac, { journeyId, patient: pseudonym, protocol: id }),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
    ...(found.pseudonym === undefined
      ? await deps.identities.registration({ pseudonym, registeredAt: now, ...patient })
      : await deps.identities.furtherIdentifiers(pseudonym, found.unseen)),
  ]);
  return created === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}

/** A birth date known in less detail does not contradict one in more. */
async function isSamePerson(deps: EhrDeps, pseudonym: string, { birthDate = '' }: EhrPatient): Promise<boolean> {
  const access = { reader: 'ehr-webhook', reason: 'match the patient of an order', at: deps.now() };
  const known = (await deps.identities.patient(pseudonym, access))?.birthDate ?? '';
  return known.startsWith(birthDate) || birthDate.startsWith(known);
}
