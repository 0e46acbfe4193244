/** One line of what a signer is shown; `label` is a key of the page dictionaries. */
export interface Fact {
  readonly label: string;
  /** An instant, an identifier, a text, or keys of the page dictionaries with a comma between them. */
  readonly value: string;
  /** What of several things of one label this is about: a clock and its container, an item of a checklist, a step. */
  readonly of?: string;
}

/** Label and value of a fact that is only there when its value is. */
export type MaybeFact = readonly [label: string, value: string | undefined, of?: string];

/** The facts that have a value. */
export const present = (facts: readonly MaybeFact[]): readonly Fact[] =>
  facts.flatMap(([label, value, of]) =>
    value === undefined ? [] : [of === undefined ? { label, value } : { label, value, of }],
  );

/** Values with a comma between them; none at all is no fact. */
export const listed = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join(', ');
