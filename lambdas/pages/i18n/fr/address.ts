import type { address as english } from '../en/address.ts';

export const address: typeof english = {
  title: 'Confirmer que cette adresse vous atteint',
  lead: 'Vous avez reçu un message d’essai. Appuyez sur le bouton, et ce qui est urgent pourra être envoyé à cette adresse.',
  notYours: 'Si ce n’est pas votre identifiant, fermez cette page et prévenez la coordination.',
  button: 'Les messages envoyés à cette adresse m’atteignent',
  proved: {
    title: 'Merci',
    message: 'Votre adresse est confirmée. La question vous sera posée à nouveau dans un mois.',
  },
  over: {
    title: 'Ce lien ne confirme aucune adresse',
    message:
      'Il a expiré, n’a jamais été envoyé, ou votre adresse a changé depuis. Un autre message d’essai vous sera envoyé ; vous n’avez rien à faire.',
  },
};
