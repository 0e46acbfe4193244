import { ACKNOWLEDGE, RECORD } from '../domain/sign-off/submission.ts';
import type { StepName } from '../domain/vocabulary.ts';
import { h, type VNode } from './element.ts';
import { type Field, fieldsOf, formKey, schemasOf } from './form/fields.ts';
import type { FormContext } from './form/form-context.ts';
import { dictionary, find, say } from './i18n/dictionary.ts';
import { acknowledge } from './parts/acknowledge.ts';
import { banner } from './parts/banner.ts';
import { checklist } from './parts/checklist.ts';
import { decisionCards } from './parts/decisions.ts';
import { renderDocument } from './parts/document.ts';
import { errorSummary } from './parts/error-summary.ts';
import { factList, stepHead } from './parts/step-head.ts';
import { instantText } from './time-text.ts';
import type { Language, Problem, StepView } from './views.ts';

/**
 * One step as a complete HTML document, to be read and signed without script. `problem` is given when a post was not
 * recorded: the page then opens at a summary of what is wrong, with what was typed (never the PIN) in its form.
 * Throws when a schema asks for something no control exists for; that is a mistake of ours, found by the tests.
 */
export function renderSignOffPage(view: StepView, language: Language, problem?: Problem): string {
  const texts = dictionary(language);
  const title = texts.steps[view.step].title;
  const banners = statusBanner(view, language, problem !== undefined);
  const body: (VNode | null)[] = [stepHead(view, language), banners, factList(view, language)];
  if (view.status === 'open' || view.status === 'held') {
    const posted = postedForm(problem);
    const contextOf = (decision: string, item?: string): FormContext =>
      formContext(view, language, problem, posted.decision === decision && posted.item === item, decision, item);
    if (problem !== undefined) {
      const context = contextOf(posted.decision ?? '', posted.item);
      body.splice(1, 0, errorSummary(problem, context, targetsOf(view, posted)));
    }
    body.push(
      acknowledge(view, language, contextOf(ACKNOWLEDGE)),
      checklist(view, language, (item) => contextOf(RECORD, item), posted.item),
      decisionCards(view, language, (decision) => contextOf(decision), posted.decision),
    );
  }
  const prefix = problem === undefined ? '' : `${texts.page.problemTitle}: `;
  return renderDocument({ title: `${prefix}${title}`, language, body });
}

interface PostedForm {
  readonly decision?: string | undefined;
  readonly item?: string | undefined;
}

function postedForm(problem: Problem | undefined): PostedForm {
  const values = problem?.values ?? {};
  const decision = find(values, 'decision')?.[0];
  return { decision, item: decision === RECORD ? find(values, 'evidence.item')?.[0] : undefined };
}

/** Only the form that was posted shows what was typed, and only it is in error. */
function formContext(
  view: StepView,
  language: Language,
  problem: Problem | undefined,
  mine: boolean,
  decision: string,
  item: string | undefined,
): FormContext {
  return {
    texts: dictionary(language),
    zone: view.zone,
    idPrefix: item === undefined ? decision : `${decision}-${item}`,
    values: mine ? (problem?.values ?? {}) : {},
    errors: mine ? (problem?.fieldErrors ?? {}) : {},
  };
}

const OWN_TARGETS = ['signer', 'pin', 'occurredAt', 'reason'];

function targetsOf(view: StepView, { decision, item }: PostedForm): ReadonlySet<string> {
  if (decision === ACKNOWLEDGE) return new Set(['signer', 'pin']);
  const schema = decision === undefined ? undefined : find(schemasOf(view), formKey(decision, item));
  const names = (fields: readonly Field[]): readonly string[] =>
    fields.flatMap((field) => [field.name, ...(field.kind === 'group' ? names(field.fields) : [])]);
  return new Set(schema === undefined ? [] : [...OWN_TARGETS, ...names(fieldsOf(schema, 'evidence'))]);
}

/** What was signed is a matter of record: it is translated only while our translation is of exactly that sentence. */
function signedMeaning(step: StepName, { decision, meaning }: NonNullable<StepView['decided']>, language: Language) {
  const isCurrent = find(dictionary('en').steps[step].meanings, decision) === meaning;
  return isCurrent ? say(dictionary(language).steps[step].meanings, decision) : meaning;
}

/** `posted`: somebody tried to sign what takes no more, and is told that nothing of theirs was recorded. */
function statusBanner(view: StepView, language: Language, posted: boolean): VNode | null {
  const texts = dictionary(language);
  const { page } = texts;
  if (view.status === 'held') return banner('warn', page.heldTitle, page.heldText);
  if (view.status === 'withdrawn') {
    return banner('warn', page.withdrawnTitle, posted ? texts.outcomes.withdrawn.message : page.withdrawnText);
  }
  if (view.status === 'open') return null;
  const { decided } = view;
  if (decided === undefined) return banner('good', page.decidedTitle, texts.outcomes['already-decided'].message);
  const decision = say(texts.steps[view.step].decisions, decided.decision);
  const at = instantText(decided.at, view.zone, language);
  return banner(posted ? 'warn' : 'good', page.decidedTitle, [
    posted ? h('p', {}, texts.outcomes['already-decided'].message) : null,
    h('p', {}, page.decidedText(decision, decided.by, at)),
    h('p', {}, h('strong', {}, page.meaningWas), ' ', signedMeaning(view.step, decided, language)),
  ]);
}
