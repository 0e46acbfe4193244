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

/** A value of a record that is text; other values are none. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Degrees Celsius; a side that is left open is not named. */
export const rangeText = ({
  min,
  max,
}: {
  readonly min: number | undefined;
  readonly max: number | undefined;
}): string | undefined =>
  listed([...(min === undefined ? [] : [`≥ ${min} °C`]), ...(max === undefined ? [] : [`≤ ${max} °C`])]);

/** Values with a comma between them; none at all is no fact. */
export const listed = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join(', ');
