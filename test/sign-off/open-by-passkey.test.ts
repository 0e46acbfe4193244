import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingChallenge } from '../../lambdas/domain/sign-off/opening-challenge.ts';
import { staffRegisterOf } from '../../local/scenario/place.ts';
import { EXAMPLE_JOINING, exampleStaff } from '../../local/scenario/staff.ts';
import { SoftwareAuthenticator } from '../support/software-authenticator.ts';
import { enrolled, passkeysOf, postJson, signedBy } from '../support/stage-passkey.ts';
import { FROM_OUR_PAGES, visitor } from '../worklist/visitor.ts';
import { type Bench, startBench } from './bench.ts';

let bench: Bench;
let link: string;
let physician: SoftwareAuthenticator;

beforeAll(async () => {
  bench = await startBench();
  link = await bench.linkTo('Confirm eligibility');
  physician = await enrolled(bench, 'physician');
});
afterAll(() => bench?.stop());

type Json = Readonly<Record<string, unknown>>;
const nonceOf = async (path = link): Promise<string> => String(((await visitor(bench).json(path)) as Json).nonce);

interface Opening {
  readonly nonce?: string;
  readonly who?: string;
  readonly verified?: boolean;
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Signs in as the script of the page does. */
async function open(key: SoftwareAuthenticator, how: Opening = {}) {
  const { who = 'physician', verified = true, origin = bench.stack.url, headers = FROM_OUR_PAGES } = how;
  const nonce = how.nonce ?? (await nonceOf());
  const made = key.assert({ challenge: openingChallenge(nonce), origin, rpId: 'localhost', verified });
  const userHandle = Buffer.from(who).toString('base64url');
  const assertion = { ...made, response: { ...made.response, userHandle } };
  const reply = await fetch(`${bench.stack.url}${link}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ nonce, assertion }),
  });
  return { status: reply.status, cookie: reply.headers.get('set-cookie')?.split(';', 1)[0] };
}

const NOBODY = { cookie: undefined };

test('a passkey signs in from the page of a link without user id and PIN, and signs nothing by that', async () => {
  const before = (await passkeysOf(bench).find('physician', physician.credentialId))?.counter ?? 0;
  const { status, cookie } = await open(physician);
  expect(status).toBe(200);
  const person = visitor(bench);
  person.borrow(cookie ?? '');
  expect((await person.get(link)).html).toContain('name="contentHash"');
  expect((await person.get('/worklist')).status).toBe(200);
  expect((await passkeysOf(bench).find('physician', physician.credentialId))?.counter).toBeGreaterThan(before);
  expect(await visitor(bench).json(link)).toMatchObject({ status: 'open' });
});

test.each<[string, () => Promise<{ status: number; cookie: string | undefined }>]>([
  ['a key that nobody added', () => open(new SoftwareAuthenticator())],
  ['the key of somebody else', async () => open(await enrolled(bench, 'nurse'))],
  ['a key that did not ask its owner', () => open(physician, { verified: false })],
  ['another address', () => open(physician, { origin: 'http://localhost:1' })],
  ['a nonce of our own making', () => open(physician, { nonce: 'x'.repeat(43) })],
])('%s opens nothing', async (_, opening) => {
  expect(await opening()).toEqual({ status: 401, ...NOBODY });
});

test('what was said for one page counts for minutes, and a page of another site signs nobody in', async () => {
  const nonce = await nonceOf();
  await bench.stack.clock.advance(11 * 60_000);
  expect(await open(physician, { nonce })).toEqual({ status: 401, ...NOBODY });
  const elsewhere = { 'sec-fetch-site': 'cross-site', origin: bench.stack.url };
  expect(await open(physician, { headers: elsewhere })).toEqual({ status: 403, ...NOBODY });
});

test('a signature signs nobody in, and who signed in has signed nothing', async () => {
  const { contentHash, nonce } = (await visitor(bench).json(link)) as Json;
  const body = {
    signer: 'physician',
    contentHash,
    nonce,
    decision: 'not-eligible',
    evidence: { explanation: 'Active infection.' },
  };
  const signed = await signedBy(bench, link, physician, body);
  const { assertion } = signed as { readonly assertion: { readonly response: Json } };
  const userHandle = Buffer.from('physician').toString('base64url');
  const asOpening = { nonce, assertion: { ...assertion, response: { ...assertion.response, userHandle } } };
  expect(await postJson(bench, `${link}/session`, asOpening, FROM_OUR_PAGES)).toMatchObject({ status: 401 });
  const opened = physician.assert({
    challenge: openingChallenge(String(nonce)),
    origin: bench.stack.url,
    rpId: 'localhost',
  });
  expect(await postJson(bench, `${link}/passkey`, { ...body, assertion: opened })).toMatchObject({ status: 401 });
});

test('a revoked key, and that of somebody who left, open nothing', async () => {
  const lost = await enrolled(bench, 'physician');
  const at = await bench.world.now();
  await passkeysOf(bench).revoke('physician', lost.credentialId, { at, by: 'qa', why: 'lost' });
  expect(await open(lost)).toEqual({ status: 401, ...NOBODY });
  const [member] = exampleStaff.filter(({ id }) => id === 'physician');
  if (member === undefined) throw new Error('expected an example physician');
  await staffRegisterOf(bench.stack).putStaff({ ...member, active: false }, { ...EXAMPLE_JOINING, leaves: true });
  expect(await open(physician)).toEqual({ status: 401, ...NOBODY });
});
