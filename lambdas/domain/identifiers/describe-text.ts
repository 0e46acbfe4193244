/**
 * What was wrong with a typed identifier, without repeating it: a name or birth date typed into the wrong field must not
 * travel on in an error message.
 */
export function describeMisfit(text: string, pattern: readonly RegExp[]): string {
  const characters = [...text];
  if (characters.length !== pattern.length) return `${characters.length} characters`;
  const at = characters.findIndex((character, index) => !pattern[index]?.test(character));
  return at === -1 ? 'a text of the right form' : `a character at position ${at + 1} that may not stand there`;
}

/** One entry of a pattern, for `count` positions in a row. */
export const positions = (character: RegExp, count: number): readonly RegExp[] =>
  Array.from({ length: count }, () => character);
