import { markOf } from '../domain/sign-off/draft.ts';
import { ACKNOWLEDGE, RECORD, REPORT } from '../domain/sign-off/submission.ts';
import type { StepName } from '../domain/vocabulary.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { fieldsOf, hasName } from './form/fields.ts';
import { type FormContext, labelOf } from './form/form-context.ts';
import { formKey, schemasOf } from './form/form-key.ts';
import { PAPER_FIELDS } from './form/paper-names.ts';
import { SHOWN } from './form/read-draft.ts';
import { dictionary } from './i18n/dictionary.ts';
import { find, say } from './i18n/texts.ts';
import { acknowledge } from './parts/acknowledge.ts';
import { attachedFiles } from './parts/attached-files.ts';
import { banner } from './parts/banner.ts';
import { checklist } from './parts/checklist.ts';
import { claimNote } from './parts/claim-note.ts';
import { correctingForm } from './parts/correcting.ts';
import { correctedSinceNotes, correctionNotes } from './parts/correction-notes.ts';
import { decisionCards } from './parts/decisions.ts';
import { diedInstead } from './parts/died-instead.ts';
import { renderDocument } from './parts/document.ts';
import { errorSummary } from './parts/error-summary.ts';
import { meaningText } from './parts/meaning.ts';
import { lineId, reportId } from './parts/open-link.ts';
import { paperNote } from './parts/paper-note.ts';
import { patientBanner } from './parts/patient-banner.ts';
import { procedureNote } from './parts/procedure-note.ts';
import { reportSection } from './parts/reports.ts';
import { signerText } from './parts/signer-text.ts';
import { factList, stepHead } from './parts/step-head.ts';
import { instantText } from './time-text.ts';
import type { ChecklistLine, Language, Problem, StepView } from './views.ts';
import type { StepReader } from './worklist-views.ts';

/**
 * One step as a complete HTML document, to be read and signed without script. `problem` is given when a post was not
 * recorded: the page then opens at a summary of what is wrong, with what was typed (never the PIN) in its form.
 * `reader` is who is signed in: on a device of several they must see whose session it is.
 * Throws when a schema asks for something no control exists for; that is a mistake of ours, found by the tests.
 */
export function renderSignOffPage(view: StepView, language: Language, problem?: Problem, reader?: StepReader): string {
  const texts = dictionary(language);
  const title = texts.steps[view.step].title;
  const banners = statusBanner(view, language, problem !== undefined);
  const body: (VNode | null)[] = [
    stepHead(view, language),
    banners,
    correctionNotes(view, language),
    correctedSinceNotes(view, language),
    factList(view, language),
    attachedFiles({ files: [], ...view }, language),
  ];
  const posted = postedForm(problem);
  const chosen = chosenOf(view, posted);
  const contextOf = (form: FormRef): FormContext => formContext(view, language, problem, posted, form);
  if (view.status === 'open' || view.status === 'held') {
    if (problem !== undefined) body.splice(1, 0, errorSummary(problem, contextOf(posted), targetsOf(view, posted)));
    const lineContext = ({ item, line }: ChecklistLine) => contextOf({ decision: RECORD, item, line });
    body.push(
      procedureNote(view, language),
      claimNote(view, language),
      paperNote(view, language),
      acknowledge(view, language, contextOf({ decision: ACKNOWLEDGE })),
      checklist({ view, language, texts, contextOf: lineContext, chosen }),
      decisionCards(view, language, (decision) => contextOf({ decision }), posted.decision),
      diedInstead(view, language),
    );
  }
  body.push(correctingForm(view, language));
  body.push(reportSection(view, language, (report) => contextOf({ decision: REPORT, report }), chosen));
  if (reader?.patient !== undefined) body.unshift(patientBanner(view.journeyId, reader.patient, language));
  if (reader !== undefined) body.unshift(ownLine(reader, language));
  const prefix = problem === undefined ? '' : `${texts.page.problemTitle}: `;
  return renderDocument({
    title: `${prefix}${title}`,
    language,
    body,
    passkey: takesSignatures(view) ? 'signing' : undefined,
  });
}

/** Whether the page has forms to sign, and so the script for passkeys. */
export const takesSignatures = ({ status, takesReports }: StepView): boolean =>
  status === 'open' || status === 'held' || takesReports;

function ownLine({ name }: StepReader, language: Language): VNode {
  const { worklist } = dictionary(language);
  const list = h('a', { class: 'inline', href: inLanguage('/worklist', language) }, worklist.title);
  return h('p', { class: 'where' }, list, ` · ${worklist.reader(name)}`);
}

/** Which of the forms of a page: a decision, a line of the checklist, a report. */
interface FormRef {
  readonly decision: string;
  readonly item?: string;
  readonly line?: string;
  readonly report?: string;
}

