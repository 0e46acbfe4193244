import { h, type VNode } from '../element.ts';
import { fieldsOf } from '../form/fields.ts';
import type { FormContext } from '../form/form-context.ts';
import { find, say } from '../i18n/texts.ts';
import { isNotKnown, type Language, type ShownGate, type StepView } from '../views.ts';
import { againstNote } from './against-note.ts';
import { gatesText, gateText } from './gate-text.ts';
import { signForm } from './sign-form.ts';
import { occurredAtField, reasonField } from './signature.ts';

/**
 * The decisions of a step, each a card that opens to its own form (works without script). With only one decision its
 * form stands open. `chosen` is the one that was posted and came back.
 */
export function decisionCards(
  view: StepView,
  language: Language,
  contextOf: (decision: string) => FormContext,
  chosen: string | undefined,
): VNode {
  const { page } = contextOf('').texts;
  const [only, ...others] = view.decisions;
  const cards = view.decisions.map((decision) => {
    const context = contextOf(decision);
    const title = decisionTitle(context, view, decision);
    const gates = find(view.closedDecisions ?? {}, decision) ?? [];
    if (gates.length > 0) return closedCard(title, gates, context);
    const form = decisionForm(view, language, context, decision, title);
    if (only === decision && others.length === 0) return h('div', { class: 'card' }, h('h3', {}, title), form);
    return h(
      'details',
      { class: 'card', name: 'decision', open: decision === chosen },
      h('summary', {}, h('h3', {}, title)),
      form,
    );
  });
  return h(
    'section',
    { 'aria-labelledby': 'decision-title' },
    h('h2', { id: 'decision-title' }, page.decisionTitle),
    others.length === 0 ? null : h('p', { class: 'lead' }, page.decisionHint),
    cards,
  );
}

const decisionForm = (
  view: StepView,
  language: Language,
  context: FormContext,
  decision: string,
  title: string,
): VNode => {
  const schema = find(view.evidenceSchema, decision);
  if (schema === undefined) {
    throw new TypeError(
      `Page of ${view.step}: decision ${decision} has no evidence schema; expected one for each decision.`,
    );
  }
  const fields = fieldsOf(schema, 'evidence');
  // Where the evidence asks why, a second box for it would only raise the question which of the two counts.
  const asksWhy = fields.some(({ key }) => key === 'explanation');
  const more = [
    againstNote(context, find(view.againstGates ?? {}, decision)),
    (find(view.notCompetent ?? {}, decision) ?? []).map((gate) =>
      h('p', { class: 'against' }, gateText(gate, context)),
    ),
    occurredAtField(context, false),
    asksWhy ? null : reasonField(context),
  ];
  return signForm({
    view,
    language,
    context,
    decision,
    meaning: decision,
    fields,
    more,
    button: context.texts.page.sign(title),
  });
};

/** What is closed first; what is not known, with whom to ask, after it. */
function closedCard(title: string, gates: readonly ShownGate[], context: FormContext): VNode {
  const { closedHere, unknownHere } = context.texts.page;
  const part = (label: string, shown: readonly ShownGate[]): VNode | null =>
    shown.length === 0 ? null : h('p', {}, h('strong', {}, `${label}: `), gatesText(shown, context));
  return h(
    'div',
    { class: 'card closed' },
    h('h3', {}, title),
    part(
      closedHere,
      gates.filter((gate) => !isNotKnown(gate)),
    ),
    part(unknownHere, gates.filter(isNotKnown)),
  );
}

export const decisionTitle = ({ texts }: FormContext, view: Pick<StepView, 'step'>, decision: string): string =>
  say(texts.steps[view.step].decisions, decision);
