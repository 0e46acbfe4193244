import type { claims as english } from '../en/claims.ts';

export const claims: typeof english = {
  title: 'Wer sich kümmert',
  nobody: 'Niemand hat diesen Schritt übernommen.',
  own: (until) => `Sie haben diesen Schritt übernommen, bis zum Ende Ihrer Schicht: ${until}.`,
  heldBy: (by, since, until) => `${by} hat diesen Schritt um ${since} übernommen, bis zum Ende der Schicht: ${until}.`,
  noGate: 'Das sagt es nur den anderen. Wer diesen Schritt unterschreiben darf, kann es trotzdem.',
  claim: 'Ich kümmere mich',
  giveBack: 'Zurückgeben',
  takeOver: 'Übernehmen',
  why: 'Warum Sie übernehmen',
  short: (by, since) => `übernommen von ${by} seit ${since}`,
};
