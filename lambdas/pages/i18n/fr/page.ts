import type { page as english, back as englishBack, outcomes as englishOutcomes } from '../en/page.ts';

export const page: typeof english = {
  unreviewed: 'Cette traduction n’a pas encore été relue par un clinicien ; l’anglais fait foi.',
  readInEnglish: 'Lire en anglais',
  skip: 'Aller au contenu',
  journey: 'Parcours',
  phase: 'Phase',
  round: (round: number): string => `tour ${round}`,
  askedOf: 'Demandé à',
  due: 'Échéance',
  linkValidUntil: 'Lien valable jusqu’au',
  whatYouSign: 'Ce que vous signez',
  aboutStep: 'À propos de cette étape',
  decisionTitle: 'Votre décision',
  decisionHint: 'Choisissez-en une. Ce qu’elle demande s’ouvre alors en dessous.',
  checklistTitle: 'Liste de contrôle',
  checklistHint: 'Chaque point est signé séparément, au moment où il a lieu.',
  checklistDone: (done: number, all: number): string => `${done} sur ${all} consignés`,
  recordedBy: (by: string, at: string): string => `Consigné par ${by}, ${at}`,
  container: (container: string): string => `Contenant ${container}`,
  containerDone: (done: number, all: number): string => `${done} sur ${all}`,
  followedBy: (items: string): string => `Ensuite : ${items}.`,
  allItems: 'Tous les points de ce contenant',
  strangerContainer:
    'Ce contenant n’est pas prescrit. Arrêtez-vous et signalez que des identifiants ne concordent pas.',
  otherContainer: 'Un contenant qui n’est pas dans la liste',
  otherContainerHint:
    'Ce qui a été fait peut être consigné pour tout contenant. S’il n’est pas prescrit, arrêtez-vous et signalez que des identifiants ne concordent pas.',
  recordedByRoles: (roles: string): string => `Consigné par : ${roles}.`,
  secondWaits: 'Pour une deuxième personne, après que la première l’a consigné.',
  secondAfter: (by: string): string =>
    `Consigné d’abord par ${by}. Une autre personne doit signer ici, et lit à nouveau.`,
  againstNow: 'Consigner ceci maintenant ouvre une déviation critique :',
  soFar: 'Consigné jusqu’ici',
  itemOpen: 'À faire',
  occurredAt: 'Quand cela s’est-il passé ?',
  occurredAtHint: (zone: string): string => `Laissez vide si cela se passe maintenant. Heure locale du site : ${zone}.`,
  timeHint: (zone: string): string => `Heure locale du site : ${zone}.`,
  reason: 'Motif ou remarque',
  optional: 'facultatif',
  choose: 'Veuillez choisir',
  linesHint: 'Un par ligne.',
  row: (place: number): string => `Ligne ${place}`,
  moreRows: 'Plus de lignes',
  signTitle: 'Signer',
  meaningLabel: 'Ma signature signifie :',
  signer: 'Identifiant',
  pin: 'Code PIN',
  pinHint: 'Votre code PIN a la valeur de votre signature manuscrite. Ne le communiquez jamais.',
  passkeyOnly:
    'Votre site exige une clé d’accès pour cette étape. Un code PIN ne la signe pas. Le bouton correspondant apparaît ci-dessous si votre navigateur peut utiliser des clés d’accès.',
  sign: (decision: string): string => `Signer : ${decision}`,
  signItem: 'Signer ce point',
  diedInstead: 'Le patient est décédé : le signaler ici. Deux personnes le confirment, puis le traitement se termine.',
  waysPastTitle: 'Passer outre un blocage',
  waysPastHint:
    'Choisissez le blocage qui fait obstacle. En urgence, deux personnes de deux rôles signent chacune pour le même blocage. Une autre personne signe l’étape.',
  reportsTitle: 'Faire un signalement',
  reportsHint:
    'Toute personne concernée peut signaler à tout moment. Ce qui est arrêté l’est aussitôt ; qui en décide est sollicité.',
  reportsMade: 'Signalé jusqu’ici',
  madeBy: (what: string, by: string, at: string): string => `${what} : ${by}, ${at}`,
  signReport: 'Signer ce signalement',
  problemTitle: 'Non enregistré',
  decidedTitle: 'Déjà décidé',
  decidedText: (decision: string, by: string, at: string): string => `${decision}, signé par ${by}, ${at}.`,
  meaningWas: 'La signature signifie :',
  notAskedTitle: 'Non demandé',
  withdrawnTitle: 'N’est plus demandé',
  withdrawnText: 'Cette étape a été retirée. Il n’y a rien à signer ici.',
  heldTitle: 'Parcours suspendu',
  heldText:
    'Jusqu’à la levée de la suspension, rien de nouveau n’est autorisé. Ce qui s’est passé peut toujours être consigné, et un arrêt est toujours possible.',
  closedHere: 'Fermé pour le moment',
  unknownHere: 'Pas connu, à ne pas encore signer',
  paperTitle: 'Vous saisissez d’après le papier',
  paperText:
    'Tout ce qui est sur cette page est consigné comme effectué par la personne qui a signé le papier, à l’heure qui y figure. Une autre personne le compare ensuite.',
  enterFromPaper: 'Cela a été fait et signé sur papier : le saisir à partir de là',
  signNow: 'Rien n’est sur papier : le signer maintenant',
  paperDoneBy: 'Qui a signé le papier (identifiant)',
  paperReference: 'Où se trouve le papier ou sa numérisation',
  paperSha256: 'SHA-256 de la numérisation',
  paperScan: 'Numérisation du papier',
  chooseFile: (kinds, megabytes) => `Joindre un fichier (${kinds} ; ${megabytes} Mo au maximum)`,
  procedure: (id, version) => `Mode opératoire : ${id}, version ${version}`,
  filesTitle: 'Fichiers joints',
  paperTimeHint: (zone: string): string => `Comme indiqué sur le papier. Heure locale du site : ${zone}.`,
  onBehalf: (by: string, of: string): string => `${by} à la place de ${of}`,
  onBehalfOf: 'Vous signez',
  ownRight: 'en votre propre nom',
  inPlaceOf: (id: string, until: string): string => `à la place de ${id} (remis à vous jusqu’au ${until})`,
  fromPaper: (by: string): string => `D’après le papier, saisi par ${by}.`,
  correctedTitle: 'Corrigé depuis, et signé à nouveau',
  correctedUnsignedTitle: 'Corrigé depuis, et pas encore signé à nouveau',
  corrected: ({ what, from, to, by, at, signedAgain }): string =>
    `${what} : ${from} → ${to}, corrigé par ${by} le ${at}, ${signedAgain ? 'signé à nouveau' : 'pas encore signé à nouveau'}.`,
  save: 'Enregistrer sans signer',
  filledIn: (by: string, at: string): string => `Rempli par ${by}, ${at}. Non signé.`,
  filledInEarlier: (by: string, at: string): string => `Rempli auparavant par ${by}, ${at}. Non signé.`,
  filledInBefore: (what, by, at) => `${what} : rempli par ${by}, ${at}.`,
  enteredFromPaper:
    'J’ai saisi ceci tel qu’il figure sur le document papier nommé ici, qui a été signé par la personne nommée ici.',
  disclaimer:
    'ATMP Journey organise, consigne et rappelle. Il ne pose pas de diagnostic, ne calcule pas de doses et ne recommande rien, et il n’est pas l’alarme principale du stockage ou des signes vitaux.',
};

