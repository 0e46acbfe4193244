import type { training as english } from '../en/training.ts';

/** What somebody is to be trained in. */
export const training: typeof english = {
  document: 'Documento',
  label: 'Ficha técnica del producto',
  by: 'Hasta',
  read: (document) => `leer ${document}`,
  test: (percent) => `prueba escrita, al menos ${percent} %`,
  /** @param times 0 where the assessor says how often */
  observed: (times) => (times === 0 ? 'práctica observada' : `práctica observada, ${times} veces`),
};
