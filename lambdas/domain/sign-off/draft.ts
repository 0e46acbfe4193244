import * as z from 'zod';
import { isPartOfAttachment } from '../attachments/part-of-attachment.ts';
import { canonicalText } from '../audit/hash.ts';
import type { EnteredField } from '../events/entered-field.ts';
import { valueAt } from '../journey/corrected-evidence.ts';
import { type Instant, instant } from '../time.ts';

const by = z.string().min(1).max(64);
const typed = z.array(z.string());

/** One field of a form that somebody filled in, or emptied again, and nobody has signed. */
export const draftField = z.strictObject({
  /** As typed, for showing it again; nothing where it was emptied. */
  typed,
  /** What it says, where that can be read already. */
  value: z.json().optional(),
  by,
  at: instant,
  /** What stood there before, who had put it there and when; oldest first. */
  before: z.array(z.strictObject({ typed, by, at: instant })).optional(),
});
export type DraftField = z.infer<typeof draftField>;

/** What was filled in of one form, by the name of its field. */
export type Draft = Readonly<Record<string, DraftField>>;

/** A form as somebody saves it: what they typed, and what of it can be read. */
export interface Saved {
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The draft with what somebody saves now. A field that they leave as it is stays with whom it is from; one that they change, fill in or
 * empty is theirs, and keeps what stood there before.
 */
export function savedDraft(before: Draft, { typed, values }: Saved, by: string, at: Instant): Draft {
  const names = [...new Set([...Object.keys(before), ...Object.keys(typed)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const texts = filledIn(typed[name]);
      const known = before[name];
      if (known === undefined && texts.length === 0) return [];
      if (known !== undefined && canonicalText(known.typed) === canonicalText(texts)) return [[name, known]];
      const value = texts.length === 0 ? undefined : valueAt(values, name);
      const changed = {
        typed: [...texts],
        ...(value === undefined ? {} : { value: value as DraftField['value'] }),
        ...{ by, at },
        ...(known === undefined ? {} : { before: [...(known.before ?? []), beforeOf(known)] }),
      };
      return [[name, changed]];
    }),
  );
}

const filledIn = (texts: readonly string[] = []): readonly string[] => (texts.some((text) => text !== '') ? texts : []);

const beforeOf = ({ typed, by, at }: DraftField) => ({ typed, by, at });

/** What of a submission stands as somebody else than its signer entered it. */
export const enteredByOthers = (
  draft: Draft,
  submission: Readonly<Record<string, unknown>>,
  signer: string,
): readonly EnteredField[] =>
  Object.entries(draft).flatMap(([field, { value, by, at }]) => {
    const signed = valueAt(submission, field);
    if (followsFromChecksum(submission, field)) return [];
    const isTheirs =
      by !== signer && value !== undefined && signed !== undefined && canonicalText(signed) === canonicalText(value);
    return isTheirs ? [{ field, by, at }] : [];
  });

/** Kind and size of a file are those of whoever attached it: another file of the same kind is not theirs. */
const followsFromChecksum = (submission: Readonly<Record<string, unknown>>, field: string): boolean =>
  !field.endsWith('.sha256') && isPartOfAttachment(submission, field);
