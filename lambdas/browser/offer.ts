type Ceremonies = typeof import('./ceremonies.ts');

/** Says in words what became of it, in the language of the page. */
export type Say = (text: string) => void;

/** A button that does one thing at a time, and a place where it is said what became of it. */
export function offer(after: HTMLElement, take: (ceremonies: Ceremonies, say: Say) => Promise<void>): void {
  const { button: label = '', working = '' } = words();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'passkey';
  button.textContent = label;
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.className = 'told';
  const say: Say = (text) => {
    told.textContent = text;
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    say(working);
    try {
      await take(await ceremonies(), say);
    } catch {
      say(failed());
    } finally {
      button.disabled = false;
    }
  });
  after.append(button, told);
}

/** The page has them at the script itself, in its language. */
const words = (): DOMStringMap => document.querySelector<HTMLElement>('script[data-failed]')?.dataset ?? {};

/** What is said when nothing more is known. */
export const failed = (): string => words().failed ?? '';

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
