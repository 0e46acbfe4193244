import { inLanguage } from '../design/safe.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import { AS_TYPED } from '../form/as-typed.ts';
import { control } from '../form/controls.ts';
import type { Field } from '../form/fields.ts';
import type { FormContext } from '../form/form-context.ts';
import { SAVE, SHOWN } from '../form/read-draft.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { find } from '../i18n/texts.ts';
import type { Language, StepView } from '../views.ts';
import { signature } from './signature.ts';

interface SignFormProps {
  readonly view: StepView;
  readonly language: Language;
  readonly context: FormContext;
  readonly decision: string;
  /** Key of the sentence that says what the signature means. */
  readonly meaning: string;
  readonly fields: readonly Field[];
  readonly button: string;
  /** What stands between evidence and signature. */
  readonly more: ComponentChildren;
}

/** One decision, one form: what is posted is what this form asks, and no hidden field of another can stop it. */
export const signForm = ({ view, language, context, decision, meaning, fields, button, more }: SignFormProps): VNode =>
  h(
    'form',
    { method: 'post', action: inLanguage(view.action, language), ...AS_TYPED },
    hidden('decision', decision),
    hidden('contentHash', view.contentHash),
    hidden('nonce', view.nonce),
    fields.map((field) => control(field, context)),
    more,
    signature(context, (texts) => meaningOf(view, texts, meaning), button),
    // A line of a checklist or a report is one thing done: it is signed or it is not.
    // What stands on paper is kept there: it is entered whole, by who signs that it was.
    Object.hasOwn(view.evidenceSchema, decision) && !context.fromPaper ? saving(context) : null,
  );

/** Keeps what is filled in for whoever goes on with it; asks for nothing that is still missing. */
const saving = ({ texts, shown }: FormContext): VNode =>
  h(
    'p',
    {},
    shown === '' ? null : hidden(SHOWN, shown),
    h('button', { type: 'submit', name: SAVE, value: '1', class: 'inline', formnovalidate: true }, texts.page.save),
  );

/** Nobody signs without being shown what it means; a decision without a sentence is a mistake of ours. */
function meaningOf({ step }: StepView, { steps }: Dictionary, key: string): string {
  const meaning = find(steps[step].meanings, key);
  if (meaning === undefined) throw new TypeError(`Page of ${step}: ${key} has no meaning in words.`);
  return meaning;
}

/** What a form sends along without asking. */
export const hidden = (name: string, value: string): VNode => h('input', { type: 'hidden', name, value });
