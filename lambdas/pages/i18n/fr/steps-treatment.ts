import type { StepTexts } from '../en/step-texts.ts';
import { back, second, waysBack } from './common-decisions.ts';

const beforeThaw =
  'J’ai comparé la chaîne d’identité, le lot, la péremption et le contenant avec la prescription, avant la décongélation de ce contenant.';
const atBedside =
  'J’ai comparé la chaîne d’identité, le lot, la péremption et le contenant avec le patient devant moi, d’après ses propres déclarations et son bracelet d’identification.';

const tocilizumab = {
  'record:tocilizumab-given':
    'J’ai consigné une dose de tocilizumab ; une autre doit être disponible dans le délai du RCP.',
  'record:tocilizumab-resupplied': 'J’ai consigné qu’une autre dose de tocilizumab est disponible pour ce patient.',
};

export const treatment = {
  'Give GO for thaw': {
    title: 'GO de décongélation',
    ask: 'Veuillez évaluer le patient maintenant et décider si la décongélation peut commencer.',
    decisions: { go: 'GO', defer: 'Reporter', recondition: 'Décider à nouveau du conditionnement', ...back },
    meanings: {
      go: 'J’ai évalué le patient maintenant : apte au traitement, abord veineux perméable, équipe et médicaments d’urgence à disposition. La décongélation peut commencer.',
      defer: 'Je reporte le traitement à la date indiquée : le produit reste congelé.',
      recondition:
        'J’ai consigné que la fenêtre après le conditionnement est passée ou va passer : il est décidé à nouveau du conditionnement.',
      ...waysBack('Je ne donne pas le GO : le produit ne peut pas être utilisé.'),
    },
  },
  'Confirm GO for thaw': {
    title: 'Confirmer GO de décongélation',
    ask: 'Veuillez confirmer le GO comme deuxième personne, ou le refuser.',
    decisions: { go: 'GO confirmé', 'no-go': 'Pas de GO' },
    meanings: {
      go: 'Je confirme comme deuxième personne que le produit, l’appareil, l’équipe et les documents sont prêts : la décongélation peut commencer.',
      'no-go': 'Je ne confirme pas le GO : il doit être donné à nouveau.',
    },
  },
  'Give the product': {
    title: 'Administrer le produit',
    ask: 'Veuillez consigner chaque point de la liste de contrôle, puis l’administration elle-même.',
    decisions: {
      given: 'Administré',
      'partly-given': 'Administré en partie',
      'go-lapsed': 'Non décongelé : le GO ne vaut plus',
      defer: 'Non décongelé : reporter',
      remake: 'Non administré : fabriquer à nouveau',
      recollect: 'Non administré : prélever à nouveau',
      stopped: 'Non administré : arrêter le traitement',
    },
    meanings: {
      given:
        'J’étais responsable de l’administration consignée ici, et la totalité de la dose prévue a été administrée.',
      'partly-given':
        'J’étais responsable de l’administration consignée ici, et une partie seulement de la dose prévue a été administrée.',
      'go-lapsed': 'J’ai consigné que le GO ne vaut plus et que rien n’a été décongelé : il doit être donné à nouveau.',
      defer:
        'Je reporte l’administration à la date indiquée : le produit n’a pas été décongelé, et il est décidé à nouveau du GO avant son administration.',
      ...waysBack('Je confirme que rien du produit n’a été administré.'),
      'record:premedication-given': 'J’ai consigné quand la prémédication a été donnée.',
      'record:reaction': 'J’ai consigné une réaction pendant ou après la perfusion, et ce qui a été fait.',
      'record:identity-checked-before-thaw': beforeThaw,
      'record:identity-checked-before-thaw-second': second(beforeThaw),
      'record:removed-from-storage': 'J’ai consigné quand ce contenant a été sorti du stockage.',
      'record:thaw-started': 'J’ai consigné quand la décongélation de ce contenant a commencé.',
      'record:thaw-ended': 'J’ai consigné quand la décongélation de ce contenant s’est terminée.',
      'record:inspected-after-thaw': 'J’ai inspecté ce contenant après la décongélation et consigné ce que j’ai vu.',
      'record:identity-checked': atBedside,
      'record:identity-checked-second': second(atBedside),
      'record:infusion-started': 'J’ai consigné quand la perfusion de ce contenant a commencé.',
      'record:infusion-ended': 'J’ai consigné quand la perfusion de ce contenant s’est terminée.',
    },
  },
  'Monitor the patient': {
    title: 'Surveiller le patient',
    ask: 'Veuillez consigner ce qui a été évalué pendant la surveillance aiguë, chaque dose de tocilizumab, et la fin de la surveillance.',
    decisions: { completed: 'Surveillance terminée' },
    meanings: {
      completed:
        'J’ai consigné que la surveillance aiguë a été faite aussi longtemps que le protocole le demande, avec les grades les plus élevés observés.',
      'record:observation': 'J’ai consigné les grades tels qu’évalués au lit du patient.',
      ...tocilizumab,
    },
  },
  Discharge: {
    title: 'Sortie',
    ask: 'Veuillez consigner comment le séjour s’est terminé.',
    decisions: { discharged: 'Sorti' },
    meanings: {
      discharged: 'J’ai fait sortir le patient après la surveillance aiguë, avec carte d’alerte, aidant et consignes.',
      ...tocilizumab,
    },
  },
  'Send the discharge letter': {
    title: 'Envoyer la lettre de sortie',
    ask: 'Veuillez envoyer la lettre de sortie au médecin généraliste et au service adresseur.',
    decisions: { sent: 'Envoyée' },
    meanings: {
      sent: 'J’ai envoyé la lettre de sortie au médecin généraliste et au service adresseur.',
      ...tocilizumab,
    },
  },
  'End the proximity period': {
    title: 'Fin du séjour à proximité',
    ask: 'Veuillez parler avec le patient de la fin du séjour à proximité de l’hôpital.',
    decisions: { ended: 'Terminé' },
    meanings: {
      ended:
        'J’ai parlé avec le patient : le séjour à proximité de l’hôpital est terminé, et ce qui reste applicable est connu.',
      ...tocilizumab,
    },
  },
} satisfies Record<string, StepTexts>;
