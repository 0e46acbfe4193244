import type { competence as english } from '../en/competence.ts';

export const competence: typeof english = {
  title: 'Qui peut effectuer quelle tâche',
  lead: 'D’après les évaluations du personnel du site. Ce qui échoit en premier est en tête.',
  leadOwn:
    'Ce pour quoi vous avez été évalué. Pour les autres, l’assurance qualité et la direction du programme le voient.',
  none: 'Rien n’est enregistré.',
  left: (count) =>
    `${count} autres ne sont pas montrés ici. Choisissez une tâche, ou demandez atmp register competence.`,
  person: 'Qui',
  task: 'Tâche',
  standing: 'État',
  until: 'Jusqu’au',
  training: 'Formation',
  how: {
    may: 'peut l’effectuer',
    revoked: 'retirée',
    lapsed: 'échue',
    'newer-version': 'doit d’abord lire une nouvelle version',
    'not-yet': 'pas encore',
  },
  records: 'Tout ce qui est enregistré',
  assessed: (training, assessor, on, until) => `évaluation : ${training}, par ${assessor}, le ${on}, jusqu’au ${until}`,
  read: (procedure, version, on) => `version ${version} de ${procedure} lue le ${on}`,
  revoke: 'Retirer maintenant',
  revokeHint:
    'Une seule personne. Dès lors, l’intéressé ne signe rien qui demande cette tâche, jusqu’à une nouvelle évaluation.',
  meaning: 'Je retire immédiatement l’habilitation à cette tâche.',
  button: 'Signer et retirer',
  done: 'Signé. L’habilitation à cette tâche est retirée.',
};
