import type { correcting as english } from '../en/correcting.ts';

export const correcting: typeof english = {
  title: 'Corriger une valeur',
  intro:
    'Ce qui a été signé reste au dossier, avec la valeur telle qu’elle était. La nouvelle valeur compte aussitôt pour chaque délai et chaque condition, une limite qui permettrait davantage seulement une fois signée ; la personne qui signe cette étape la signe à nouveau.',
  pinIsTooLittle:
    'Sur ce site, un code PIN ne suffit pas pour cette étape. Demandez à l’exploitation de corriger la valeur ; la personne qui signe cette étape la signe à nouveau.',
  which: 'Ce qui est faux',
  to: 'Ce qu’il faut lire',
  toHint:
    'Écrit comme ci-dessus : une heure sous la forme 2027-01-11T14:30 dans le fuseau du site, un jour sous la forme 2027-01-11, un nombre sans séparateur de milliers, sinon les mots.',
  why: 'Motif',
  ask: 'Corriger',
  steps: 'Étape à corriger',
  open: 'Ouvrir pour corriger une valeur',
  readBy: {
    gatesChanged: 'Conditions dont le verdict a changé',
    gatesStand: 'Conditions qui l’ont lue et sont maintenues',
    clocksMoved: 'Délais déplacés',
    clocksStand: 'Délais qui l’ont lue et sont maintenus',
    documents: 'Documents établis à partir d’elle',
    onceSigned: 'Compte une fois signé ; jusque-là, la plus stricte des deux valeurs compte. Ce qui suivrait :',
    since: 'Corrigé depuis cette signature',
    gatesHere: 'Conditions examinées ici',
  },
  problems: {
    unreadable:
      'Rien n’a été corrigé : la nouvelle valeur n’est pas écrite comme cette valeur. Lisez la note sous le champ.',
    refused: 'Rien n’a été corrigé. Le motif, tel que le dossier le donne :',
    'wrong-credential': 'Rien n’a été corrigé : le code PIN n’est pas le bon, ou il est bloqué pour un moment.',
    changed:
      'Rien n’a été corrigé : la valeur a changé depuis que vous avez ouvert la page. La voici telle qu’elle est maintenant.',
    'say-why': 'Rien n’a été corrigé : indiquez le motif.',
  },
};
