import * as z from 'zod';
import { isPartOfAttachment } from '../attachments/part-of-attachment.ts';
import { canonicalText, hashOf } from '../audit/hash.ts';
import type { StatedValue } from '../events/data.ts';
import type { EnteredField } from '../events/entered-field.ts';
import { valueAt, withValueAt } from '../journey/corrected-evidence.ts';
import { lazily } from '../lazily.ts';
import { type Instant, instant } from '../time.ts';

const by = z.string().min(1).max(64);
const typed = z.array(z.string());

/** One field of a form that somebody filled in, or emptied again, and nobody has signed. */
export const draftField = lazily(() =>
  z.strictObject({
    /** As typed, for showing it again; nothing where it was emptied. */
    typed,
    /** What it says, where that can be read already. */
    value: z.json().optional(),
    by,
    at: instant,
    /** What stood there before, who had put it there and when; oldest first. */
    before: z.array(z.strictObject({ typed, value: z.json().optional(), by, at: instant })).optional(),
  }),
);
export type DraftField = z.infer<ReturnType<typeof draftField>>;

/** What was filled in of one form, by the name of its field. */
export type Draft = Readonly<Record<string, DraftField>>;

/** A form as somebody saves it: what they typed, and what of it can be read. */
export interface Saved {
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly values: Readonly<Record<string, unknown>>;
  /** Whether the draft is still what they were shown. */
  readonly isAsShown: boolean;
}

/** By what a page says which draft it showed: nothing where nothing had been saved. */
export const markOf = (draft: Draft): string => (Object.keys(draft).length === 0 ? '' : hashOf(draft).slice(0, 16));

/**
 * The draft with what somebody saves now. A field that they leave as it is stays with whom it is from; one that they change, fill in or
 * empty is theirs, and keeps what stood there before. Where somebody has saved since it was shown to them, they have emptied nothing:
 * what is empty was so before, and what stood there earlier is what they were shown.
 */
export function savedDraft(before: Draft, { typed, values, isAsShown }: Saved, by: string, at: Instant): Draft {
  const names = [...new Set([...Object.keys(before), ...Object.keys(typed)])];
  return Object.fromEntries(
    names.flatMap((name) => {
      const texts = filledIn(typed[name]);
      const known = before[name];
      if (known === undefined && texts.length === 0) return [];
      if (known !== undefined && canonicalText(known.typed) === canonicalText(texts)) return [[name, known]];
      if (known !== undefined && !isAsShown && !isTheirs(before, typed, name)) return [[name, known]];
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

/** Whether somebody who did not see the newest of a field has filled it in themselves. */
function isTheirs(draft: Draft, typed: Saved['typed'], name: string): boolean {
  // Kind and size of a file go with its checksum.
  const checksum = name.replace(/\.(mediaType|size)$/, '.sha256');
  const judged = Object.hasOwn(typed, checksum) ? checksum : name;
  const texts = filledIn(typed[judged]);
  return (
    texts.length > 0 &&
    (draft[judged]?.before ?? []).every((earlier) => canonicalText(earlier.typed) !== canonicalText(texts))
  );
}

const beforeOf = ({ before: _earlier, ...field }: DraftField) => field;

/** All that was filled in of a field, newest first. */
export const everFilledIn = ({ before = [], ...field }: DraftField): readonly Omit<DraftField, 'before'>[] =>
  [...before, field].filter(({ typed }) => typed.length > 0).toReversed();

/** What is compared of a submission: time, reason and evidence. */
type Said = Readonly<Record<string, unknown>>;

/**
 * What of a submission stands as somebody else than its signer entered it, at any time: the signer may have read it before it was
 * changed again, and nobody takes the name of another off by typing the same anew. Values are the same that mean the same as evidence,
 * because a form says times in the zone of the site.
 */
export function enteredByOthers(
  draft: Draft,
  evidence: z.ZodType,
  said: Said,
  signer: string,
): readonly EnteredField[] {
  const schema = z.object({ evidence, occurredAt: instant.optional(), reason: z.string().trim().optional() });
  const meaning = (one: Said) => {
    const parsed = schema.safeParse(one);
    return parsed.success ? canonicalText(parsed.data) : undefined;
  };
  const signed = meaning(said);
  if (signed === undefined) return [];
  return Object.entries(draft).flatMap(([name, field]) => {
    if (valueAt(said, name) === undefined || followsFromChecksum(said, name)) return [];
    const theirs = everFilledIn(field).find(
      ({ by, value }) =>
        by !== signer && value !== undefined && meaning(withValueAt(said, name, value as StatedValue)) === signed,
    );
    return theirs === undefined ? [] : [{ field: name, by: theirs.by, at: theirs.at }];
  });
}

/** Kind and size of a file are those of whoever attached it: another file of the same kind is not theirs. */
const followsFromChecksum = (said: Said, field: string): boolean =>
  !field.endsWith('.sha256') && isPartOfAttachment(said, field);
