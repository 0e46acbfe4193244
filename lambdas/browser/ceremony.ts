import type { Say } from './offer.ts';
import { type Texts, textsOf } from './texts.ts';

/** Does one thing with a passkey, and says by keys of our words what became of it. */
export async function ceremony(
  name: Parameters<typeof textsOf>[0],
  say: Say,
  act: (tell: (key: string) => void) => Promise<void>,
): Promise<void> {
  const texts: Texts = textsOf(name);
  const tell = (key: string): void => say(texts(key));
  try {
    await act(tell);
  } catch (error) {
    tell(keyOf(error));
  }
}

/** What a browser says when a ceremony ends without a result, as a key of our words. */
function keyOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'InvalidStateError') return 'known';
  return name === 'NotSupportedError' || name === 'SecurityError' ? 'unsupported' : 'failed';
}

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Posts to a route below the one this page was shown at. */
export async function post(path: string, body: URLSearchParams | string): Promise<Answer> {
  const type = typeof body === 'string' ? 'application/json' : 'application/x-www-form-urlencoded';
  const reply = await fetch(`${location.pathname}${path}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': type },
    body,
  });
  return { status: reply.status, body: (await reply.json()) as Answer['body'] };
}
