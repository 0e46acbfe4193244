import * as z from 'zod';
import type { PasskeyRegister } from '../adapters/dynamo-passkeys.ts';
import { isNonce } from '../adapters/link-token.ts';
import { verifyPasskey } from '../adapters/passkey-verifier.ts';
import { lazily } from '../domain/lazily.ts';
import { refuse } from '../domain/outcome.ts';
import type { StaffMember } from '../domain/ports.ts';
import { openingChallenge } from '../domain/sign-off/opening-challenge.ts';
import { userId } from '../domain/sign-off/user-id.ts';
import { json, type Request, type Response, refused, STATUS } from '../middleware/http.ts';
import { log } from '../middleware/log.ts';
import { isFromOurPages, type SessionDeps, sessionCookie } from '../session/signed-in.ts';
import { assertionShape } from './assertion.ts';
import { type PasskeyDeps, proofOf } from './by-passkey.ts';
import { type OpenedStep, openLink } from './opened-step.ts';

interface OpeningDeps extends PasskeyDeps, SessionDeps {
  readonly staff: PasskeyDeps['staff'] & SessionDeps['staff'];
  readonly passkeys: Pick<PasskeyRegister, 'find' | 'used' | 'use'>;
}

const asked = lazily(() =>
  z.object({
    nonce: z.string().max(200),
    assertion: assertionShape().extend({
      response: assertionShape().shape.response.extend({ userHandle: z.string().max(200) }),
    }),
  }),
);
type Asked = z.infer<ReturnType<typeof asked>>;

/** One sentence for every reason, so that nobody learns which ids exist or have keys. */
const WRONG = refuse('unauthenticated', 'No passkey of somebody who may sign in signed this.').refusal;

/**
 * `POST /sign-offs/{token}/session`: signs somebody in by passkey from the page of a link, as user id and PIN do elsewhere. Without it,
 * whoever has no PIN or has just locked it could sign by passkey but not read what. The session reads, and never signs.
 */
export async function openSession(deps: OpeningDeps, request: Request): Promise<Response> {
  if (!isFromOurPages(deps.publicUrl, request))
    return refused({ code: 'forbidden', message: 'Sign-in: expected a page of ours' });
  const opened = await openLink(deps, request.parameters.token);
  if (!opened.ok) return refused(opened.refusal);
  const read = asked().safeParse(parsed(request));
  if (!read.success) return json(STATUS.invalid, { code: 'invalid', message: z.prettifyError(read.error) });
  const member = await proven(deps, opened.value, read.data);
  if (member === undefined) {
    const { stored, step } = opened.value;
    const where = { journeyId: stored.state.id, step: step.key };
    log('warn', 'sign-in refused', { code: 'unauthenticated', signer: 'not known', ...where });
    return refused(WRONG);
  }
  const token = await deps.sessions.start(member.id, deps.now());
  log('info', 'signed in', { by: member.id, how: 'passkey' });
  const answer = json(200, {});
  return { ...answer, headers: { ...answer.headers, 'set-cookie': sessionCookie(token) } };
}

function parsed({ body }: Request): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function proven(
  deps: OpeningDeps,
  { nonceKey, hash, step }: OpenedStep,
  { nonce, assertion }: Asked,
): Promise<StaffMember | undefined> {
  if (!isNonce(nonceKey, hash, step.version, deps.now(), nonce)) return undefined;
  const id = userId(Buffer.from(assertion.response.userHandle, 'base64url').toString('utf8'));
  const [key, member] = await Promise.all([deps.passkeys.find(id, assertion.id), deps.staff.find(id)]);
  if (key === undefined || key.revoked !== undefined || member?.active !== true) return undefined;
  const verdict = await verifyPasskey(proofOf(key, assertion, nonce, deps.publicUrl), openingChallenge(nonce));
  if (!verdict.ok) return undefined;
  return (await deps.passkeys.use(key, verdict.counter, deps.now())) === 'done' ? member : undefined;
}
