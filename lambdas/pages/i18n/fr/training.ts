import type { training as english } from '../en/training.ts';

/** What somebody is to be trained in. */
export const training: typeof english = {
  document: 'Document',
  label: 'Notice du produit',
  by: 'Au plus tard le',
  read: (document) => `lire ${document}`,
  test: (percent) => `test écrit, au moins ${percent} %`,
  /** @param times 0 where the assessor says how often */
  observed: (times) => (times === 0 ? 'pratique observée' : `pratique observée, ${times} fois`),
};
