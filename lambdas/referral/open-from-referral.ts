import { bodyHmac, messageEventId } from '../adapters/identity-index.ts';
import { canonicalText } from '../domain/audit/hash.ts';
import { isSameBirthDate } from '../domain/ehr/same-birth-date.ts';
import { isSameName } from '../domain/ehr/same-name.ts';
import { TransientFault } from '../domain/faults.ts';
import { newJourneyId } from '../domain/identifiers/journey-id.ts';
import { createJourney } from '../domain/journey/change-journey.ts';
import { questionIdentity } from '../domain/journey/identity-claims.ts';
import { knownCourses } from '../domain/journey/open-course.ts';
import { openJourney } from '../domain/journey/open-journey.ts';
import type { JourneySite } from '../domain/journey/site-policy.ts';
import { type Outcome, ok, refuse } from '../domain/outcome.ts';
import type { Courses, Proof } from '../domain/ports.ts';
import type { Protocol } from '../domain/protocol/schema.ts';
import { protocolFor, REFERRAL_MEANING, type Referral } from '../domain/referral/referral.ts';
import type { ReferralDeps } from './referral-deps.ts';

/** Where messages of senders are kept by their id, referrals are by that of their form. No sender may be called so. */
const SENDER = 'referral/page';
/** Enough for equal referrals posted at once; each try looks for the answer of the one that won. */
const TRIES = 10;

export interface Referred {
  readonly journeyId: string;
  /** True when the same form had opened it before. */
  readonly again: boolean;
}

export interface SignedReferral {
  readonly referral: Referral;
  readonly proof: Proof;
  readonly form: { readonly id: string; readonly isFresh: boolean };
}

/**
 * Opens a journey from a referral: journey, patient, referral and answer in one transaction, so that the same form posted
 * any number of times opens one. Never a second journey of a patient whose course under this protocol is open.
 */
export async function openFromReferral(deps: ReferralDeps, signed: SignedReferral): Promise<Outcome<Referred>> {
  const body = Buffer.from(canonicalText({ referral: signed.referral, signer: signed.proof.member.id }));
  const hmac = bodyHmac(await deps.identityKey(), body);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await deps.messages.receipt(SENDER, signed.form.id);
    if (before?.journeyId !== undefined && before.journeyId !== null) {
      return before.bodyHmac === hmac
        ? ok({ journeyId: before.journeyId, again: true })
        : refuse('conflict', 'This form opened a journey before, with other content. Load the page again.', {
            problem: 'form-used',
          });
    }
    const outcome = await tryOpening(deps, signed, body, hmac);
    if (outcome === 'conflict') {
      const refusal = await signed.proof.lost();
      if (refusal !== null) return { ok: false, refusal };
      continue;
    }
    // What stood in the way may be the journey that this very form opened meanwhile.
    if (outcome.ok || (await deps.messages.receipt(SENDER, signed.form.id)) === undefined) return outcome;
  }
  throw new TransientFault(`Referral: lost ${TRIES} races; the same form may be posted again`);
}

async function tryOpening(
  deps: ReferralDeps,
  signed: SignedReferral,
  body: Buffer,
  hmac: string,
): Promise<Outcome<Referred> | 'conflict'> {
  const { referral, form } = signed;
  if (!form.isFresh) return refuse('changed', 'The form was open for too long. Load it again; nothing was recorded.');
  const protocol = protocolFor(deps.protocols, referral, deps.use, deps.now());
  if (!protocol.ok) return protocol;
  const site = deps.sites.find(({ id }) => id === referral.site);
  if (site === undefined) {
    const expected = deps.sites.map(({ id }) => id).join(', ');
    return refuse('invalid', `Site: expected one of ${expected}`, { path: 'referral.site', problem: 'choose-one' });
  }
  if (referral.birthDate > deps.now().slice(0, 'yyyy-mm-dd'.length)) {
    const detail = { path: 'referral.birthDate', problem: 'in-the-future' };
    return refuse('invalid', 'Birth date: expected a day that has come.', detail);
  }
  const { issuers } = deps;
  if (issuers.length > 0 && !issuers.some(({ system }) => system === referral.identifierSystem)) {
    const message = `Issuer: expected one of ${issuers.map(({ system }) => system).join(', ')}`;
    return refuse('invalid', message, { path: 'referral.identifierSystem', problem: 'choose-one' });
  }
  const identifier = { system: referral.identifierSystem, value: referral.identifierValue };
  const [known] = await deps.identities.pseudonymsOf([identifier]);
  const found = known === undefined ? undefined : await courseOf(deps, signed, known, protocol.value.id);
  if (found?.ok === false) return found;
  const pseudonym = known ?? deps.identities.newPseudonym();
  const { courses, isNamedSo } = found?.value ?? { courses: { journeys: [], revision: 0 }, isNamedSo: true };
  const { id, zone, policy } = site;
  const opening = { protocol: protocol.value, site: { id, zone, policy }, pseudonym, courses };
  return open(deps, signed, opening, { body, hmac, isNew: known === undefined, isNamedSo });
}

