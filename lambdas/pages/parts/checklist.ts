import { RECORD } from '../../domain/sign-off/submission.ts';
import { recordOf } from '../../domain/steps/meanings.ts';
import { h, type VNode } from '../element.ts';
import { fieldsOf } from '../form/fields.ts';
import type { FormContext } from '../form/form-context.ts';
import { say } from '../i18n/dictionary.ts';
import { instantText } from '../time-text.ts';
import type { ChecklistLine, Language, StepView } from '../views.ts';
import { signForm } from './sign-form.ts';
import { occurredAtField } from './signature.ts';

/** The items of a checklist in their order: done with time and person, or open with a small form of its own. */
export function checklist(
  view: StepView,
  language: Language,
  contextOf: (item: string) => FormContext,
  chosen: string | undefined,
): VNode | null {
  const lines = view.checklist ?? [];
  if (lines.length === 0) return null;
  const { page } = contextOf('').texts;
  const done = lines.filter(({ recordedAt }) => recordedAt !== undefined).length;
  return h(
    'section',
    { 'aria-labelledby': 'checklist-title' },
    h('h2', { id: 'checklist-title' }, page.checklistTitle),
    h('p', { class: 'lead' }, `${page.checklistDone(done, lines.length)}. ${page.checklistHint}`),
    h(
      'ol',
      { class: 'checklist' },
      lines.map((line) => h('li', {}, entry(line, view, language, contextOf(line.item), line.item === chosen))),
    ),
  );
}

function entry(line: ChecklistLine, view: StepView, language: Language, context: FormContext, open: boolean): VNode {
  const { texts } = context;
  const title = say(texts.options, line.item);
  if (line.recordedAt !== undefined) {
    const at = instantText(line.recordedAt, view.zone, language);
    const who = line.by === undefined ? texts.page.recorded(at) : texts.page.recordedBy(line.by, at);
    return h(
      'div',
      { class: 'card done' },
      h('h3', {}, title, ' ', h('span', { class: 'mark' }, texts.page.itemDone)),
      h('p', { class: 'hint' }, who),
    );
  }
  const form = signForm({
    view,
    language,
    context,
    decision: RECORD,
    meaning: recordOf(line.item),
    fields: fieldsOf(line.schema, 'evidence'),
    more: occurredAtField(context, true),
    button: texts.page.signItem,
  });
  return h(
    'details',
    { class: 'card', name: 'checklist', open },
    h('summary', {}, h('h3', {}, title), h('span', { class: 'mark' }, texts.page.itemOpen)),
    form,
  );
}
