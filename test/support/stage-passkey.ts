import { dynamoPasskeys, type PasskeyRegister } from '../../lambdas/adapters/dynamo-passkeys.ts';
import { tokenHash } from '../../lambdas/adapters/link-token.ts';
import { hashOf } from '../../lambdas/domain/audit/hash.ts';
import { type SigningIntent, signingChallenge } from '../../lambdas/domain/sign-off/signing-intent.ts';
import { plus } from '../../lambdas/domain/time.ts';
import type { Stage } from '../../local/scenario/embedded-stage.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';

type Body = Readonly<Record<string, unknown>>;

/** The passkeys of an embedded stack, as operations reach them. */
export function passkeysOf({ stack }: Stage): PasskeyRegister {
  const table = stack.model.tables.find(({ logicalId }) => logicalId === 'Identities')?.name;
  if (table === undefined) throw new Error('passkeys: expected a table Identities');
  return dynamoPasskeys({ client: stack.clientsFor().dynamodb, table }, () => 0);
}

/** A ticket as somebody is given it; `seed` makes each another one. */
export async function ticketFor(stage: Stage, staff: string, seed: number, gives?: 'pin'): Promise<string> {
  const ticket = Buffer.alloc(32, seed).toString('base64url');
  const at = await stage.world.now();
  const checked = { by: 'qa', how: 'passport, in person', at };
  await passkeysOf(stage).putTicket(tokenHash(ticket), {
    staff,
    checked,
    expiresAt: plus(at, 'P1D', 'UTC'),
    ...(gives === undefined ? {} : { gives }),
  });
  return ticket;
}

export async function postJson(
  { stack }: Stage,
  path: string,
  body: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: Body }> {
  const headers = { 'content-type': 'application/json', ...more };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const reply = await fetch(`${stack.url}${path}`, init);
  return { status: reply.status, body: (await reply.json()) as Body };
}

let enrolments = 100;

/** A passkey that somebody added by a ticket. */
export async function enrolled(stage: Stage, signer: string): Promise<SoftwareAuthenticator> {
  enrolments += 1;
  const path = `/enrolments/${await ticketFor(stage, signer, enrolments)}`;
  const key = new SoftwareAuthenticator();
  const { challenge } = (await postJson(stage, `${path}/options`, {})).body;
  const made = key.register({ challenge: String(challenge), origin: stage.stack.url, rpId: 'localhost' });
  const added = await postJson(stage, path, made);
  if (added.status !== 200) throw new Error(`enrolled: got ${added.status} ${JSON.stringify(added.body)}`);
  return key;
}

export interface Signing {
  readonly verified?: boolean;
  readonly origin?: string;
  readonly change?: Partial<SigningIntent>;
  /** Of who is signed in. */
  readonly cookie?: string;
}

/** Asks what is to be signed and signs it, as the script of the page does; gives what it then posts. */
export async function signedBy(
  stage: Stage,
  link: string,
  key: SoftwareAuthenticator,
  submission: Body,
  { verified, origin, change, cookie }: Signing = {},
): Promise<Body> {
  const asked = await postJson(stage, `${link}/intent`, submission, cookie === undefined ? {} : { cookie });
  const intent = asked.body.intent as SigningIntent;
  const evidence = asked.body.evidence as Body;
  const challenge = signingChallenge({ ...intent, evidenceSha256: hashOf(evidence), ...change });
  const at = { origin: origin ?? stage.stack.url, rpId: String(asked.body.rpId) };
  const assertion = key.assert({ ...at, challenge, ...(verified === undefined ? {} : { verified }) });
  return { ...submission, evidence, entered: change?.entered ?? intent.entered, assertion };
}
