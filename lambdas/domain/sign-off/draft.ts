import * as z from 'zod';
import { canonicalText } from '../audit/hash.ts';
import type { EnteredField } from '../events/entered-field.ts';
import { valueAt } from '../journey/corrected-evidence.ts';
import { type Instant, instant } from '../time.ts';

/** One field of a form that somebody filled in and nobody has signed. */
export const draftField = z.strictObject({
  /** As typed, for showing it again. */
  typed: z.array(z.string()),
  /** What it says, where that can be read already. */
  value: z.json().optional(),
  by: z.string().min(1).max(64),
  at: instant,
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
 * The draft with what somebody saves now. A field that they leave as it is stays with whom it is from; one that they change or fill in is
 * theirs; one that they empty is gone.
 */
export function savedDraft(before: Draft, { typed, values }: Saved, by: string, at: Instant): Draft {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([, texts]) => texts.some((text) => text !== ''))
      .map(([name, texts]) => {
        const known = before[name];
        if (known !== undefined && canonicalText(known.typed) === canonicalText(texts)) return [name, known];
        const value = valueAt(values, name);
        return [
          name,
          { typed: [...texts], ...(value === undefined ? {} : { value: value as DraftField['value'] }), by, at },
        ];
      }),
  );
}

/** What of a submission stands as somebody else than its signer entered it. */
export const enteredByOthers = (
  draft: Draft,
  submission: Readonly<Record<string, unknown>>,
  signer: string,
): readonly EnteredField[] =>
  Object.entries(draft).flatMap(([field, { value, by, at }]) => {
    const signed = valueAt(submission, field);
    const isTheirs =
      by !== signer && value !== undefined && signed !== undefined && canonicalText(signed) === canonicalText(value);
    return isTheirs ? [{ field, by, at }] : [];
  });
