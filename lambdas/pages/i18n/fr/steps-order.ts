import type { StepTexts } from '../en/step-texts.ts';

export const order = {
  'Register the referral': {
    title: 'Enregistrer l’adressage',
    ask: 'Veuillez vérifier l’adressage et dire s’il est transmis à la réunion de concertation pluridisciplinaire.',
    decisions: { registered: 'Enregistré', returned: 'Retourner à l’expéditeur' },
    meanings: {
      registered:
        'J’ai vérifié que l’adressage est complet et que le patient qu’il nomme est celui du dossier hospitalier.',
      returned: 'J’ai retourné l’adressage à son expéditeur : il ne mène pas à ce traitement.',
    },
  },
  'Confirm eligibility': {
    title: 'Confirmer l’éligibilité',
    ask: 'Veuillez confirmer si le patient est éligible à ce traitement.',
    decisions: { eligible: 'Éligible', 'not-eligible': 'Non éligible' },
    meanings: {
      eligible:
        'Je confirme la décision de la réunion de concertation pluridisciplinaire selon laquelle ce traitement est indiqué et le patient y est apte.',
      'not-eligible':
        'Je confirme la décision de la réunion de concertation pluridisciplinaire selon laquelle ce traitement n’est pas administré.',
    },
  },
  'Confirm funding': {
    title: 'Confirmer la prise en charge',
    ask: 'Veuillez confirmer si l’organisme payeur a approuvé ce traitement.',
    decisions: { funded: 'Approuvée', refused: 'Non approuvée' },
    meanings: {
      funded: 'Je confirme que l’organisme payeur a approuvé ce traitement pour ce patient, aux conditions indiquées.',
      refused: 'Je confirme que l’organisme payeur n’a pas approuvé ce traitement.',
    },
  },
  'Confirm consent': {
    title: 'Confirmer le consentement',
    ask: 'Veuillez consigner chaque consentement du patient, avec le formulaire signé.',
    decisions: { consented: 'Consentement donné', refused: 'Consentement refusé' },
    meanings: {
      consented:
        'Je confirme que le consentement éclairé a été donné en ma présence sur les versions indiquées des formulaires.',
      refused: 'Je confirme que le consentement à ce traitement n’a pas été donné.',
    },
  },
  'Place the order': {
    title: 'Passer la commande',
    ask: 'Veuillez commander le traitement auprès de son fabricant, avec la chaîne d’identité de ce traitement.',
    decisions: { ordered: 'Commander', rejected: 'Ne pas commander' },
    meanings: {
      ordered:
        'Je commande ce traitement pour ce patient, sous la chaîne d’identité et le numéro de commande indiqués.',
      rejected: 'Je ne commande pas ce traitement.',
    },
  },
  'Check the order': {
    title: 'Vérifier la commande',
    ask: 'Veuillez comparer, comme deuxième personne, la commande avec l’accord et avec la source du bracelet d’identification.',
    decisions: { checked: 'Conforme', reorder: 'Commander à nouveau', rejected: 'Ne pas commander' },
    meanings: {
      checked:
        'J’ai comparé, comme deuxième personne, la commande avec l’accord, et ses identifiants avec la source du bracelet d’identification.',
      reorder: 'J’ai trouvé une différence : la commande doit être passée à nouveau.',
      rejected:
        'J’ai constaté que cette commande ne doit pas parvenir au fabricant : le traitement n’est pas administré.',
    },
  },
} satisfies Record<string, StepTexts>;
