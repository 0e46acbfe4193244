import type { Addresses, AddressTicket } from '../adapters/dynamo-addresses.ts';
import { isLinkToken, tokenHash } from '../adapters/link-token.ts';
import type { StaffDirectory } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import type { Sites } from '../middleware/environment.ts';
import { type Request, type Response, STATUS } from '../middleware/http.ts';
import { renderAddressPage } from '../pages/address-page.ts';
import { frameDictionary } from '../pages/i18n/frame-dictionary.ts';
import { renderOutcomePage } from '../pages/outcome-page.ts';
import { languageOf, page } from '../sign-off/answer.ts';

export interface ProvingDeps {
  readonly addresses: Pick<Addresses, 'ticket' | 'proved'>;
  readonly staff: Pick<StaffDirectory, 'find'>;
  readonly sites: Sites;
  now(): Instant;
}

/** The page behind the link of a test mail. Stores nothing: mail scanners follow every link. */
export async function showAddress(deps: ProvingDeps, request: Request): Promise<Response> {
  const ticket = await openTicket(deps, request);
  const language = languageOf(deps, request);
  return ticket === undefined ? over(deps, request) : page(200, renderAddressPage(ticket.person, language));
}

/** Somebody pressed the button: the mail was read. */
export async function proveAddress(deps: ProvingDeps, request: Request): Promise<Response> {
  const ticket = await openTicket(deps, request);
  if (ticket === undefined) return over(deps, request);
  await deps.addresses.proved(ticket, deps.now());
  const language = languageOf(deps, request);
  return page(200, renderOutcomePage({ status: 'recorded', language, ...frameDictionary(language).address.proved }));
}

/** One answer for every reason, so that nobody learns which links were sent. */
function over(deps: ProvingDeps, request: Request): Response {
  const language = languageOf(deps, request);
  return page(
    STATUS.expired,
    renderOutcomePage({ status: 'expired', language, ...frameDictionary(language).address.over }),
  );
}

/** Undefined also where the person has left, or has another address by now. */
async function openTicket(deps: ProvingDeps, { parameters }: Request): Promise<AddressTicket | undefined> {
  const { proof } = parameters;
  if (proof === undefined || !isLinkToken(proof)) return undefined;
  const ticket = await deps.addresses.ticket(tokenHash(proof));
  if (ticket === undefined || deps.now() >= ticket.expiresAt) return undefined;
  const member = await deps.staff.find(ticket.person);
  return member?.active === true && member.mail === ticket.mail ? ticket : undefined;
}
