import type { oidc as english } from '../en/oidc.ts';

export const oidc: typeof english = {
  sign: 'Signer avec la connexion de l’hôpital',
  signIn: 'Se connecter avec la connexion de l’hôpital',
  hint: 'Vous vous y connectez à nouveau pour chaque signature.',
  goingTitle: 'Vers la connexion de l’hôpital',
  goingText:
    'Vous êtes dirigé vers la connexion de l’hôpital. Rien n’est encore signé. Si rien ne se passe, continuez vous-même :',
  go: 'Aller à la connexion de l’hôpital',
  confirmTitle: 'Signer maintenant',
  confirmText: 'Vous revenez de la connexion de l’hôpital. Signez maintenant : la connexion est valable deux minutes.',
  confirm: 'Signer',
  enterTitle: 'Connexion',
  enterText: 'Vous revenez de la connexion de l’hôpital. Elle est valable deux minutes.',
  enter: 'Continuer',
  toStep: 'Retour à l’étape',
  problems: {
    over: {
      title: 'Cette connexion n’est plus valable',
      message:
        'Elle a déjà servi, a duré trop longtemps ou a été commencée dans une autre fenêtre. Rien n’a été enregistré. Ouvrez à nouveau l’étape et reconnectez-vous.',
    },
    refused: {
      title: 'La connexion de l’hôpital n’a pas abouti',
      message: 'Rien n’a été enregistré. Réessayez, ou signez avec votre identifiant et votre code PIN.',
    },
    wrong: {
      title: 'Non confirmé',
      message:
        'La connexion de l’hôpital n’a pas confirmé que vous êtes la personne de cet identifiant, connectée à nouveau pour cette signature. Rien n’a été enregistré.',
    },
    away: {
      title: 'La connexion de l’hôpital ne répond pas',
      message:
        'Rien n’a été enregistré. Signez avec votre identifiant et votre code PIN ou avec une clé d’accès si l’étape les accepte, ou réessayez plus tard.',
    },
  },
};
