import { h, type VNode } from '../element.ts';
import { type FormContext, firstOf, idOf } from '../form/form-context.ts';
import { described, labelled } from '../form/frame.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { meaningText } from './meaning.ts';
import { paperFields } from './paper-fields.ts';

const REASON_MAX = 2000;

/** When it happened, where that is not now. */
export function occurredAtField(context: FormContext, asked: boolean): VNode {
  const { page } = context.texts;
  const required = asked || context.fromPaper;
  const hint = context.fromPaper
    ? page.paperTimeHint(context.zone)
    : required
      ? page.timeHint(context.zone)
      : page.occurredAtHint(context.zone);
  const props = { name: 'occurredAt', label: page.occurredAt, optional: !required, hint };
  const attributes = { type: 'datetime-local', class: 'time', required, autocomplete: 'off' };
  return labelled(context, props, input(context, 'occurredAt', { ...attributes, ...described(context, props) }));
}

export function reasonField(context: FormContext): VNode {
  const props = {
    name: 'reason',
    label: context.texts.page.reason,
    optional: true,
    hint: context.texts.hints.explanation,
  };
  return labelled(
    context,
    props,
    h(
      'textarea',
      { id: idOf(context, 'reason'), name: 'reason', rows: 2, maxlength: REASON_MAX, ...described(context, props) },
      `\n${firstOf(context, 'reason')}`,
    ),
  );
}

/** Who signs: user id, and PIN where that is enough, under the sentence that says what the signature means, and the button that does it. */
export function signature(context: FormContext, meaning: (texts: Dictionary) => string, button: string): VNode {
  const { page } = context.texts;
  const signer = { name: 'signer', label: page.signer };
  return h(
    'div',
    { class: 'signature' },
    paperFields(context),
    h(
      'p',
      { class: 'meaning' },
      h('strong', {}, page.meaningLabel),
      ' ',
      meaningText(context.fromPaper ? (texts) => texts.page.enteredFromPaper : meaning, context.language),
    ),
    labelled(
      context,
      signer,
      input(context, 'signer', {
        type: 'text',
        class: 'code',
        required: true,
        maxlength: 64,
        autocomplete: 'username',
        autocapitalize: 'off',
        spellcheck: false,
        ...described(context, signer),
      }),
    ),
    ...(context.byPasskeyOnly ? [h('p', { class: 'hint' }, page.passkeyOnly)] : byPin(context, button)),
  );
}

/** The PIN, and the button that signs with it. The script for passkeys puts its own beside it. */
function byPin(context: FormContext, button: string): readonly VNode[] {
  const pin = { name: 'pin', label: context.texts.page.pin, hint: context.texts.page.pinHint };
  return [
    labelled(
      context,
      pin,
      // Never filled in again: a PIN is typed for each signature.
      h('input', {
        id: idOf(context, 'pin'),
        name: 'pin',
        type: 'password',
        inputmode: 'numeric',
        class: 'code',
        required: true,
        maxlength: 64,
        autocomplete: 'off',
        ...described(context, pin),
      }),
    ),
    h('button', { type: 'submit' }, button),
  ];
}

const input = (context: FormContext, name: string, attributes: object): VNode =>
  h('input', { ...attributes, id: idOf(context, name), name, value: firstOf(context, name) });
