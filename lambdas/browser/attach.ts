import { type Stored, store } from './store.ts';
import { textsOf } from './texts.ts';

/** Puts the choice of a file in place of the offer: what is chosen is stored at once, and what is known of it is filled in. */
export function attach(place: HTMLElement): void {
  const offer = place.querySelector('button');
  const told = place.querySelector('[role=status]');
  if (offer === null || told === null) return;
  const texts = textsOf('attaching');
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = place.dataset.attach ?? '';
  input.setAttribute('aria-label', offer.textContent ?? '');
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'inline';
  remove.textContent = texts('remove');
  offer.replaceWith(input, remove);

  const parts = [...place.querySelectorAll<HTMLInputElement>('input[type=hidden]')];
  const fill = (known: Partial<Stored>): void => {
    for (const part of parts)
      part.value = String(new Map(Object.entries(known)).get(part.name.split('.').at(-1) ?? '') ?? '');
  };
  const clear = (why: string): void => {
    input.value = '';
    input.setCustomValidity('');
    fill({});
    told.textContent = texts(why);
  };
  let last: File | undefined;
  remove.addEventListener('click', () => {
    last = undefined;
    clear('removed');
  });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    last = file;
    fill({});
    if (file === undefined) return clear('removed');
    told.textContent = texts('working');
    // Nobody signs without the file they see being attached.
    input.setCustomValidity(texts('working'));
    const stored = await store(file).catch(() => ({ problem: 'failed' }));
    // Another file was chosen meanwhile, or none.
    if (last !== file) return;
    if (!('sha256' in stored)) return clear(stored.problem);
    input.setCustomValidity('');
    fill(stored);
    told.textContent = `${texts('kept')} SHA-256 ${stored.sha256}`;
  });
  input.click();
}
