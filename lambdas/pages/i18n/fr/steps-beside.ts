import type { StepTexts } from '../en/step-texts.ts';
import { stop } from './common-decisions.ts';

const notSo = 'J’ai consigné que le signalement était erroné : le patient est en vie.';

/** What runs beside the course, and what follows from a report. */
export const beside = {
  'Reassess the patient': {
    title: 'Réévaluer le patient',
    ask: 'Veuillez revoir le patient pendant la fabrication du produit et consigner si le traitement est toujours possible.',
    decisions: { fit: 'Toujours apte', deteriorated: 'Non apte actuellement' },
    meanings: {
      fit: 'J’ai revu le patient : toujours apte à ce traitement, avec le traitement d’attente consigné.',
      deteriorated:
        'J’ai revu le patient : non apte actuellement. L’expédition, le conditionnement et la décongélation attendent le réexamen des blocages.',
    },
  },
  'Record the pending tests': {
    title: 'Tests en attente',
    ask: 'Veuillez consigner les résultats qui étaient en attente lors de la certification du lot.',
    decisions: { passed: 'Tous conformes', failed: 'Un test non conforme' },
    meanings: {
      passed: 'J’ai consigné, d’après le document du fabricant, que tous les tests en attente sont conformes.',
      failed:
        'J’ai consigné, d’après le document du fabricant, qu’un test en attente est non conforme : le produit ne doit pas être administré.',
    },
  },
  'Record the disposition': {
    title: 'Décision du fabricant',
    ask: 'Veuillez obtenir et consigner la décision écrite du fabricant après l’excursion.',
    decisions: { 'may-be-used': 'Peut être utilisé', rejected: 'Ne doit pas être utilisé' },
    meanings: {
      'may-be-used':
        'J’ai consigné la décision écrite du fabricant : ce qui était concerné par l’excursion peut être utilisé.',
      rejected:
        'J’ai consigné la décision écrite du fabricant : ce qui était concerné par l’excursion ne doit pas être utilisé.',
    },
  },
  'Resolve the mismatch': {
    title: 'Résoudre la discordance',
    ask: 'Veuillez obtenir une preuve corrigée auprès de son émetteur. On ne passe jamais outre une discordance d’identité.',
    decisions: { resolved: 'Résolue', 'not-resolved': 'Ne peut pas être résolue' },
    meanings: {
      resolved:
        'J’ai obtenu par écrit la preuve corrigée de l’émetteur. L’étape à laquelle la discordance a été constatée est entièrement revérifiée.',
      'not-resolved':
        'J’ai consigné que la discordance ne peut pas être résolue : ce qu’elle concerne ne doit pas être utilisé.',
    },
  },
  'Confirm the resolution': {
    title: 'Confirmer la résolution',
    ask: 'Veuillez comparer, comme deuxième personne, la preuve corrigée avec la chaîne d’identité.',
    decisions: { confirmed: 'Confirmée', again: 'Résoudre à nouveau' },
    meanings: {
      confirmed:
        'J’ai comparé, comme deuxième personne, la preuve corrigée de l’émetteur avec la chaîne d’identité de ce parcours.',
      again: 'Je ne confirme pas la résolution : elle doit être recherchée à nouveau.',
    },
  },
  'Review the flags': {
    title: 'Réexaminer les blocages',
    ask: 'Veuillez voir le patient et décider si les blocages sont levés.',
    decisions: { cleared: 'Lever les blocages', stay: 'Maintenir les blocages', ...stop },
    meanings: {
      cleared:
        'J’ai revu le patient et je lève les blocages : l’expédition, le conditionnement et la décongélation peuvent se poursuivre.',
      stay: 'J’ai revu le patient : les blocages sont maintenus et seront réexaminés.',
      stopped: 'J’ai décidé avec la réunion de concertation pluridisciplinaire que le traitement est arrêté.',
    },
  },
  'Decide on the withdrawal': {
    title: 'Décider de la suite du retrait',
    ask: 'Veuillez parler avec le patient du consentement retiré et décider de la suite.',
    decisions: {
      ...stop,
      'goes-on': 'Le traitement se poursuit',
      'consented-again': 'Consentement donné à nouveau',
      'not-withdrawn': 'Le consentement est maintenu',
    },
    meanings: {
      stopped: 'J’ai parlé avec le patient : le consentement au traitement est retiré, et le traitement est arrêté.',
      'goes-on':
        'J’ai parlé avec le patient : le traitement se poursuit sans ce que le consentement retiré autorisait.',
      'consented-again':
        'J’ai parlé avec le patient : il a consenti à nouveau, en ma présence, à ce qui avait été retiré, sur la version indiquée du formulaire.',
      'not-withdrawn': 'J’ai parlé avec le patient : le consentement est maintenu, le signalement était un malentendu.',
    },
  },
  'Confirm the death': {
    title: 'Confirmer le décès',
    ask: 'Veuillez confirmer si le patient est décédé. Tant que deux personnes ne l’ont pas fait, tout est suspendu.',
    decisions: { confirmed: 'Confirmé', 'not-so': 'Le signalement était erroné' },
    meanings: { confirmed: 'Je confirme que le patient est décédé.', 'not-so': notSo },
  },
  'Confirm the death as second person': {
    title: 'Décès : deuxième personne',
    ask: 'Veuillez confirmer le décès comme deuxième personne, à partir d’une source qui vous est propre.',
    decisions: { confirmed: 'Confirmé', 'not-so': 'Le signalement était erroné' },
    meanings: {
      confirmed: 'Je confirme, comme deuxième personne et d’après la source indiquée, que le patient est décédé.',
      'not-so': notSo,
    },
  },
  'Compare with the paper record': {
    title: 'Comparer avec le papier',
    ask: 'Veuillez comparer ce qui a été saisi avec le document papier : personne, heure et chaque valeur.',
    decisions: { same: 'Identique', differs: 'Non identique' },
    meanings: {
      same: 'J’ai comparé ce qui a été saisi avec le document papier nommé ici : la personne, l’heure et chaque valeur sont identiques.',
      differs: 'J’ai comparé ce qui a été saisi avec le document papier nommé ici : ce n’est pas identique.',
    },
  },
  'Sign the correction': {
    title: 'Signer la correction',
    ask: 'Un enregistrement signé a été corrigé. Veuillez comparer, et le signer à nouveau tel qu’il est maintenant.',
    decisions: { signed: 'Signer à nouveau', disputed: 'Ce n’est pas ce qui s’est passé' },
    meanings: {
      signed:
        'J’ai comparé ce qui a été signé d’abord avec sa correction, et lu son motif. Tel que corrigé, c’est ce qui s’est passé, et je le signe ainsi.',
      disputed:
        'J’ai comparé ce qui a été signé d’abord avec sa correction : tel que corrigé, ce n’est pas ce qui s’est passé.',
    },
  },
  'Review the emergency continuation': {
    title: 'Examiner la poursuite en urgence',
    ask: 'En urgence, deux personnes ont passé outre un blocage. Veuillez examiner d’ici au prochain jour ouvré pourquoi, et ce qui a été fait ensuite.',
    decisions: { accepted: 'C’était justifié', 'not-accepted': 'Il fallait attendre' },
    meanings: {
      accepted:
        'J’ai examiné pourquoi deux rôles ont passé outre ce blocage et ce qui a été fait ensuite : attendre aurait nui au patient. La suite est décidée dans l’écart indiqué ici.',
      'not-accepted':
        'J’ai examiné pourquoi deux rôles ont passé outre ce blocage et ce qui a été fait ensuite : il fallait attendre. La suite est décidée dans l’écart indiqué ici.',
    },
  },
} satisfies Record<string, StepTexts>;
