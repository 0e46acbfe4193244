import type { passkey as english } from '../en/passkey.ts';

export const passkey: typeof english = {
  title: 'Ajouter une clé d’accès pour signer',
  lead: 'Une clé d’accès (passkey) signe des étapes à la place de votre code PIN : une clé de sécurité, ou cet appareil avec son empreinte, son visage ou son code. Elle n’appartient qu’à vous. N’en ajoutez pas sur un appareil que d’autres peuvent déverrouiller.',
  signer: 'Identifiant',
  notYours: 'Si ce n’est pas votre identifiant, fermez cette page et prévenez la personne qui vous a donné le lien.',
  once: 'Ce lien ajoute une seule clé d’accès. Vous pouvez demander un autre lien pour chaque clé supplémentaire.',
  needsScript:
    'Pour ajouter une clé d’accès, cette page a besoin de JavaScript. La signature par code PIN fonctionne sans.',
  over: {
    title: 'Ce lien n’ajoute pas de clé d’accès',
    message:
      'Il a déjà servi, a expiré ou n’a jamais été délivré. Demandez-en un nouveau à la personne qui a vérifié votre identité.',
  },
};
