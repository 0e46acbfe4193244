/** Products whose courses the scenarios tell from the order to the last visit. */
export const TOLD_PROTOCOLS: readonly string[] = ['kymriah', 'yescarta', 'breyanzi', 'carvykti'];
