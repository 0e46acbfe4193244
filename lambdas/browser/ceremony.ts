import type { Texts } from './texts.ts';

/** A button that does one thing at a time, and where it says in words what became of it. */
export function ceremony(after: HTMLElement, texts: Texts, act: (say: (key: string) => void) => Promise<void>): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passkey';
  button.textContent = texts('button');
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.className = 'told';
  const say = (key: string): void => {
    told.textContent = texts(key);
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    say('working');
    try {
      await act(say);
    } catch (error) {
      say(keyOf(error));
    } finally {
      button.disabled = false;
    }
  });
  after.append(button, told);
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
