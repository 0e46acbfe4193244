import { ACKNOWLEDGE } from '../../domain/sign-off/submission.ts';
import { inLanguage } from '../design/safe.ts';
import { h, type VNode } from '../element.ts';
import { AS_TYPED } from '../form/as-typed.ts';
import type { FormContext } from '../form/form-context.ts';
import { instantText } from '../time-text.ts';
import type { Language, StepView } from '../views.ts';
import { signature } from './signature.ts';

/** An urgent notice that waits for a person to say that they read it; nothing when none does. */
export function acknowledge(view: StepView, language: Language, context: FormContext): VNode | null {
  if (view.urgent === undefined) return null;
  const { urgent } = context.texts;
  const { rung, toldAt } = view.urgent;
  return h(
    'section',
    { 'aria-labelledby': 'acknowledge-title' },
    h('h2', { id: 'acknowledge-title' }, urgent.title),
    h('p', { class: 'lead' }, `${urgent.waits(instantText(toldAt, view.zone, language))} ${urgent.effect}`),
    h(
      'form',
      { class: 'card', method: 'post', action: inLanguage(view.action, language), ...AS_TYPED },
      hidden('decision', ACKNOWLEDGE),
      hidden('contentHash', view.contentHash),
      hidden('nonce', view.nonce),
      hidden('evidence.rung', rung),
      signature(context, (texts) => texts.urgent.meaning, urgent.button),
    ),
  );
}

const hidden = (name: string, value: string): VNode => h('input', { type: 'hidden', name, value });
