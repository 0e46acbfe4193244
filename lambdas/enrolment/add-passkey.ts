import * as z from 'zod';
import { lazily } from '../domain/lazily.ts';
import { refuse } from '../domain/outcome.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { renderEnrolmentPage } from '../pages/enrolment-page.ts';
import { renderPinPage } from '../pages/pin-page.ts';
import { addressOf } from '../sign-off/address.ts';
import { languageOf, page, scriptedPage } from '../sign-off/answer.ts';
import { type EnrolmentDeps, type OpenTicket, openKeyTicket, openTicket } from './enrolment-deps.ts';
import { ticketOver } from './ticket-over.ts';

/** The page behind a ticket. Stores nothing. */
export async function showEnrolment(deps: EnrolmentDeps, request: Request): Promise<Response> {
  const language = languageOf(deps, request);
  const ticket = await openTicket(deps, request.parameters.ticket);
  if (!ticket.ok) return ticketOver(language);
  const { staff, gives } = ticket.value;
  return gives === 'pin'
    ? page(200, renderPinPage(staff, language))
    : scriptedPage(200, renderEnrolmentPage(staff, language));
}

/** What the browser needs to make a passkey. */
export async function sayOptions(deps: EnrolmentDeps, request: Request): Promise<Response> {
  const ticket = await openKeyTicket(deps, request.parameters.ticket);
  if (!ticket.ok) return refused(ticket.refusal);
  const known = await deps.passkeys.of(ticket.value.staff);
  const { enrolmentOptions } = await passkeyEnrolment();
  return json(200, await enrolmentOptions(enrolling(deps, ticket.value), known));
}

/** It is large, and most tickets that are opened here give a PIN or prove an address. */
const passkeyEnrolment = () => import('../adapters/passkey-enrolment.ts');

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** What a browser hands over of a passkey it made (WebAuthn, RegistrationResponseJSON); what is not read is dropped. */
const created = lazily(() =>
  z.object({
    id: base64url.max(900),
    rawId: base64url.max(900),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64url.max(8000),
      attestationObject: base64url.max(16_000),
      transports: z
        .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
        .max(10)
        .optional()
        .catch(undefined),
    }),
  }),
);

/** Adds the passkey that the browser made, and uses the ticket up. */
export async function addPasskey(deps: EnrolmentDeps, request: Request): Promise<Response> {
  const ticket = await openKeyTicket(deps, request.parameters.ticket);
  if (!ticket.ok) return refused(ticket.refusal);
  const parsed = created().safeParse(jsonOf(request));
  if (!parsed.success) return json(STATUS.invalid, { code: 'invalid', message: z.prettifyError(parsed.error) });
  const { transports, ...response } = parsed.data.response;
  const made = {
    ...parsed.data,
    response: { ...response, ...(transports === undefined ? {} : { transports }) },
    clientExtensionResults: {},
  };
  const { enrolledKey } = await passkeyEnrolment();
  const key = await enrolledKey(enrolling(deps, ticket.value), made);
  if (key === undefined) {
    return refused(
      refuse('unauthenticated', 'Passkey: expected one made for this link whose owner was verified.').refusal,
    );
  }
  const { staff: signer, checked, hash } = ticket.value;
  const result = await deps.passkeys.enrol({ ...key, signer, checked, enrolledAt: deps.now() }, hash);
  return result === 'done'
    ? json(200, { signer, credentialId: key.credentialId })
    : refused(refuse('expired', 'This link was used before, or the passkey is known already.').refusal);
}

function jsonOf({ body }: Request): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const enrolling = ({ publicUrl }: EnrolmentDeps, { staff, challenge }: OpenTicket) => ({
  ...addressOf(publicUrl),
  signer: staff,
  challenge,
});
