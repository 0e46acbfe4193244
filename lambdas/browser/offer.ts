import { offer as german } from '../pages/i18n/de/ceremony.ts';
import { offer as english } from '../pages/i18n/en/ceremony.ts';

type Ceremonies = typeof import('./ceremonies.ts');

/** Says in words what became of it, in the language of the page. */
export type Say = (text: string) => void;

/** A button that does one thing at a time, and a place where it is said what became of it. */
export function offer(
  after: HTMLElement,
  name: keyof typeof english,
  take: (ceremonies: Ceremonies, say: Say) => Promise<void>,
): void {
  const texts = (document.documentElement.lang === 'de' ? german : english)[name];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passkey';
  button.textContent = texts.button;
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.className = 'told';
  const say: Say = (text) => {
    told.textContent = text;
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    say(texts.working);
    try {
      await take(await ceremonies(), say);
    } catch {
      say(texts.failed);
    } finally {
      button.disabled = false;
    }
  });
  after.append(button, told);
}

let failures = 0;

/** The other script of the same release lies beside this one. Some browsers remember that it could not be loaded, by its address. */
export async function ceremonies(): Promise<Ceremonies> {
  const again = failures === 0 ? '' : `?${failures}`;
  try {
    return await import(`${import.meta.url.replace('/passkey-', '/ceremony-')}${again}`);
  } catch (error) {
    failures += 1;
    throw error;
  }
}
