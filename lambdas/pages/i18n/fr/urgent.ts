import type { urgent as english } from '../en/urgent.ts';

export const urgent: typeof english = {
  unseen: {
    subject: 'personne n’a répondu',
    why: 'Un avis urgent sur cette étape a été envoyé, et personne n’en a accusé réception à temps. Vous êtes la personne suivante à être prévenue.',
  },
  bounced: {
    subject: 'un message n’est pas arrivé',
    text: 'Un message sur ce parcours n’est pas parvenu à son destinataire. Veuillez corriger l’adresse dans le registre du personnel, ou veiller à ce que quelqu’un d’autre soit prévenu.',
  },
  reader: 'Destinataire (identifiant)',
  footer:
    'Ceci est urgent : veuillez ouvrir l’étape et confirmer sur la page que vous avez lu. Jusque-là, les personnes suivantes sont prévenues.',
  footerOfWarning:
    'Ceci est urgent : il reste quelques minutes. Il n’y a rien à confirmer ; quand la limite est atteinte, les personnes qui décident sont appelées.',
  title: 'Accuser réception',
  waits: (at: string): string =>
    `Un avis urgent sur cette étape a été envoyé le ${at}, et personne n’en a encore accusé réception.`,
  effect: 'Votre accusé de réception arrête les appels suivants. Il ne décide pas l’étape.',
  meaning: 'J’ai lu ceci et j’agis en conséquence. L’étape elle-même n’en est pas décidée.',
  button: 'J’ai lu ceci et j’agis en conséquence',
};
