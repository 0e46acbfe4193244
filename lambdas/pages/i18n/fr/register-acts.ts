import type { registerActs as english } from '../en/register-acts.ts';

export const registerActs: typeof english = {
  waitingTitle: 'Étapes ouvertes qui ont besoin de cette entrée',
  waitingNote:
    'Tant que l’utilisation est interdite, elles ne peuvent être signées, ou seulement avec un autre à sa place.',
  waitingNone: 'Aucune étape ouverte n’a besoin de cette entrée maintenant.',
  waitingBy: (step, due) => `${step}, à faire pour le ${due}`,
  unseen: (count) =>
    count === 1
      ? '1 autre étape, d’un parcours que vous ne voyez pas.'
      : `${count} autres étapes, de parcours que vous ne voyez pas.`,
  title: 'Signer une modification',
  byOthers: (owner) =>
    `D’autres modifications sont signées ici par ${owner}, et par l’assurance qualité ou la direction du programme.`,
  elsewhere: (system) =>
    `Cette entrée est tenue dans ${system} et modifiée là-bas. Ici, on peut confirmer qu’elle est toujours valable.`,
  acts: {
    quarantine: {
      title: 'Mettre en quarantaine maintenant',
      hint: 'Une seule personne, à toute heure. Dès lors, rien n’est signé avec elle ; ce qui l’a été dans les 15 dernières minutes est réexaminé. Deux personnes la remettent en service.',
      meaning: 'Je la retire immédiatement du service.',
      button: 'Signer et mettre en quarantaine',
    },
    release: {
      title: 'Lever la quarantaine',
      hint: 'Deux personnes signent, dont une de l’assurance qualité ou de la direction du programme.',
      meaning: 'Nous avons vu la preuve : l’utilisation est de nouveau permise.',
      button: 'Signer et lever la quarantaine',
    },
    renewal: {
      title: 'Renouveler avec preuve',
      hint: 'Ce qui a été refait, quand, et jusqu’à quand cela vaut.',
      meaning: 'J’ai vu la preuve et je déclare ce qu’elle dit.',
      button: 'Signer et renouveler',
    },
    confirmation: {
      title: 'Confirmer que l’entrée est toujours valable',
      hint: 'Regardez la chose elle-même, ou l’autre système. L’entrée compte dès lors comme lue maintenant.',
      meaning: 'J’ai vu la preuve : ce qui est dit ici est toujours valable.',
      button: 'Signer et confirmer',
    },
  },
  because: 'Pourquoi',
  found: 'Ce qui a été constaté et ce qui a été fait',
  reference: 'Preuve',
  referenceHint: 'Ce que vous avez vu et où cela se trouve, par exemple le numéro d’un certificat ou d’un rapport.',
  part: 'Ce qui est renouvelé',
  on: 'Fait le',
  next: 'Valable jusqu’au',
  second: 'Identifiant de la deuxième personne',
  secondPin: 'Code PIN de la deuxième personne',
  ownPin: (name) => `Code PIN de ${name}`,
  done: {
    quarantine:
      'Signé. L’entrée est en quarantaine : dès maintenant, rien n’est signé avec elle. Ce qui l’a été dans les 15 dernières minutes est réexaminé, et ouvre une déviation si cela ne tient plus.',
    release: 'Signé. L’utilisation est de nouveau permise, si rien d’autre ne l’interdit.',
    renewal: 'Signé. Le renouvellement est enregistré.',
    confirmation: 'Signé. L’entrée compte comme lue maintenant.',
  },
  signed: {
    quarantine: 'Mise en quarantaine, signée par code PIN',
    release: 'Quarantaine levée, signée par code PIN par les deux',
    renewal: 'Renouvelée avec preuve, signée par code PIN',
    confirmation: 'Confirmée avec preuve, signée par code PIN',
  },
  evidence: (reference, on) => (on === undefined ? `Preuve : ${reference}` : `Preuve : ${reference}, fait le ${on}`),
  problems: {
    'wrong-credential':
      'Le code PIN est faux, ou votre identifiant est bloqué pendant 15 minutes après cinq codes faux. Rien n’a été modifié.',
    'wrong-second':
      'L’identifiant ou le code PIN de la deuxième personne est faux, ou cet identifiant est bloqué pendant 15 minutes après cinq codes faux. Rien n’a été modifié.',
    'same-person': 'La deuxième signature est celle d’une autre personne. Rien n’a été modifié.',
    'not-a-keeper':
      'Cela est signé par qui s’en occupe, ou par l’assurance qualité ou la direction du programme du site. Rien n’a été modifié.',
    'takes-two': 'Il faut deux personnes. Rien n’a été modifié.',
    'no-keeper-among':
      'L’une des deux personnes doit être de l’assurance qualité ou de la direction du programme. Rien n’a été modifié.',
    'from-elsewhere':
      'Ce formulaire ne venait pas d’une page de cette session. Rien n’a été modifié. Veuillez réessayer.',
    required: 'Veuillez remplir chaque champ. Rien n’a été modifié.',
    changed:
      'L’entrée a été modifiée entre-temps : voici son état actuel. Vous n’avez rien modifié. Regardez-la et signez de nouveau.',
    busy: 'Quelqu’un d’autre a modifié un registre au même moment. Vous n’avez rien modifié. Veuillez signer de nouveau.',
    'nothing-new': 'Le registre dit déjà la même chose. Rien n’a été modifié.',
    refused: 'Le registre n’accepte pas cela. Rien n’a été modifié. Il dit :',
  },
};
