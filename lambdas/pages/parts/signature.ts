import { h, type VNode } from '../element.ts';
import { SENTENCES } from '../form/as-typed.ts';
import { type FormContext, firstOf, idOf, valuesOf } from '../form/form-context.ts';
import { described, labelled } from '../form/frame.ts';
import { BY_OIDC } from '../form/parse.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { localText } from '../time-text.ts';
import { meaningText } from './meaning.ts';
import { paperFields } from './paper-fields.ts';
import { pinInput } from './pin-input.ts';

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
  const attributes = { type: 'datetime-local', class: 'time', required };
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
      {
        ...{ id: idOf(context, 'reason'), name: 'reason', rows: 2, maxlength: REASON_MAX, ...SENTENCES },
        ...described(context, props),
      },
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
    ...onBehalfField(context),
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
        ...described(context, signer),
      }),
    ),
    ...(context.byPasskeyOnly ? passkeyOnly(context) : byPin(context, button)),
    ...byOidc(context),
  );
}

/** In whose own right, or in whose place; asked only of a reader to whom somebody handed this over. */
function onBehalfField(context: FormContext): readonly VNode[] {
  const { standsInFor, zone, texts, language } = context;
  if (standsInFor.length === 0) return [];
  const props = { name: 'onBehalfOf', label: texts.page.onBehalfOf };
  const onlyWay = standsInFor.find(({ isOnlyWay }) => isOnlyWay)?.by ?? '';
  const chosen = valuesOf(context, 'onBehalfOf')[0] ?? onlyWay;
  const options = standsInFor.map(
    ({ by, until }) => [by, texts.page.inPlaceOf(by, localText(until, zone, language))] as const,
  );
  return [
    labelled(
      context,
      props,
      h(
        'select',
        { id: idOf(context, props.name), name: props.name, ...described(context, props) },
        [['', texts.page.ownRight] as const, ...options].map(([value, text]) =>
          h('option', { value, selected: value === chosen }, text),
        ),
      ),
    ),
  ];
}

/** The PIN, and the button that signs with it. The script for passkeys puts its own beside it. */
function byPin(context: FormContext, button: string): readonly VNode[] {
  const pin = { name: 'pin', label: context.texts.page.pin, hint: context.texts.page.pinHint };
  return [
    labelled(context, pin, pinInput(idOf(context, 'pin'), described(context, pin))),
    h('button', { type: 'submit' }, button),
  ];
}

const passkeyOnly = ({ oidcAction, texts }: FormContext): readonly VNode[] =>
  oidcAction === undefined ? [h('p', { class: 'hint' }, texts.page.passkeyOnly)] : [];

/** The hospital's sign-in asks who signs; whether the rest is in order is asked when the form arrives. */
const byOidc = ({ oidcAction, texts }: FormContext): readonly VNode[] =>
  oidcAction === undefined
    ? []
    : [
        h(
          'button',
          { type: 'submit', name: 'proof', value: BY_OIDC, formaction: oidcAction, formnovalidate: true },
          texts.oidc.sign,
        ),
        h('p', { class: 'hint' }, texts.oidc.hint),
      ];

const input = (context: FormContext, name: string, attributes: object): VNode =>
  h('input', { ...attributes, id: idOf(context, name), name, value: firstOf(context, name) });
