import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const conditioning = {
  'Prescribe the product': {
    title: 'Prescrire le produit',
    ask: 'Veuillez prescrire le produit, avec le conditionnement et le jour 0 comme prévu.',
    decisions: { prescribed: 'Prescrire', ...back },
    meanings: {
      prescribed: 'Je prescris ces contenants du produit accepté, avec le conditionnement et le jour 0 comme prévu.',
      ...waysBack('Je ne prescris pas ce produit : il ne peut pas être utilisé.'),
    },
  },
  'Verify the prescription': {
    title: 'Vérifier la prescription',
    ask: 'Veuillez vérifier la prescription comme deuxième personne et réserver les médicaments d’urgence.',
    decisions: { verified: 'Vérifiée', represcribe: 'Prescrire à nouveau', ...stop },
    meanings: {
      verified:
        'J’ai vérifié la prescription par rapport au produit, au poids et au protocole, et réservé les médicaments d’urgence.',
      represcribe: 'J’ai trouvé une différence : le produit doit être prescrit à nouveau.',
      stopped: 'J’ai constaté que ce produit ne doit pas être administré : le traitement est arrêté.',
    },
  },
  'Give GO for conditioning': {
    title: 'GO de conditionnement',
    ask: 'Veuillez décider si le conditionnement commence.',
    decisions: { go: 'GO', 'go-without-conditioning': 'GO sans conditionnement', defer: 'Reporter', ...back },
    meanings: {
      go: 'Je confirme que le patient est apte, et que le produit et les médicaments d’urgence sont disponibles : le conditionnement peut commencer.',
      'go-without-conditioning':
        'Je confirme que le patient est apte, et que le conditionnement est omis selon la règle du RCP.',
      defer:
        'Je reporte le traitement à la date indiquée : rien n’est administré avant qu’il en soit décidé à nouveau.',
      ...waysBack('Je ne donne pas le GO : le produit ne peut pas être utilisé.'),
    },
  },
  'Start conditioning': {
    title: 'Commencer le conditionnement',
    ask: 'Veuillez vérifier que le GO vaut toujours, puis consigner la première dose du conditionnement.',
    decisions: {
      started: 'Commencé',
      'started-without-go': 'Commencé sans GO valable',
      'go-lapsed': 'Le GO ne vaut plus',
      ...stop,
    },
    meanings: {
      started: 'J’ai vérifié que le GO vaut, et commencé le conditionnement comme prescrit.',
      'started-without-go': 'J’ai consigné que le conditionnement a été commencé alors qu’aucun GO ne valait.',
      'go-lapsed': 'J’ai consigné que le GO ne vaut plus : il doit être donné à nouveau avant le conditionnement.',
      stopped: 'J’ai consigné que le conditionnement ne commencera pas : le traitement est arrêté.',
    },
  },
  'Complete conditioning': {
    title: 'Achever le conditionnement',
    ask: 'Veuillez consigner le conditionnement tel qu’il a été administré, et quand sa dernière dose s’est terminée.',
    decisions: { completed: 'Achevé', ...back, recondition: 'Interrompu : décider à nouveau' },
    meanings: {
      completed:
        'J’ai consigné le conditionnement tel qu’il a été administré, et quand sa dernière dose s’est terminée.',
      ...waysBack('J’ai consigné que le conditionnement a été interrompu.'),
      recondition: 'J’ai consigné que le conditionnement a été interrompu et qu’il faut en décider à nouveau.',
    },
  },
} satisfies Record<string, StepTexts>;