/** The courses of a known patient, when this is the same person and none of them is open. */
async function courseOf(
  deps: ReferralDeps,
  { referral, proof }: SignedReferral,
  pseudonym: string,
  protocol: string,
): Promise<Outcome<{ readonly courses: Courses; readonly isNamedSo: boolean }>> {
  const access = { reader: proof.member.id, reason: 'match the patient of a referral', at: deps.now() };
  const record = await deps.identities.patient(pseudonym, access);
  if (!isSameBirthDate(record?.birthDate, referral.birthDate)) {
    const message =
      'The birth date differs from the one known for this identifier; the identity office must say which holds.';
    return refuse('conflict', message, { path: 'referral.birthDate', problem: 'other-birth-date' });
  }
  const { courses, open: course } = await knownCourses(deps, pseudonym, protocol);
  if (course === undefined) return ok({ courses, isNamedSo: isSameName(record?.name, referral.patientName) });
  const { id: journeyId, site } = course.state;
  const message = `This patient has an open journey of this therapy: ${journeyId}, at ${site.id}. Go on with that one. For another course, send the order from the hospital record, and answer "Match the order" there with another-course.`;
  return refuse('conflict', message, { problem: 'journey-open', journeyId });
}

interface Opening {
  readonly protocol: Protocol;
  readonly site: JourneySite;
  readonly pseudonym: string;
  readonly courses: Courses;
}

/** A form as it came, and what is known of its patient. */
interface Posted {
  readonly body: Buffer;
  readonly hmac: string;
  readonly isNew: boolean;
  /** False where the patient is known by another name: two people read both, as of any other name that is sent. */
  readonly isNamedSo: boolean;
}

async function open(
  deps: ReferralDeps,
  { referral, proof, form }: SignedReferral,
  { protocol, site, pseudonym, courses }: Opening,
  { body, hmac, isNew, isNamedSo }: Posted,
): Promise<Outcome<Referred> | 'conflict'> {
  const now = deps.now();
  const journeyId = newJourneyId(deps.randomBytes);
  const scribe = openJourney(
    { now, release: deps.release, protocol },
    {
      id: journeyId,
      site,
      patient: pseudonym,
      origin: {
        kind: 'referral',
        reference: referral.referralReference,
        meaning: REFERRAL_MEANING,
        assurance: 'pin',
      },
      by: { kind: 'person', id: proof.member.id, role: 'coordinator' },
    },
  );
  const eventId = messageEventId(SENDER, form.id);
  if (!isNamedSo) questionIdentity(scribe, { sender: SENDER, messageId: form.id, eventId, differs: ['name'] });
  const receipt = { bodyHmac: hmac, journeyId, eventId, status: 'applied', receivedAt: now } as const;
  const { identifierSystem: system, identifierValue: value, patientName: name, birthDate } = referral;
  const created = await createJourney(deps, scribe, [
    ...proof.alongside,
    deps.messages.keepReceipt(SENDER, form.id, receipt),
    deps.courses.add(pseudonym, protocol.id, courses, journeyId),
    ...deps.identities.rawMessage({ sender: SENDER, messageId: form.id, body, receivedAt: now }),
    ...(isNew
      ? await deps.identities.registration({
          pseudonym,
          identifiers: [{ system, value }],
          name,
          birthDate,
          registeredAt: now,
        })
      : []),
    ...(isNamedSo
      ? []
      : [
          await deps.identities.claim(pseudonym, journeyId, {
            ...{ eventId, sender: SENDER, at: now, name },
            identifiers: [],
          }),
        ]),
  ]);
  return created === 'done' ? ok({ journeyId, again: false }) : 'conflict';
}
