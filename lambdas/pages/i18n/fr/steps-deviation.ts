import type { StepTexts } from '../en/step-texts.ts';

export const ofDeviations = {
  'Triage the deviation': {
    title: 'Évaluer la déviation',
    ask: 'Veuillez lire ce qui a été constaté, confirmer ou modifier la classe, et consigner ce qui a été fait immédiatement et quels contenants sont retenus.',
    decisions: { investigate: 'Enquêter', closed: 'Mineure : clore' },
    meanings: {
      investigate:
        'J’ai évalué cette déviation : sa classe telle qu’affichée ou modifiée par moi, ce qui a été fait immédiatement et quels contenants sont retenus jusqu’à la décision. Elle est examinée.',
      closed: 'J’ai évalué cette déviation comme mineure : pour la raison indiquée, il n’y a rien de plus à faire.',
    },
  },
  'Investigate the deviation': {
    title: 'Examiner la déviation',
    ask: 'Veuillez examiner la déviation dans les 30 jours : sa cause première et ses conséquences pour le produit et le patient.',
    decisions: { investigated: 'Examinée' },
    meanings: {
      investigated:
        'J’ai examiné cette déviation : sa cause première et ses conséquences pour le produit et le patient.',
    },
  },
  'Decide on the deviation': {
    title: 'Décider de la déviation',
    ask: 'Veuillez lire l’enquête et décider : ce que devient le matériel, qui est informé et si une CAPA est nécessaire.',
    decisions: { 'no-capa': 'Décidé, sans CAPA', capa: 'Décidé, CAPA nécessaire', again: 'Examiner à nouveau' },
    meanings: {
      'no-capa':
        'J’ai décidé de cette déviation et l’ai signalée aux destinataires indiqués. Aucune action corrective ou préventive n’est nécessaire.',
      capa: 'J’ai décidé de cette déviation et l’ai signalée aux destinataires indiqués. Les actions correctives et préventives indiquées sont nécessaires.',
      again: 'Je n’accepte pas l’enquête : la déviation est évaluée et examinée à nouveau.',
    },
  },
  'Plan the CAPA': {
    title: 'Planifier la CAPA',
    ask: 'Veuillez planifier les actions correctives et préventives : ce qui est fait, qui en répond et pour quand.',
    decisions: { planned: 'Planifiée' },
    meanings: {
      planned: 'J’ai planifié les actions correctives et préventives : ce qui est fait, qui en répond et pour quand.',
    },
  },
  'Check that the CAPA works': {
    title: 'Contrôler l’efficacité de la CAPA',
    ask: 'Veuillez contrôler, preuves à l’appui, si les actions correctives et préventives empêchent que cela se reproduise.',
    decisions: { effective: 'Efficace', 'not-effective': 'Pas efficace' },
    meanings: {
      effective:
        'J’ai contrôlé l’effet des actions correctives et préventives : selon la preuve indiquée, cela ne s’est pas reproduit.',
      'not-effective':
        'J’ai contrôlé l’effet des actions correctives et préventives : elles sont planifiées à nouveau.',
    },
  },
} satisfies Record<string, StepTexts>;