export const outcomes: typeof englishOutcomes = {
  recorded: { title: 'Enregistré', message: 'Votre signature est enregistrée. Vous pouvez fermer cette page.' },
  'already-decided': {
    title: 'Déjà décidé',
    message: 'Quelqu’un a déjà décidé cette étape. Rien n’a été modifié.',
  },
  expired: {
    title: 'Lien expiré',
    message:
      'Ce lien n’ouvre plus l’étape. Connectez-vous : tant qu’elle vous est demandée, votre liste de travail l’ouvre à nouveau.',
  },
  'not-found': {
    title: 'Introuvable',
    message:
      'Ce lien n’ouvre rien. Copiez-le en entier depuis le message, ou demandez-en un nouveau à la coordination.',
  },
  'not-permitted': {
    title: 'Non autorisé',
    message: 'Vous ne pouvez pas signer cette étape. Rien n’a été enregistré.',
  },
  changed: {
    title: 'Modifié entre-temps',
    message: 'Ce qui vous a été montré n’est plus actuel. Rien n’a été enregistré. Relisez la page, puis signez.',
  },
  held: {
    title: 'Parcours suspendu',
    message: 'Rien de nouveau n’est autorisé jusqu’à la levée de la suspension. Rien n’a été enregistré.',
  },
  withdrawn: { title: 'N’est plus demandé', message: 'Cette étape a été retirée. Rien n’a été enregistré.' },
  failed: {
    title: 'Une erreur s’est produite',
    message:
      'Il n’est pas certain que votre signature ait été enregistrée. Ouvrez à nouveau le lien : la page montre si elle l’a été.',
  },
};

export const back: typeof englishBack = 'Relire la page';
