import { dictionary } from '../../lambdas/pages/i18n/dictionary.ts';
import { readStep } from './people.ts';
import type { Opening } from './scenario.ts';
import { EXAMPLE_PIN } from './staff.ts';
import type { Reply, World } from './world.ts';

/** How the browser of a page of ours sends a form. */
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' } as const;

/**
 * Opens a link as a browser does, signed in as whoever opens it or as nobody, and says what it shows. Who is shown nothing tries to sign
 * all the same, by a form with everything in it that a program can know; throws when that is not refused.
 */
export async function openLink(world: World, path: string, { as }: Opening): Promise<Opening['shows'] | 'nothing'> {
  const session = as === undefined ? {} : await signedIn(world, world.hospital?.memberOf(as) ?? as);
  const { body } = await world.request(`${path}?lang=en`, {
    method: 'GET',
    headers: { accept: 'text/html', ...session },
  });
  const shows = shownBy(String(body));
  if (shows !== 'step') await triesToSign(world, path, as ?? 'nobody', session);
  return shows;
}

async function signedIn(world: World, signer: string): Promise<Record<string, string>> {
  const body = new URLSearchParams({ signer, pin: EXAMPLE_PIN }).toString();
  const { cookie } = await world.request('/sign-in', { method: 'POST', headers: FORM, body });
  return cookie === undefined ? {} : { cookie };
}

function shownBy(html: string): Opening['shows'] | 'nothing' {
  if (html.includes('name="contentHash"')) return 'step';
  if (html.includes(dictionary('en').link.otherTitle)) return 'somebody-else';
  return html.includes('href="/sign-in?next=') ? 'sign-in' : 'nothing';
}

async function triesToSign(world: World, path: string, signer: string, session: Record<string, string>): Promise<void> {
  const { contentHash = '', nonce = '' } = (await readStep(world, path)) ?? {};
  const form = { signer, pin: EXAMPLE_PIN, contentHash, nonce, decision: 'any' };
  const reply = await world.request(path, {
    method: 'POST',
    headers: { ...FORM, ...session },
    body: new URLSearchParams(form).toString(),
  });
  if (!world.isLate && !isRefused(reply))
    throw new Error(`Form without a step: got ${reply.status}, expected 401 or 403`);
}

const isRefused = ({ status }: Reply): boolean => status === 401 || status === 403;