function postedForm(problem: Problem | undefined): FormRef {
  const first = (name: string): string => find(problem?.values ?? {}, name)?.[0] ?? '';
  const decision = first('decision');
  if (decision === RECORD) {
    const item = first('evidence.item');
    return { decision, item, line: first('line') || item };
  }
  return decision === REPORT ? { decision, report: first('evidence.report') } : { decision };
}

/** Id of what stands open: what was posted comes before what was asked for. */
function chosenOf({ opened }: StepView, { line, report }: FormRef): string | undefined {
  if (line !== undefined) return lineId(line);
  return report === undefined ? opened : reportId(report);
}

/** Only the form that was posted shows what was typed, and only it is in error; the others show what is known already. */
function formContext(
  view: StepView,
  language: Language,
  problem: Problem | undefined,
  posted: FormRef,
  { decision, item, line, report }: FormRef,
): FormContext {
  const mine = posted.decision === decision && posted.line === line && posted.report === report;
  const draft = find(view.drafts ?? {}, decision) ?? {};
  const filledIn = Object.entries(draft).filter(([, field]) => field.typed.length > 0);
  const typed = Object.fromEntries(filledIn.map(([name, field]) => [name, field.typed]));
  const known = { ...find(view.prefilled ?? {}, keyOf({ decision, item, report })), ...typed };
  return {
    texts: dictionary(language),
    language,
    zone: view.zone,
    journeyId: view.journeyId,
    fromPaper: view.fromPaper === true,
    // Whoever is called at night acknowledges with what they have.
    byPasskeyOnly: view.byPasskeyOnly === true && decision !== ACKNOWLEDGE,
    oidcAction: view.oidcAction,
    standsInFor: view.standsInFor ?? [],
    idPrefix: [decision, line ?? report].filter((part) => part !== undefined).join('-'),
    values: mine && problem !== undefined ? (problem.values ?? {}) : known,
    draft,
    // What comes back with a problem was filled in from what stood there when it was first shown.
    shown: mine && problem !== undefined ? (find(problem.values ?? {}, SHOWN)?.[0] ?? '') : markOf(draft),
    errors: mine ? (problem?.fieldErrors ?? {}) : {},
  };
}

const keyOf = ({ decision, item, report }: { [Name in keyof FormRef]?: FormRef[Name] | undefined }): string =>
  formKey(decision ?? '', { item: item ?? '', report: report ?? '' });

const OWN_TARGETS = ['signer', 'pin', 'onBehalfOf', 'occurredAt', 'reason', ...PAPER_FIELDS];

/** True for the name of a control of the form that was posted. */
function targetsOf(view: StepView, posted: FormRef): (name: string) => boolean {
  if (posted.decision === ACKNOWLEDGE) return (name) => name === 'signer' || name === 'pin';
  const schema = find(schemasOf(view), keyOf(posted));
  const fields = schema === undefined ? [] : fieldsOf(schema, 'evidence');
  return (name) => schema !== undefined && (OWN_TARGETS.includes(name) || hasName(fields, name));
}

/** What was signed is a matter of record: it is translated only while our translation is of exactly that sentence. */
function signedMeaning(step: StepName, { decision, meaning }: NonNullable<StepView['decided']>, language: Language) {
  const isCurrent = find(dictionary('en').steps[step].meanings, decision) === meaning;
  return isCurrent ? meaningText(({ steps }) => say(steps[step].meanings, decision), language) : meaning;
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
  if (decided?.because !== undefined) return banner('good', page.notAskedTitle, say(texts.notNeeded, decided.because));
  if (decided === undefined) return banner('good', page.decidedTitle, texts.outcomes['already-decided'].message);
  const decision = say(texts.steps[view.step].decisions, decided.decision);
  const at = instantText(decided.at, view.zone, language);
  return banner(posted ? 'warn' : 'good', page.decidedTitle, [
    posted ? h('p', {}, texts.outcomes['already-decided'].message) : null,
    h('p', {}, page.decidedText(decision, signerText(texts, decided), at)),
    decided.enteredBy === undefined ? null : h('p', {}, page.fromPaper(decided.enteredBy)),
    (decided.filledInBefore ?? []).map(({ field, by, at: enteredAt }) => {
      const entered = instantText(enteredAt, view.zone, language);
      return h('p', { class: 'hint' }, page.filledInBefore(labelOf(texts, field.replace(OF_A_FILE, '')), by, entered));
    }),
    h('p', {}, h('strong', {}, page.meaningWas), ' ', signedMeaning(view.step, decided, language)),
  ]);
}

/** A file is known by its checksum, and called by its own name. */
const OF_A_FILE = /\.sha256$/;
