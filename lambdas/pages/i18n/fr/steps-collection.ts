import type { StepTexts } from '../en/step-texts.ts';
import { second, stop } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

const identified =
  'J’ai comparé deux identifiants du patient et la chaîne d’identité avec les étiquettes, avant le prélèvement.';

export const collection = {
  'Book the slots': {
    title: 'Réserver les créneaux',
    ask: 'Veuillez consigner les créneaux proposés et réserver le prélèvement et la fabrication avant la fin de leur réservation.',
    decisions: { booked: 'Réservés', 'slot-lost': 'Créneaux perdus', reorder: 'Commander à nouveau', ...stop },
    meanings: {
      booked: 'J’ai réservé ces créneaux auprès du fabricant et de l’aphérèse ; les dates qui suivent sont le plan.',
      'slot-lost': 'J’ai consigné que les créneaux proposés sont perdus : de nouveaux doivent être trouvés.',
      reorder: 'J’ai consigné que ce sur quoi repose la commande ne vaut plus : elle doit être passée à nouveau.',
      stopped: 'J’ai consigné qu’aucun créneau ne sera réservé : le traitement est arrêté.',
      'record:slot-offered':
        'J’ai consigné les créneaux que le fabricant propose, et jusqu’à quand il les retient pour nous.',
    },
  },
  'Check donor tests': {
    title: 'Vérifier les tests du donneur',
    ask: 'Veuillez vérifier les marqueurs de maladies infectieuses et quand leur échantillon a été prélevé.',
    decisions: { tested: 'Vérifié', rebook: 'Trouver de nouveaux créneaux', ...stop },
    meanings: {
      tested:
        'J’ai vérifié les marqueurs de maladies infectieuses du donneur, et que l’échantillon est dans sa fenêtre.',
      rebook:
        'J’ai consigné que l’échantillon est hors de sa fenêtre ou manquant : de nouveaux créneaux doivent être trouvés.',
      stopped: 'J’ai consigné que les marqueurs excluent ce prélèvement : le traitement est arrêté.',
    },
  },
  'Confirm readiness': {
    title: 'Confirmer l’aptitude',
    ask: 'Veuillez confirmer si le patient peut être prélevé dans le créneau réservé.',
    decisions: {
      ready: 'Apte',
      rebook: 'Trouver de nouveaux créneaux',
      reorder: 'Commander à nouveau',
      ...stop,
    },
    meanings: {
      ready:
        'Je confirme que le patient peut être prélevé dans le créneau réservé : délais d’élimination, numérations, abord veineux et kit sont conformes.',
      rebook:
        'J’ai consigné que le patient ne peut pas être prélevé dans ce créneau : de nouveaux créneaux doivent être trouvés.',
      reorder: 'J’ai consigné que ce sur quoi repose la commande ne vaut plus : elle doit être passée à nouveau.',
      stopped: 'J’ai consigné que le patient ne sera pas prélevé : le traitement est arrêté.',
    },
  },
  'Record apheresis': {
    title: 'Consigner l’aphérèse',
    ask: 'Veuillez identifier le patient avec une deuxième personne, puis consigner l’aphérèse et ses identifiants.',
    decisions: {
      collected: 'Prélevé',
      rebook: 'Trouver de nouveaux créneaux',
      recollect: 'Prélever à nouveau',
      ...stop,
    },
    meanings: {
      collected: 'J’ai consigné le prélèvement, ses étiquettes et ce qui a été en contact avec le matériel.',
      rebook: 'J’ai consigné que rien n’est prélevé dans ce créneau : de nouveaux créneaux doivent être trouvés.',
      recollect: 'J’ai consigné que ce prélèvement n’a pas donné de matériel utilisable et doit être répété.',
      stopped: 'J’ai consigné que le prélèvement, et avec lui le traitement, est arrêté.',
      'record:ready-again':
        'Je confirme à nouveau que le patient peut être prélevé dans le créneau tel qu’il est maintenant.',
      'record:patient-identified': identified,
      'record:patient-identified-second': second(identified),
    },
  },
  'Release the collection': {
    title: 'Libérer le prélèvement',
    ask: 'Vérifiez le rendement et les étiquettes du matériel de départ, et décidez de sa libération.',
    decisions: {
      released: 'Libérer',
      'released-under-target': 'Libérer sous la valeur cible',
      recollect: 'Prélever à nouveau',
      ...stop,
    },
    meanings: {
      released: 'J’ai vérifié le rendement et les étiquettes du matériel de départ, et je le libère pour l’expédition.',
      'released-under-target':
        'J’ai vérifié les étiquettes et le rendement, inférieur à la valeur cible ; je libère le matériel sur acceptation écrite du fabricant.',
      recollect: 'Je ne libère pas ce matériel : il doit être prélevé à nouveau.',
      stopped: 'Je ne libère pas ce matériel : le traitement est arrêté.',
    },
  },
  'Ship the starting material': {
    title: 'Expédier le matériel de départ',
    ask: 'Veuillez consigner, d’après les documents, la remise du matériel de départ et son arrivée chez le fabricant.',
    decisions: { delivered: 'Arrivé chez le fabricant', recollect: 'Perdu : prélever à nouveau', ...stop },
    meanings: {
      delivered: 'J’ai consigné, d’après les documents, que le matériel de départ est parvenu à son fabricant.',
      recollect: 'J’ai consigné que le matériel de départ a été perdu ou altéré : il doit être prélevé à nouveau.',
      stopped: 'J’ai consigné que le matériel de départ a été perdu ou altéré : le traitement est arrêté.',
      ...custodyMeanings,
    },
  },
} satisfies Record<string, StepTexts>;
