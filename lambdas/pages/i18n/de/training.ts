import type { training as english } from '../en/training.ts';

/** What somebody is to be trained in. */
export const training: typeof english = {
  document: 'Dokument',
  label: 'Fachinformation des Produkts',
  by: 'Bis',
  read: (document) => `${document} lesen`,
  test: (percent) => `schriftliche Prüfung, mindestens ${percent} %`,
  /** @param times 0 where the assessor says how often */
  observed: (times) => (times === 0 ? 'beobachtete Durchführung' : `beobachtete Durchführung, ${times}-mal`),
};
