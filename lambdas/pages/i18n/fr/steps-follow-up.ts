import type { StepTexts } from '../en/step-texts.ts';

export const followUp = {
  'Record follow-up visit': {
    title: 'Consigner la visite de suivi',
    ask: 'Veuillez consigner si la visite de suivi a eu lieu.',
    decisions: { attended: 'A eu lieu', missed: 'Manquée', lost: 'Perdu de vue' },
    meanings: {
      attended: 'J’ai consigné cette visite de suivi telle qu’elle a eu lieu.',
      missed: 'J’ai consigné que cette visite de suivi n’a pas eu lieu.',
      lost: 'J’ai consigné que le patient ne peut plus être joint pour le suivi, après les tentatives indiquées. Le suivi n’est pas clos pour autant.',
    },
  },
  'Report to the registry': {
    title: 'Déclarer au registre',
    ask: 'Veuillez déclarer cette visite au registre.',
    decisions: { reported: 'Déclarée', 'not-reported': 'Non déclarée' },
    meanings: {
      reported: 'J’ai déclaré cette visite au registre.',
      'not-reported': 'J’ai consigné pourquoi cette visite n’est pas déclarée au registre.',
    },
  },
  'Arrange the lifelong watch': {
    title: 'Organiser surveillance à vie',
    ask: 'Veuillez organiser qui surveille désormais l’apparition de tumeurs malignes secondaires.',
    decisions: { arranged: 'Organisée', 'arranged-unreached': 'Organisée, patient non informé' },
    meanings: {
      arranged:
        'J’ai organisé qui surveille à vie l’apparition de tumeurs malignes secondaires, et qui est appelé en cas de suspicion.',
      'arranged-unreached':
        'J’ai organisé qui est appelé en cas de suspicion de tumeur maligne secondaire ; le patient n’a pas pu être informé, pour le motif indiqué.',
    },
  },
  'Stand everything down': {
    title: 'Prévenir ceux qui attendent',
    ask: 'Veuillez dire à toutes les personnes qui attendent ce traitement qu’il est terminé.',
    decisions: { done: 'Toutes informées' },
    meanings: {
      done: 'J’ai dit à toutes les personnes qui attendaient ce traitement qu’il est terminé, et rendu ce qui était réservé.',
    },
  },
  'Account for every container': {
    title: 'Devenir de chaque contenant',
    ask: 'Veuillez établir le devenir de chaque contenant non administré, avec son certificat et un témoin, et de chaque don dont aucun lot certifié n’est issu.',
    decisions: { accounted: 'Devenir établi' },
    meanings: {
      accounted:
        'J’ai établi le devenir de chaque contenant de ce traitement qui n’a pas été administré, avec son certificat et un témoin, et de chaque don dont aucun lot certifié n’est issu, avec son document.',
    },
  },
  'Close the course': {
    title: 'Clore le traitement',
    ask: 'Veuillez revoir le dossier de ce traitement et le clore.',
    decisions: { closed: 'Clore' },
    meanings: {
      closed:
        'J’ai revu ce traitement : le devenir des contenants est établi, les déviations sont traitées ou reliées, et le dossier est complet.',
    },
  },
} satisfies Record<string, StepTexts>;
