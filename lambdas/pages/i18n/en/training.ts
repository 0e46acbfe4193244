/** What somebody is to be trained in. */
export const training = {
  document: 'Document',
  label: 'Label of the product',
  by: 'By',
  read: (document: string): string => `read ${document}`,
  test: (percent: number): string => `written test, at least ${percent}%`,
  /** @param times 0 where the assessor says how often */
  observed: (times: number): string => (times === 0 ? 'observed practice' : `observed practice, ${times} times`),
};
