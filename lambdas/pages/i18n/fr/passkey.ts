import type { passkey as english } from '../en/passkey.ts';

export const passkey: typeof english = {
  title: 'Ajouter une clé d’accès pour signer',
  lead: 'Une clé d’accès (passkey) signe des étapes à la place de votre code PIN : une clé de sécurité, ou cet appareil avec son empreinte, son visage ou son code. Elle n’appartient qu’à vous. N’en ajoutez pas sur un appareil que d’autres peuvent déverrouiller.',
  signer: 'Identifiant',
  notYours: 'Si ce n’est pas votre identifiant, fermez cette page et prévenez la personne qui vous a donné le lien.',
  once: 'Ce lien ajoute une seule clé d’accès. Vous pouvez demander un autre lien pour chaque clé supplémentaire.',
  needsScript:
    'Pour ajouter une clé d’accès, cette page a besoin de JavaScript. La signature par code PIN fonctionne sans.',
  pin: {
    title: 'Définir votre code PIN',
    lead: 'Vous signez avec votre identifiant et votre code PIN. Personne d’autre ne doit connaître ce code, personne ne vous le demandera, et un code que vous utilisez ailleurs n’a pas sa place ici.',
    first: 'Nouveau code PIN',
    hint: 'De 6 à 12 chiffres, pas tous identiques et pas dans l’ordre.',
    again: 'Le même code PIN encore une fois',
    button: 'Définir le code PIN',
    problems: {
      'not-digits': 'Le code PIN se compose de 6 à 12 chiffres et de rien d’autre.',
      differ: 'Les deux diffèrent. Tapez deux fois le même code PIN.',
      guessable: 'Ce code PIN est parmi les premiers que chacun essaie. Prenez-en un autre.',
    },
  },
  pinSet: {
    title: 'Code PIN défini',
    message:
      'Il est valable dès maintenant, et ce lien ne sert plus à rien. Là où vous étiez connecté, il vous sera demandé de vous reconnecter.',
  },
  over: {
    title: 'Ce lien ne définit rien',
    message:
      'Il a déjà servi, a expiré ou n’a jamais été délivré. Demandez-en un nouveau à la personne qui a vérifié votre identité.',
  },
};
