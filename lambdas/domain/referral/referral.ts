import * as z from 'zod';
import { isCanonical } from '../audit/hash.ts';
import { lazily } from '../lazily.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { plainJson } from '../plain-json.ts';
import type { Protocols } from '../ports.ts';
import { whyNotPinned } from '../protocol/pinning.ts';
import type { Protocol } from '../protocol/schema.ts';
import type { Use } from '../protocol/use.ts';
import type { Signer } from '../sign-off/permission.ts';
import { reference } from '../steps/evidence.ts';
import { type Instant, printedDate } from '../time.ts';

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'expected one line of text without control characters');

/** What a coordinator says of a patient who was referred. Site and protocol are ids; the rest goes to the identity store. */
export const referralFields = lazily(() =>
  z.strictObject({
    site: line(64),
    protocol: line(64),
    /** Who issued the identifier, as the EHR names it: a URI, or the order that follows would not find the patient. */
    identifierSystem: line(200).regex(/^[a-z][a-z\d+.-]*:\S+$/i, 'expected a URI such as urn:oid:1.2.3.4.6'),
    identifierValue: line(100),
    patientName: line(200),
    birthDate: printedDate,
    referralReference: reference,
  }),
);
export type Referral = z.infer<ReturnType<typeof referralFields>>;

/** The same for forms and integrators. */
export const referralJsonSchema = lazily(() => z.toJSONSchema(referralFields(), { io: 'input' }));

/** What is posted to `/referrals`: a referral, signed with user id and PIN. */
export const referralSubmission = lazily(() =>
  plainJson.pipe(
    z
      .strictObject({
        referral: referralFields(),
        nonce: z.string().min(1).max(256),
        signer: z.string().trim().min(1).max(64),
        pin: z.string().min(4).max(64),
      })
      .refine(isCanonical, { error: 'expected text in well-formed Unicode' }),
  ),
);
export type ReferralSubmission = z.infer<ReturnType<typeof referralSubmission>>;

/** What the signature under a referral means: shown before it is signed, written with it. */
export const REFERRAL_MEANING =
  'I open a journey for the patient of this referral, whose identifier I compared with the hospital record.';

/** The newest protocols that a journey may pin here, by id. */
export const pinnable = (all: readonly Protocol[], use: Use, now: Instant): readonly Protocol[] =>
  all
    .filter(({ id, version }) => !all.some((other) => other.id === id && other.version > version))
    .filter((protocol) => whyNotPinned(protocol, use, now) === undefined);

/** Only a coordinator of the site opens a journey there. */
export function mayRefer({ roles, site }: Pick<Signer, 'roles' | 'site'>, referral: Referral): Outcome<undefined> {
  if (!roles.includes('coordinator')) {
    const message = `Role: got ${roles.join(', ')}, expected coordinator.`;
    return refuse('forbidden', message, { problem: 'other-role' });
  }
  return site === referral.site
    ? ok(undefined)
    : refuse('forbidden', `Site: got a coordinator of ${site}, expected one of the site that was chosen.`, {
        problem: 'other-site',
      });
}

/** The protocol a referral names, where a journey may pin it. */
export function protocolFor(
  protocols: Pick<Protocols, 'latest'>,
  { protocol }: Referral,
  use: Use,
  now: Instant,
): Outcome<Protocol> {
  const path = 'referral.protocol';
  const latest = protocols.latest(protocol);
  if (!latest.ok) return refuse('invalid', latest.refusal.message, { path, problem: 'choose-one' });
  const why = whyNotPinned(latest.value, use, now);
  return why === undefined ? latest : refuse('invalid', why, { path, problem: 'choose-one' });
}
