import { referralJsonSchema as asked } from '../domain/referral/referral.ts';
import { inLanguage } from './design/safe.ts';
import { h, type VNode } from './element.ts';
import { AS_TYPED } from './form/as-typed.ts';
import { control } from './form/controls.ts';
import { type Field, fieldsOf } from './form/fields.ts';
import type { FormContext } from './form/form-context.ts';
import { dictionary } from './i18n/dictionary.ts';
import { find } from './i18n/texts.ts';
import { banner } from './parts/banner.ts';
import { renderDocument } from './parts/document.ts';
import { errorSummary } from './parts/error-summary.ts';
import { signature } from './parts/signature.ts';
import type { JsonSchema, Language, Problem } from './views.ts';

/** A choice of the page: what is posted, and what is read. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be chosen on the page. */
export interface ReferralChoices {
  readonly sites: readonly (Named & { readonly zone: string })[];
  readonly protocols: readonly Named[];
  /** Issuers of patient identifiers; where none is known, one is typed. */
  readonly issuers: readonly Named[];
}

export interface ReferralView extends ReferralChoices {
  readonly nonce: string;
  /** URL the form posts to. */
  readonly action: string;
}

/** Name of the referral among what is posted. */
export const REFERRAL = 'referral';

/** What the form asks, as JSON Schema: sites, protocols and issuers are the ones there are. */
export function referralSchema({ sites, protocols, issuers }: ReferralChoices): JsonSchema {
  const choice = (list: readonly Named[]) => ({ type: 'string', enum: list.map(({ id }) => id) });
  const issuer = issuers.length === 0 ? {} : { identifierSystem: choice(issuers) };
  const chosen = { site: choice(sites), protocol: choice(protocols), ...issuer };
  return { ...asked(), properties: { ...asked().properties, ...chosen } };
}

export const referralForm = (offered: ReferralChoices): readonly Field[] => fieldsOf(referralSchema(offered), REFERRAL);

/** The page by which a coordinator opens a journey from a referral, without script; `problem` as on the page of a step. */
export function renderReferralPage(view: ReferralView, language: Language, problem?: Problem): string {
  const texts = dictionary(language);
  const { referral } = texts;
  const fields = referralForm(view);
  const context = contextOf(view, language, problem);
  const targets = new Set([...fields.map(({ name }) => name), 'signer', 'pin']);
  const prefix = problem === undefined ? '' : `${texts.page.problemTitle}: `;
  return renderDocument({
    title: `${prefix}${referral.title}`,
    language,
    body: [
      h('div', { class: 'head' }, h('h1', {}, referral.title), h('p', { class: 'ask' }, referral.lead)),
      problem === undefined ? null : errorSummary(problem, context, (name) => targets.has(name)),
      view.protocols.length === 0 ? banner('warn', '', referral.nothingToOpen) : form(view, language, fields, context),
    ],
  });
}

const form = (view: ReferralView, language: Language, fields: readonly Field[], context: FormContext): VNode =>
  h(
    'section',
    { class: 'card', 'aria-labelledby': 'referral-title' },
    h('h2', { id: 'referral-title' }, context.texts.referral.formTitle),
    h(
      'form',
      { method: 'post', action: inLanguage(view.action, language), ...AS_TYPED },
      h('input', { type: 'hidden', name: 'nonce', value: view.nonce }),
      fields.map((field) => control(field, context)),
      signature(context, (texts) => texts.referral.meaning, context.texts.referral.button),
    ),
  );

/** The dictionary with the words of this page in front, and the names of sites and products as options. */
function contextOf(
  { sites, protocols, issuers }: ReferralView,
  language: Language,
  problem: Problem | undefined,
): FormContext {
  const texts = dictionary(language);
  const { referral } = texts;
  const names = Object.fromEntries([...sites, ...protocols, ...issuers].map(({ id, name }) => [id, name]));
  const own = {
    ...texts,
    fields: { ...texts.fields, ...referral.fields },
    hints: { ...texts.hints, ...referral.hints },
    options: { ...texts.options, ...names },
    fieldProblems: { ...texts.fieldProblems, ...referral.fieldProblems },
    forms: { ...texts.forms, ...referral.forms },
  };
  return {
    texts: own,
    language,
    draft: {},
    shown: '',
    zone: sites[0]?.zone ?? 'UTC',
    fromPaper: false,
    standsInFor: [],
    byPasskeyOnly: false,
    idPrefix: REFERRAL,
    values: problem?.values ?? {},
    errors: problem?.fieldErrors ?? {},
  };
}

/** A sentence of this page for a problem; undefined where the words of every page say it. */
export function referralProblem(language: Language, problem: string, journeyId: string): string | undefined {
  const text = find<string | ((id: string) => string)>(dictionary(language).referral.problems, problem);
  return typeof text === 'function' ? text(journeyId) : text;
}
