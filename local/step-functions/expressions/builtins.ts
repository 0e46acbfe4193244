/**
 * Functions of JSONata 2.0.6 that an expression may name.
 * Source: https://docs.jsonata.org/ (function library), less those in `refusedFunctions`.
 */
export const builtinNames: readonly string[] = [
  ...['string', 'length', 'substring', 'substringBefore', 'substringAfter', 'uppercase', 'lowercase', 'trim', 'pad'],
  ...['contains', 'split', 'join', 'match', 'replace', 'base64encode', 'base64decode'],
  ...['encodeUrlComponent', 'encodeUrl', 'decodeUrlComponent', 'decodeUrl'],
  ...[
    'number',
    'abs',
    'floor',
    'ceil',
    'round',
    'power',
    'sqrt',
    'formatNumber',
    'formatBase',
    'formatInteger',
    'parseInteger',
  ],
  ...['sum', 'max', 'min', 'average', 'boolean', 'not', 'exists'],
  ...['count', 'append', 'sort', 'reverse', 'distinct', 'zip'],
  ...['keys', 'lookup', 'spread', 'merge', 'sift', 'each', 'error', 'assert', 'type', 'clone'],
  ...['now', 'millis', 'fromMillis', 'toMillis'],
  ...['map', 'filter', 'single', 'reduce'],
];

/** Functions of JSONata that are refused, each with the reason. */
export const refusedFunctions: { readonly [name: string]: string } = {
  eval: 'the service does not have it; $parse reads JSON text',
  shuffle: 'its order could not be repeated from a seed',
};
