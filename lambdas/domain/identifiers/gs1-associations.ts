import { gs1Field } from './gs1-fields.ts';
import { type Gs1Message, gs1Content } from './gs1-message.ts';

/**
 * What is wrong with all symbols of one item taken together, in words, empty when nothing is: an application identifier
 * without one it needs, or beside one it excludes. GS1 demands it of the item, not of each symbol.
 */
export function brokenGs1Associations(item: Gs1Message): readonly string[] {
  const present = new Set(item.map(({ ai }) => ai));
  return item.flatMap(({ ai }) => {
    const field = gs1Field(ai);
    if (field === undefined) return [];
    const missing = field.needs.filter((oneOf) => !oneOf.some((other) => present.has(other)));
    const excluded = field.excludes.filter((other) => present.has(other));
    return [
      ...missing.map(
        (oneOf) => `${field.title} (${ai}): expected one of ${oneOf.join(', ')} on the item too, got none`,
      ),
      ...excluded.map((other) => `${field.title} (${ai}): expected no (${other}) on the item, got one`),
    ];
  });
}

/** Which of two scans of an item say different things of it, by application identifier. */
export const differencesOfGs1 = (one: Gs1Message, other: Gs1Message): readonly string[] =>
  one.filter(({ ai, content }) => (gs1Content(other, ai) ?? content) !== content).map(({ ai }) => ai);
