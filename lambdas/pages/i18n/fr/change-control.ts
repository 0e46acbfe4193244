import type { changeControl as english } from '../en/change-control.ts';
import type { StepTexts } from '../en/step-texts.ts';

export const ofChanges = {
  'Assess the change': {
    title: 'Évaluer le changement',
    ask: 'Veuillez évaluer ce que le changement signifie pour la réglementation, la validation, les données, la formation et les patients. Les parcours en cours avec une autre version sont listés.',
    decisions: { assessed: 'Évalué', rejected: 'Refuser', withdrawn: 'Retiré' },
    meanings: {
      assessed:
        'J’ai évalué ce changement : ce qu’il signifie pour la réglementation, la validation, les données, la formation et les patients, dont les parcours en cours nommés ici.',
      rejected: 'J’ai refusé ce changement, pour la raison indiquée.',
      withdrawn: 'J’ai consigné que ce changement a été retiré, pour la raison indiquée.',
    },
  },
  'Approve the change': {
    title: 'Approuver le changement',
    ask: 'Veuillez lire l’évaluation et décider si le changement peut être fait. Qui l’a proposé ne l’approuve pas.',
    decisions: { approved: 'Approuver', rejected: 'Refuser', withdrawn: 'Retiré' },
    meanings: {
      approved:
        'J’approuve ce changement tel qu’évalué, avec son jour, son retour en arrière et les parcours en cours nommés ici. Il compte dès qu’une seconde personne l’a approuvé.',
      rejected: 'J’ai refusé ce changement, pour la raison indiquée.',
      withdrawn: 'J’ai consigné que ce changement a été retiré, pour la raison indiquée.',
    },
  },
  'Confirm the approval': {
    title: 'Confirmer l’approbation',
    ask: 'Veuillez lire l’évaluation et décider, comme seconde personne, si le changement peut être fait.',
    decisions: { approved: 'Approuver', rejected: 'Refuser' },
    meanings: {
      approved:
        'J’approuve ce changement tel qu’évalué, comme seconde personne. À partir de son jour, ce qui en dépend peut être utilisé.',
      rejected: 'J’ai refusé ce changement, pour la raison indiquée.',
    },
  },
  'Implement the change': {
    title: 'Mettre en œuvre le changement',
    ask: 'Veuillez faire le changement tel qu’approuvé, et consigner le jour à partir duquel il compte.',
    decisions: { implemented: 'Fait comme approuvé', withdrawn: 'Retiré' },
    meanings: {
      implemented: 'J’ai consigné que ce changement a été fait comme approuvé, le jour indiqué.',
      withdrawn: 'J’ai consigné que ce changement a été retiré, pour la raison indiquée.',
    },
  },
  'Check that the change works': {
    title: 'Vérifier l’effet du changement',
    ask: 'Veuillez vérifier, preuves à l’appui, si le changement fait ce pour quoi il a été fait.',
    decisions: { effective: 'Efficace', 'not-effective': 'Pas efficace' },
    meanings: {
      effective: 'J’ai vérifié, sur les preuves indiquées, que ce changement fait ce pour quoi il a été fait.',
      'not-effective':
        'J’ai vérifié, sur les preuves indiquées, que ce changement ne fait pas ce pour quoi il a été fait. Ce qui reste à faire est un changement à part.',
    },
  },
  'Close the change': {
    title: 'Clore le changement',
    ask: 'Veuillez lire ce qu’est devenu le changement, et le clore.',
    decisions: { closed: 'Clore' },
    meanings: { closed: 'J’ai lu le dossier de ce changement, et je le clos.' },
  },
} satisfies Record<string, StepTexts>;

export const changeControl: typeof english = {
  facts: {
    caseTitle: 'Objet',
    changeId: 'Changement',
    changeClass: 'Classe du changement',
    changeWhat: 'Ce qui change',
    changeWhy: 'Pourquoi',
    changeOf: 'Change',
    changeProposedBy: 'Proposé par',
    changeImplementOn: 'À faire le',
    changeRollback: 'Retour en arrière',
    changeCheckUntil: 'Effet à vérifier jusqu’au',
    impactRegulatory: 'Réglementation',
    impactValidation: 'Validation',
    impactData: 'Données',
    impactTraining: 'Formation',
    impactPatients: 'Patients',
    changeApprovedBy: 'Approuvé par',
    changeImplementedOn: 'Fait le',
    changeEffectiveness: 'Résultat de la vérification',
    journeysConcerned: 'Parcours en cours avec une autre version',
    journeyConcerned: 'Continue avec',
    journeysNotListed: 'Aucun parcours ne nomme une version de',
  },
  fields: {
    impactRegulatory: 'Conséquences pour la réglementation, ou aucune',
    impactValidation: 'Conséquences pour la validation, ou aucune',
    impactData: 'Conséquences pour les données, ou aucune',
    impactTraining: 'Qui y est formé, ou personne',
    impactPatients: 'Conséquences pour les patients en cours, ou aucune',
    changeBecause: 'Pourquoi',
    implementedOn: 'Fait le',
    changeEffectiveness: 'Ce qui a été examiné, et ce que cela montre',
  },
  classes: { minor: 'Mineur', major: 'Majeur', emergency: 'Urgence' },
  problems: {
    'before-it-was-approved': 'est avant le jour de l’approbation.',
    'after-its-check':
      'est après le dernier jour de la vérification : retirez le changement, et proposez-le à nouveau.',
  },
};
