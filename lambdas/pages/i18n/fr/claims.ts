import type { claims as english } from '../en/claims.ts';

export const claims: typeof english = {
  title: 'Qui s’en charge',
  nobody: 'Personne n’a pris cette étape en charge.',
  own: (until: string): string => `Vous avez pris cette étape en charge, jusqu’à la fin de votre service : ${until}.`,
  heldBy: (by: string, since: string, until: string): string =>
    `Cette étape est prise en charge par ${by} depuis ${since}, jusqu’à la fin de son service : ${until}.`,
  noGate: 'Cela informe seulement les autres. Quiconque peut signer cette étape peut tout de même la signer.',
  claim: 'Je m’en charge',
  giveBack: 'La rendre',
  takeOver: 'La reprendre',
  why: 'Pourquoi vous la reprenez',
  short: (by: string, since: string): string => `prise en charge par ${by} depuis ${since}`,
};
