/**
 * What is made when it is first needed, and kept. For schemas: a function parses few of all that there are, and making them
 * is half of what its import takes.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
