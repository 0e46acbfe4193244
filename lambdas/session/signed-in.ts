import type { Session, Sessions } from '../adapters/dynamo-sessions.ts';
import { formToken, isFormToken } from '../adapters/form-token.ts';
import type { StaffDirectory, StaffMember } from '../domain/ports.ts';
import { standsInFor } from '../domain/staff/calendar.ts';
import type { Instant } from '../domain/time.ts';
import type { Reader } from '../domain/worklist/reader.ts';
import type { Request } from '../middleware/http.ts';

export interface SessionDeps {
  readonly sessions: Sessions;
  readonly staff: Pick<StaffDirectory, 'findWithPinAge'>;
  now(): Instant;
}

/** Somebody who signed in a while ago: may read what concerns them, and signs nothing by it. */
export interface SignedIn {
  readonly session: Session;
  readonly member: StaffMember & Reader;
}

/** With this prefix browsers take the cookie only over https (or from this machine) and only for this very host. */
const COOKIE = '__Host-session';
const ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export const sessionCookie = (token: string): string => `${COOKIE}=${token}; ${ATTRIBUTES}`;
export const noSessionCookie = `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;

const tokenOf = ({ headers }: Request): string | undefined =>
  /(?:^|;\s*)__Host-session=([A-Za-z0-9_-]{43})(?:;|$)/.exec(headers.cookie ?? '')?.[1];

/**
 * Who reads; undefined without a session that lasts, for somebody who is no longer active, and after their PIN was set anew, a passkey
 * revoked or their log-in changed: whoever had the old one may still hold a session that it opened.
 */
export async function signedIn(deps: SessionDeps, request: Request): Promise<SignedIn | undefined> {
  const token = tokenOf(request);
  const session = token === undefined ? undefined : await deps.sessions.find(token, deps.now());
  const staff = session === undefined ? undefined : await deps.staff.findWithPinAge(session.userId);
  if (session === undefined || staff?.member.active !== true) return undefined;
  const { member, pinSetAt = '', sessionsFrom = '' } = staff;
  if (pinSetAt > session.startedAt || sessionsFrom > session.startedAt) return undefined;
  return { session, member: { ...member, standsIn: standsInFor(member, deps.now()) } };
}

/** Stands in every form that relies on the session. */
export const tokenFor = ({ session }: SignedIn): string => formToken(session.formKey, session.hash);

/** True of a form of a page that was shown in this session. */
export const isOwnForm = ({ session }: SignedIn, given: string | undefined): boolean =>
  given !== undefined && isFormToken(session.formKey, session.hash, given);

/**
 * True of a post that one of our pages made. Browsers say where a post comes from; our pages send no referrer, so `Origin`
 * may be `null` and only counts where `Sec-Fetch-Site` is not sent.
 */
export function isFromOurPages(publicUrl: string, { headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
}
