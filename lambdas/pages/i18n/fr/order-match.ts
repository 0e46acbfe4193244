/** An order that came while the journey was open: its step, its phase, and what is shown of it. */
export const orderMatch = {
  phases: { OrderMatch: 'Rattachement d’une commande' },
  steps: {
    'Match the order': {
      title: 'Rattacher la commande',
      ask: 'Une commande est arrivée pour un patient qui a déjà ce parcours. Veuillez la retrouver dans le dossier hospitalier et dire si elle concerne ce traitement.',
      decisions: { 'same-course': 'Ce traitement', 'another-course': 'Un autre traitement' },
      meanings: {
        'same-course':
          'J’ai comparé la commande du dossier hospitalier avec ce parcours : elle concerne ce traitement.',
        'another-course':
          'J’ai comparé la commande du dossier hospitalier avec ce parcours : elle concerne un autre traitement et ouvre un parcours distinct.',
      },
    },
  },
  fields: {
    orderCompared: 'J’ai retrouvé la commande dans le dossier hospitalier et comparé le patient, le produit et la date',
  },
  facts: {
    identityDiffers: 'Le dossier de l’expéditeur diffère du nôtre pour',
    orderSender: 'Envoyée par',
    orderMessage: 'Message',
    orderEvent: 'Conservée comme',
    orderedAt: 'Commandée le',
    orderSite: 'Commandée pour le site',
    orderWithdrawn: 'Retirée par son expéditeur comme',
  },
};
