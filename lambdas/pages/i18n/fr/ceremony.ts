import type { ceremony as english, offer as englishOffer } from '../en/ceremony.ts';

export const offer: typeof englishOffer = {
  signing: {
    button: 'Signer avec une clé d’accès',
    working: 'En attente de votre clé d’accès…',
    failed:
      'La signature par clé d’accès n’est pas possible pour le moment. Rien n’a été enregistré. Veuillez signer avec votre code PIN.',
  },
  opening: {
    button: 'Se connecter avec une clé d’accès',
    working: 'En attente de votre clé d’accès…',
    failed:
      'La connexion par clé d’accès n’est pas possible pour le moment. Veuillez utiliser votre identifiant et votre code PIN, ou recharger la page.',
  },
  adding: {
    button: 'Ajouter une clé d’accès',
    working: 'En attente de votre clé d’accès…',
    failed: 'La clé d’accès n’a pas pu être ajoutée pour le moment. Veuillez réessayer avec le même lien.',
  },
};

export const ceremony: typeof english = {
  signing: {
    cancelled:
      'Aucune clé d’accès n’a signé : l’opération a été annulée, a duré trop longtemps, ou cet appareil ne connaît aucune de vos clés d’accès. Rien n’a été enregistré. Vous pouvez réessayer ou signer avec votre code PIN.',
    'wrong-key':
      'Cette clé d’accès n’appartient pas à l’identifiant, a été révoquée, ou n’a pas signé ce qui est affiché. Rien n’a été enregistré. Vous pouvez réessayer ou signer avec votre code PIN.',
    unsupported:
      'Ce navigateur ne peut pas utiliser de clé d’accès sur cette page. Rien n’a été enregistré. Veuillez signer avec votre code PIN.',
    fields: 'Veuillez remplir ce qui manque ; avec une clé d’accès, le code PIN n’est pas nécessaire.',
    'not-permitted':
      'Vous ne pouvez pas signer ceci : un autre rôle ou un autre site est demandé, l’étape a été confiée à une autre personne, ou quelqu’un d’autre que vous doit signer. Rien n’a été enregistré.',
    changed: 'La page est restée longtemps ouverte ou a changé depuis. Rien n’a été enregistré. Veuillez la recharger.',
    conflict: 'Ceci a déjà été enregistré ou n’est plus ouvert. Rien n’a été modifié. Veuillez recharger la page.',
  },
  opening: {
    cancelled:
      'Aucune clé d’accès ne vous a connecté : l’opération a été annulée, a duré trop longtemps, ou cet appareil ne connaît aucune de vos clés d’accès.',
    'wrong-key':
      'Cette clé d’accès ne connecte personne : elle a été révoquée ou n’est pas connue ici. Veuillez utiliser votre identifiant et votre code PIN.',
    unsupported:
      'Ce navigateur ne peut pas utiliser de clé d’accès sur cette page. Veuillez utiliser votre identifiant et votre code PIN.',
  },
  attaching: {
    remove: 'Ne pas joindre',
    working: 'Le fichier est en cours d’enregistrement…',
    kept: 'Joint :',
    removed: 'Rien n’est joint.',
    'too-large': 'Non joint : le fichier est vide ou trop volumineux.',
    'wrong-type': 'Non joint : le fichier n’est d’aucun des types acceptés.',
    'signed-out': 'Non joint : vous n’êtes plus connecté. Connectez-vous et ouvrez à nouveau l’étape.',
    failed: 'Non joint : le fichier n’a pas pu être enregistré. Veuillez réessayer, ou signer avec la référence seule.',
  },
  adding: {
    done: 'La clé d’accès a été ajoutée. Vous pouvez fermer cette page et signer avec elle dès maintenant.',
    cancelled:
      'Aucune clé d’accès n’a été ajoutée : l’opération a été annulée ou a duré trop longtemps. Vous pouvez réessayer avec le même lien.',
    known:
      'Cet appareil ou cette clé de sécurité contient déjà une clé d’accès de cet identifiant. Rien n’a été ajouté.',
    refused:
      'La clé d’accès n’a pas été ajoutée : le lien a déjà servi, a expiré, ou la clé n’a pas vérifié qui la détient.',
    unsupported:
      'Ce navigateur ne peut pas utiliser de clé d’accès. Veuillez ouvrir le lien dans un autre navigateur ou sur un autre appareil.',
  },
};
