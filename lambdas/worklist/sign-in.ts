import type { Proof, StaffMember } from '../domain/ports.ts';
import type { Request, Response } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { readPosted } from '../pages/form/posted.ts';
import { renderSignInPage, type SignInProblem } from '../pages/sign-in-page.ts';
import { ownPath } from '../session/own-path.ts';
import { isFromOurPages, isOwnForm, noSessionCookie, sessionCookie, signedIn } from '../session/signed-in.ts';
import { languageOf, page, seeOther } from '../sign-off/answer.ts';
import type { WorklistDeps } from './worklist-deps.ts';

const LONGEST_ID = 64;

export const showSignIn = (deps: WorklistDeps, request: Request, problem?: SignInProblem, status = 200): Response => {
  const language = languageOf(deps, request);
  return page(
    status,
    renderSignInPage({ next: ownPath(request.query.next), offersOidc: deps.offersOidc }, language, problem),
  );
};

/** `GET /sign-in`: whoever is signed in goes on to where they wanted to be. */
export async function openSignIn(deps: WorklistDeps, request: Request): Promise<Response> {
  const { next } = request.query;
  const reader = next === undefined ? undefined : await signedIn(deps, request);
  if (reader === undefined) return showSignIn(deps, request);
  return seeOther(`${ownPath(next)}?lang=${languageOf(deps, request, reader.member.site)}`);
}

/** `POST /sign-in`: user id and PIN open a session that reads. */
export async function signIn(deps: WorklistDeps, request: Request): Promise<Response> {
  if (!isFromOurPages(deps.publicUrl, request)) return showSignIn(deps, request, 'from-elsewhere', 403);
  const posted = readPosted(request.body.toString('utf8'));
  if (!posted.ok) return showSignIn(deps, request, 'wrong-credential', 422);
  const first = (name: string): string => posted.values.get(name)?.[0] ?? '';
  const next = ownPath(first('next'));
  const member = await proven(deps, first('signer'), first('pin'));
  if (member === undefined) {
    const again = { ...request, query: { ...request.query, next } };
    return showSignIn(deps, again, 'wrong-credential', 401);
  }
  const token = await deps.sessions.start(member.id, deps.now());
  log('info', 'signed in', { by: member.id });
  const language = languageOf(deps, request, member.site);
  const answer = seeOther(`${next}?lang=${language}`);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': sessionCookie(token) } };
}

/** Who this is, by user id and PIN. */
export async function proven(deps: WorklistDeps, id: string, pin: string): Promise<StaffMember | undefined> {
  const proof = await proofOf(deps, id, pin);
  // No journey is written that the proof could hold with: whether it still does is asked at once.
  if (proof === undefined) return undefined;
  return (await proof.lost()) === null ? proof.member : refused(deps, id);
}

/** The same where it holds with what is written, or not at all. */
export async function proofOf(deps: WorklistDeps, id: string, pin: string): Promise<Proof | undefined> {
  const proof = await deps.staff.authenticate(id, pin, deps.now());
  return proof.ok ? proof.value : refused(deps, id);
}

/** A failure is logged with the id of known staff only, never with what was typed. */
async function refused(deps: WorklistDeps, id: string): Promise<undefined> {
  const known = id.length <= LONGEST_ID ? await deps.staff.find(id) : undefined;
  log('warn', 'sign-in refused', { code: 'unauthenticated', signer: known?.id ?? 'not known' });
}

/** `POST /sign-out`: ends the session, also in other windows of this browser. */
export async function signOut(deps: WorklistDeps, request: Request): Promise<Response> {
  const reader = await signedIn(deps, request);
  const posted = readPosted(request.body.toString('utf8'));
  const token = posted.ok ? posted.values.get('form')?.[0] : undefined;
  // Elsewhere the cookie is kept back, and whoever is signed in looks like nobody.
  if (!isFromOurPages(deps.publicUrl, request)) return showSignIn(deps, request, 'from-elsewhere', 403);
  if (reader !== undefined) {
    if (!isOwnForm(reader, token)) return showSignIn(deps, request, 'from-elsewhere', 403);
    await deps.sessions.end(reader.session, deps.now());
    log('info', 'signed out', { by: reader.member.id });
  }
  const answer = seeOther(`/sign-in?lang=${languageOf(deps, request)}`);
  return { ...answer, headers: { ...answer.headers, 'set-cookie': noSessionCookie } };
}
