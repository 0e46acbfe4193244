import type { referral as english } from '../en/referral.ts';

export const referral: typeof english = {
  title: 'Ouvrir un parcours à partir d’un adressage',
  lead: 'Un parcours est ouvert pour le patient et le traitement. La commande que le dossier hospitalier envoie plus tard y est rattachée.',
  formTitle: 'Adressage',
  button: 'Signer et ouvrir le parcours',
  meaning:
    'J’ouvre un parcours pour le patient de cet adressage, dont j’ai comparé l’identifiant avec le dossier hospitalier.',
  nothingToOpen:
    'Aucun protocole thérapeutique ne peut encore être utilisé ici. Demandez à la pharmacie d’en faire signer un.',
  openedTitle: 'Parcours ouvert',
  openedText:
    'Le parcours est ouvert sous le code ci-dessus. Sa première étape est envoyée par courriel à la coordination du site.',
  fields: {
    site: 'Site',
    protocol: 'Traitement',
    identifierSystem: 'Émetteur de l’identifiant du patient',
    identifierValue: 'Identifiant du patient (IPP)',
    patientName: 'Nom du patient',
    birthDate: 'Date de naissance',
    referralReference: 'Référence de l’adressage',
  },
  hints: {
    identifierSystem: 'Comme le dossier hospitalier le nomme dans ses messages, par exemple urn:oid:1.2.3.4.6.',
    identifierValue: 'Copiez-le depuis le dossier hospitalier.',
    referralReference: 'Numéro ou date de la lettre d’adressage. Ni noms ni dates de naissance.',
  },
  problems: {
    'journey-open': (journeyId: string): string =>
      `Ce patient a un parcours ouvert pour ce traitement : ${journeyId}. Continuez avec celui-ci. S’il s’agit d’un autre traitement, faites-le commander dans le dossier hospitalier : la commande demande alors « Rattacher la commande » dans ce parcours, et « Un autre traitement » en ouvre un nouveau.`,
    'other-role': 'Seule la coordination ouvre un parcours. Rien n’a été enregistré.',
    'other-site': 'Vous coordonnez un autre site que celui choisi. Rien n’a été enregistré.',
    'form-used': 'Ce formulaire a déjà ouvert un parcours, avec un autre contenu. Veuillez recharger la page.',
  },
  fieldProblems: {
    'other-birth-date':
      'diffère de celle connue pour cet identifiant. Veuillez comparer les deux et demander à l’admission des patients laquelle est exacte.',
  },
  forms: {
    identifierSystem: 'n’est pas un émetteur tel que les messages le nomment ; il commence comme urn:oid: ou https:',
  },
};
