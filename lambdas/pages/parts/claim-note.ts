import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { localText } from '../time-text.ts';
import type { Language, StepView } from '../views.ts';

/** Who sees to the step, and what the reader can do about that; nothing for who is not signed in, or where nothing is asked. */
export function claimNote({ claim, status, zone }: StepView, language: Language): VNode | null {
  if (claim === undefined || (status !== 'open' && status !== 'held')) return null;
  const { claims } = dictionary(language);
  const { held, isOwn, may, formToken, action } = claim;
  const who =
    held === undefined
      ? claims.nobody
      : isOwn
        ? claims.own(localText(held.until, zone, language))
        : claims.heldBy(held.by, localText(held.at, zone, language), localText(held.until, zone, language));
  const button = { claim: claims.claim, 'give-back': claims.giveBack, 'take-over': claims.takeOver };
  // One line while nobody did: where one person sees to everything, nobody has to read it.
  return h(
    'details',
    { class: 'card', id: 'claim', open: held !== undefined },
    h('summary', {}, h('h2', {}, claims.title)),
    h('div', { class: 'notes' }, h('p', {}, who), h('p', { class: 'hint' }, claims.noGate)),
    may === 'read'
      ? null
      : h(
          'form',
          { class: 'doing', method: 'post', action: inLanguage(action, language) },
          h('input', { type: 'hidden', name: 'form', value: formToken }),
          h('input', { type: 'hidden', name: 'do', value: may }),
          may === 'take-over'
            ? h(
                'div',
                { class: 'field' },
                h('label', { for: 'claim-reason' }, claims.why),
                h('input', { id: 'claim-reason', name: 'reason', required: true, maxlength: 500, autocomplete: 'off' }),
              )
            : null,
          h('button', { class: 'plain', type: 'submit' }, button[may]),
        ),
  );
}
