const stopped = 'Arrêter le traitement';
const remake = 'Fabriquer à nouveau';
const recollect = 'Prélever à nouveau';

export const stop = { stopped };
export const back = { remake, recollect, stopped };

/** The three ways back in words: what was found, then what follows. */
export const waysBack = (found: string) => ({
  remake: `${found} Le produit doit être fabriqué à nouveau.`,
  recollect: `${found} Le matériel de départ doit être prélevé à nouveau.`,
  stopped: `${found} Le traitement est arrêté.`,
});

/** What stands behind the meaning of an item that a second person signs. */
export const second = (first: string): string => `${first} Je suis la deuxième personne et j’ai lu moi-même.`;
