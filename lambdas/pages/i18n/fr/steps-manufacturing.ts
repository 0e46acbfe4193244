import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const manufacturing = {
  'Record acceptance by the maker': {
    title: 'Acceptation par le fabricant',
    ask: 'Veuillez consigner, d’après le document du fabricant, s’il a accepté le matériel de départ.',
    decisions: { accepted: 'Accepté', recollect: 'Refusé : prélever à nouveau', ...stop },
    meanings: {
      accepted:
        'J’ai consigné, d’après le document du fabricant, qu’il a accepté le matériel de départ et fabrique le produit.',
      recollect: 'J’ai consigné que le fabricant a refusé le matériel de départ : il doit être prélevé à nouveau.',
      stopped: 'J’ai consigné que le fabricant a refusé le matériel de départ : le traitement est arrêté.',
    },
  },
  'Follow the manufacture': {
    title: 'Suivre la fabrication',
    ask: 'Veuillez consigner chaque jalon que le fabricant vous annonce, et comment la fabrication s’est terminée.',
    decisions: { made: 'Fabriqué', failed: 'Échec' },
    meanings: {
      made: 'J’ai consigné que le fabricant a terminé le produit et annoncé son certificat.',
      failed: 'J’ai consigné que la fabrication a échoué ou a été arrêtée par le fabricant.',
      'record:milestone': 'J’ai consigné un jalon de la fabrication tel que le fabricant l’a annoncé.',
    },
  },
  'Decide after a failed manufacture': {
    title: 'Décider après échec fabrication',
    ask: 'Veuillez décider avec le fabricant et la réunion de concertation pluridisciplinaire comment ce traitement se poursuit.',
    decisions: back,
    meanings: waysBack(
      'J’ai décidé avec le fabricant et la réunion de concertation pluridisciplinaire après l’échec de la fabrication.',
    ),
  },
  'Check certificate': {
    title: 'Vérifier le certificat',
    ask: 'Veuillez vérifier le certificat du fabricant par rapport à la commande et à la chaîne d’identité.',
    decisions: { certified: 'Certificat conforme', ...back },
    meanings: {
      certified:
        'J’ai vérifié le certificat de ce lot par rapport à la commande et à la chaîne d’identité, et ses résultats par rapport à leurs limites.',
      ...waysBack('J’ai vérifié ce qui a été reçu : il n’y a pas de produit utilisable.'),
    },
  },
} satisfies Record<string, StepTexts>;
