import type { Saved } from '../../domain/sign-off/draft.ts';
import { find } from '../i18n/texts.ts';
import type { JsonSchema } from '../views.ts';
import { fieldsOf, hasName } from './fields.ts';
import { localTime } from './local-time.ts';
import { isText, readPosted } from './posted.ts';
import { type Reading, readFields } from './read-field.ts';

/** A form that is saved and not signed. */
export interface PostedDraft extends Omit<Saved, 'isAsShown'> {
  readonly decision: string;
  readonly nonce: string;
  /** Which draft the page showed; nothing where it does not say. */
  readonly shown: string;
}

/** Name of the button that saves in place of signing. */
export const SAVE = 'save';

/** Name of the hidden field that says which draft a form was shown with. */
export const SHOWN = 'shown';

/** What a person has said of their own, beside the evidence. */
const BESIDE = ['occurredAt', 'reason'];

/** Whether a form was sent by the button that saves it. */
export function isSaved(body: string): boolean {
  const posted = readPosted(body);
  return posted.ok && posted.values.has(SAVE);
}

/**
 * What was filled in of a decision, half done or wrong as it may be: nothing of it is judged before it is signed. Undefined for what no
 * form of the step sends. User id and PIN are never part of it.
 */
export function readDraft(
  body: string,
  schemas: Readonly<Record<string, JsonSchema>>,
  zone: string,
): PostedDraft | undefined {
  const posted = readPosted(body);
  if (!posted.ok) return undefined;
  const decision = posted.values.get('decision')?.[0] ?? '';
  const schema = find(schemas, decision);
  if (schema === undefined) return undefined;
  const fields = fieldsOf(schema, 'evidence');
  const reading: Reading = { values: posted.values, zone, errors: new Map() };
  const typed = [...posted.values].filter(
    ([name, texts]) => (hasName(fields, name) || BESIDE.includes(name)) && texts.every(isText),
  );
  const occurredAt = localTime(posted.values.get('occurredAt')?.[0] ?? '', zone);
  const reason = posted.values.get('reason')?.[0] ?? '';
  return {
    decision,
    nonce: posted.values.get('nonce')?.[0] ?? '',
    shown: posted.values.get(SHOWN)?.[0] ?? '',
    typed: Object.fromEntries(typed),
    values: {
      evidence: readFields(fields, reading),
      ...(occurredAt.ok ? { occurredAt: occurredAt.value } : {}),
      ...(reason === '' ? {} : { reason }),
    },
  };
}
