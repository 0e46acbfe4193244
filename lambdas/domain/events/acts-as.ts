/** Whoever acted, perhaps in the place of another person. */
export interface Acted {
  readonly id: string;
  readonly onBehalfOf?: string | undefined;
}

/** The user ids that an act counts as done by: of who acted, and of in whose place. */
export const actsAs = ({ id, onBehalfOf }: Acted): readonly string[] =>
  onBehalfOf === undefined ? [id] : [id, onBehalfOf];

/** Whether two acts are those of one person, as far as two people are asked. */
export const isSamePerson = (one: Acted, other: Acted): boolean => actsAs(one).some((id) => actsAs(other).includes(id));

/** The same as views take it. */
export const signedBy = ({ id, onBehalfOf }: Acted): { readonly by: string; readonly onBehalfOf?: string } =>
  onBehalfOf === undefined ? { by: id } : { by: id, onBehalfOf };
