import { isSameBirthDate } from '../domain/ehr/same-birth-date.ts';
import { type EhrOrder, type EhrPatient, type Identifier, unclear } from '../domain/ehr/understanding.ts';
import { Fault } from '../domain/faults.ts';
import { newJourneyId } from '../domain/identifiers/journey-id.ts';
import { createJourney } from '../domain/journey/change-journey.ts';
import { knownCourses } from '../domain/journey/open-course.ts';
import { openJourney } from '../domain/journey/open-journey.ts';
import type { JourneySite } from '../domain/journey/site-policy.ts';
import type { Courses } from '../domain/ports.ts';
import { whyNotPinned } from '../domain/protocol/pinning.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import type { Instant } from '../domain/time.ts';
import type { Response } from '../middleware/http.ts';
import { receiptAnswer } from './answer.ts';
import { askForMatch } from './await-match.ts';
import type { EhrDeps } from './ehr-deps.ts';
import { notUnderstood } from './not-understood.ts';
import { askAboutName, keptOf, type NewClaim, otherName } from './other-name.ts';
import { type Received, receiptOf } from './receive.ts';

interface Found {
  /** Under what the order number is kept. */
  readonly hmac: string;
  /** The patient, when one of the identifiers is known. */
  readonly pseudonym: string | undefined;
  /** Identifiers that nobody is known by. */
  readonly unseen: readonly Identifier[];
  /** The journey that ended before the order was matched with it. */
  readonly from: string | undefined;
}

/** All that opening a journey by an order takes. */
export interface Opening {
  readonly found: Found;
  readonly protocol: Protocol;
  readonly patient: EhrPatient;
  readonly orderedAt: Instant;
  readonly site: JourneySite;
}

/**
 * Opens a journey: journey, patient, order number, message and answer in one transaction. Where the patient has an open
 * journey of the same therapy, a person is asked instead. Not understood where the newest protocol is not one that this
 * deployment may pin.
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
  const opening = { found, protocol: protocol.value, patient, orderedAt, site };
  const { pseudonym } = found;
  if (pseudonym === undefined) {
    return open(deps, message, opening, deps.identities.newPseudonym(), { journeys: [], revision: 0 });
  }
  const access = { reader: 'ehr-webhook', reason: 'match the patient of an order', at: deps.now() };
  const record = await deps.identities.patient(pseudonym, access);
  if (!isSameBirthDate(record?.birthDate, patient.birthDate)) {
    const differs =
      'The birth date differs from the one known for this patient; the identity office must say which holds.';
    return notUnderstood(deps, message, [unclear('contradictory-identifiers', differs, 'Patient.birthDate')]);
  }
  const { courses, open: known } = await knownCourses(deps, pseudonym, id);
  const { unseen } = found;
  const claim = otherName(deps, message, { known: record?.name, name: patient.name, unseen });
  return known === undefined
    ? open(deps, message, opening, pseudonym, courses, claim)
    : askForMatch(deps, message, { ...opening, pseudonym, claim }, known);
}

async function open(
  deps: EhrDeps,
  message: Received,
  { found, protocol, patient, orderedAt, site }: Opening,
  pseudonym: string,
  courses: Courses,
  claim?: NewClaim,
): Promise<Response | 'conflict'> {
  const { sender, messageId, body } = message;
  // Nobody is found by what the sender has retired.
  const { retired: _retired, ...registered } = patient;
  const now = deps.now();
  const journeyId = newJourneyId(deps.randomBytes);
  const scribe = openJourney(
    { now, release: deps.release, protocol },
    {
      id: journeyId,
      site,
      patient: pseudonym,
      order: { sender, messageId, orderedAt },
      by: { kind: 'sender', id: sender },
    },
  );
  askAboutName(scribe, message, claim);
  const receipt = receiptOf(deps, message, journeyId);
  const created = await createJourney(deps, scribe, [
    deps.messages.keepReceipt(sender, messageId, receipt),
    deps.messages.keepOrder(found.hmac, { journeyId, patient: pseudonym, protocol: protocol.id }, found.from),
    deps.courses.add(pseudonym, protocol.id, courses, journeyId),
    ...deps.identities.rawMessage({ sender, messageId, body, receivedAt: receipt.receivedAt }),
    ...(found.pseudonym === undefined
      ? await deps.identities.registration({ pseudonym, registeredAt: now, ...registered })
      : await keptOf(deps, pseudonym, journeyId, { claim, unseen: found.unseen })),
  ]);
  return created === 'done' ? receiptAnswer(202, receipt) : 'conflict';
}
