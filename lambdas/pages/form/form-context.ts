import type { Draft } from '../../domain/sign-off/draft.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import { find, findByEnd, plainWords } from '../i18n/texts.ts';
import type { FormValues, Language, StandIn } from '../views.ts';

/** What the controls of one form are drawn with. */
export interface FormContext {
  readonly texts: Dictionary;
  readonly language: Language;
  readonly zone: string;
  /** Whose files are opened at their places; none before there is a journey. */
  readonly journeyId?: string;
  /** What was done and signed on paper is entered. */
  readonly fromPaper: boolean;
  /** Where the form goes to be signed by the hospital's sign-in, where it can be. */
  readonly oidcAction?: string | undefined;
  /** A PIN is not enough here: the site asks for a passkey. */
  readonly byPasskeyOnly: boolean;
  /** In whose place the reader may sign beside in their own right. */
  readonly standsInFor: readonly StandIn[];
  /** Keeps ids apart where a page has several forms. */
  readonly idPrefix: string;
  readonly values: FormValues;
  /** Who filled in what, where it was saved before. */
  readonly draft: Draft;
  /** By what the form says which draft it was filled in from. */
  readonly shown: string;
  readonly errors: Readonly<Record<string, string>>;
}

export const idOf = ({ idPrefix }: FormContext, name: string): string => `${idPrefix}-${name.replaceAll('.', '-')}`;

export const valuesOf = ({ values }: FormContext, name: string): readonly string[] => find(values, name) ?? [];

export const firstOf = (context: FormContext, name: string): string => valuesOf(context, name)[0] ?? '';

/** The error of a field in words; an error further down (`evidence.containers.2`) belongs to the nearest field above. */
export function errorOf({ errors, texts }: FormContext, name: string): string | undefined {
  const own =
    find(errors, name) ??
    Object.entries(errors).find(
      ([path]) => /^\d+$/.test(path.slice(name.length + 1)) && path.startsWith(`${name}.`),
    )?.[1];
  return own === undefined ? undefined : errorText(texts, name, own);
}

/** What is wrong with the field `name`, in words: what it should look like where that is known. */
export function errorText(texts: Dictionary, name: string, error: string): string {
  const form = error === 'wrong-form' ? findByEnd(texts.forms, name) : undefined;
  // Behind its key an error can name a limit, which is written alike in every language.
  const [key = '', ...limit] = error.split(' ');
  const words = find(texts.fieldProblems, key);
  return form ?? (words !== undefined && limit.length > 0 ? `${words} (${limit.join(' ')})` : (words ?? error));
}

/** The last part of a name that is no place in a list. */
const lastPart = (name: string): string =>
  name
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? name;

const LABELS_BESIDE_EVIDENCE = {
  signer: 'signer',
  pin: 'pin',
  occurredAt: 'occurredAt',
  reason: 'reason',
  onBehalfOf: 'onBehalfOf',
  decision: 'decisionTitle',
  'paper.doneBy': 'paperDoneBy',
  'paper.reference': 'paperReference',
  'paper.sha256': 'paperSha256',
  'paper.scan': 'paperScan',
} as const;

/** The label of a form name, by its last part: `evidence.chainOfIdentity.value` → "Identifier". */
export function labelOf(texts: Dictionary, name: string): string {
  const own = find(LABELS_BESIDE_EVIDENCE, name);
  if (own !== undefined) return texts.page[own];
  return findByEnd(texts.fields, name) ?? plainWords(lastPart(name));
}
