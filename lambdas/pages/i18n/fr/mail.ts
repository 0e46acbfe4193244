import type { mail as english } from '../en/mail.ts';
import { rungs } from './rungs.ts';
import { urgent } from './urgent.ts';

const awaited: (typeof english)['awaited'] = {
  'Check certificate': {
    subject: 'à signer dès réception',
    why: (due) => `Le certificat est attendu avant le ${due}. Signez dès qu’il est arrivé.`,
  },
  'Record apheresis': {
    subject: 'à signer après le prélèvement',
    why: (due) => `Le prélèvement est prévu jusqu’au ${due}. Consignez-le pendant et après son déroulement.`,
  },
  'Follow the manufacture': {
    subject: 'consigner ce qui est annoncé',
    why: (due) =>
      `Le produit est attendu avant le ${due}. Consignez chaque jalon et la façon dont la fabrication s’est terminée.`,
  },
  'Follow the delivery': {
    subject: 'à signer à l’arrivée',
    why: (due) => `La livraison est attendue avant le ${due}. Signez dès qu’elle est arrivée.`,
  },
  'Record the pending tests': {
    subject: 'à signer dès les résultats',
    why: (due) => `Les résultats sont attendus avant le ${due}. Signez dès qu’ils sont là.`,
  },
  'End the proximity period': {
    subject: 'pas encore à échéance',
    why: (due) => `Le patient reste à proximité de l’hôpital jusqu’au ${due}. Signez après l’entretien.`,
  },
  'Record follow-up visit': {
    subject: 'fenêtre ouverte',
    why: (due) =>
      `La fenêtre de cette visite est ouverte jusqu’au ${due}. Consignez la visite une fois qu’elle a eu lieu.`,
  },
};

const sides: (typeof english)['sides'] = { ehr: 'Dossier hospitalier', operator: 'Exploitation' };

const tells: (typeof english)['tells'] = {
  'journey-held': {
    subject: 'suspendu, veuillez décider',
    text: 'Ce parcours a été suspendu. Rien de nouveau n’est autorisé jusqu’à la levée de la suspension ; les délais du produit continuent de courir. Décidez : reprendre ou annuler, par l’intermédiaire de l’exploitation.',
  },
  'journey-resumed': {
    subject: 'suspension levée',
    text: 'La suspension de ce parcours a été levée. Les étapes ouvertes peuvent de nouveau être signées.',
  },
  'journey-cancelled': {
    subject: 'annulé',
    text: 'Ce parcours a été annulé. Les étapes ouvertes sont retirées ; leurs liens ne sont plus valables.',
  },
  'journey-closing': {
    subject: 'le traitement se termine',
    text: 'Ce traitement se termine et ses étapes ouvertes sont retirées. Seule une administration commencée reste ouverte, jusqu’à ce que ce qui a été administré soit consigné et signé. Ensuite, ce qui a été réservé ou fabriqué est réglé. Issue :',
  },
  'journey-reported': {
    subject: 'signalement',
    text: 'Quelqu’un a fait un signalement sur ce parcours. Ce qu’il arrête est arrêté ; la personne qui en décide est sollicitée par un message distinct.',
  },
  'product-given': {
    subject: 'produit administré',
    text: 'Le produit de ce parcours a été administré, en totalité ou en partie. Le suivi et ses déclarations au registre commencent.',
  },
  'patient-lost': {
    subject: 'perdu de vue',
    text: 'Le patient de ce parcours ne peut plus être joint. Le parcours reste ouvert : les visites suivantes du plan sont tout de même demandées, le registre veut en être informé, et quiconque a des nouvelles du patient les y consigne.',
  },
  'finding-recorded': {
    subject: 'constatation consignée, veuillez agir',
    text: 'Une constatation qui demande une action a été consignée sur ce parcours ; les messages ne la nomment pas. Lisez l’enregistrement de l’étape et déclarez-la à qui de droit.',
  },
  'journey-closed': { subject: 'clos', text: 'Ce parcours est clos. Issue :' },
  'message-parked': {
    subject: 'Message mis en attente',
    text: 'Un message signé a été reçu mais n’a pas été compris. Il est conservé et attend une personne ; aucun parcours n’a été modifié.',
  },
  'renewal-due': {
    subject: 'arrive à échéance, à renouveler',
    text: 'Ce qui est indiqué ici ne compte plus après son dernier jour ; ce qui en dépend est alors fermé. Veuillez le faire renouveler et saisir la nouvelle preuve. Si c’est déjà échu, les étapes ouvertes qui le demandent sont indiquées.',
  },
  'mirror-refused': {
    subject: 'export refusé, à corriger',
    text: 'Un export qu’un autre système a déposé ici pour un registre a été refusé en entier : rien n’en a été repris, et le registre dit ce qu’il disait avant. Veuillez faire corriger là-bas ce qui est indiqué ici, et déposer l’export de nouveau.',
  },
  'mirror-late': {
    subject: 'export non arrivé',
    text: 'Un registre est tenu dans un autre système, et son export n’est pas arrivé à temps. Veuillez chercher pourquoi. Ce qui en est connu compte jusqu’à ce qu’il soit plus ancien que le site ne le permet ; ensuite, les contrôles ne savent pas si ses entrées peuvent être utilisées.',
  },
  'mirror-ageing': {
    subject: 'à confirmer avant d’être trop ancien',
    text: 'Ces entrées sont tenues dans un autre système et ont été lues il y a si longtemps que les contrôles ne sauront bientôt plus si elles peuvent être utilisées. Veuillez regarder là-bas si elles valent encore et confirmer chacune, avec ce que vous avez regardé : atmp register confirm. Si l’export arrive avant, il n’y a rien à confirmer.',
  },
  'mirror-too-old': {
    subject: 'trop ancien, à confirmer',
    text: 'Ces entrées sont tenues dans un autre système et ont été lues il y a plus longtemps que le site ne le permet : les contrôles ne savent pas si elles peuvent être utilisées, et les étapes qui les demandent attendent. Veuillez regarder là-bas si elles valent encore et confirmer chacune, avec ce que vous avez regardé : atmp register confirm. Ou faites revenir l’export.',
  },
  'task-due': {
    subject: 'à faire, merci de vous en occuper',
    text: 'Ce qui est indiqué ici est à faire avant la fin de son dernier jour. Rien n’est fermé si ce n’est pas fait, mais l’assurance qualité est prévenue. Veuillez le faire et le faire inscrire au registre.',
  },
  'training-joined': {
    subject: 'formation attribuée',
    text: 'Qui travaille dans ce rôle ou cette unité est formé à ce qui est indiqué ici. Lisez, passez le test et faites observer votre pratique d’ici le jour indiqué ; l’évaluation est ensuite enregistrée. La personne qui y veille reçoit la même information.',
  },
  'training-version': {
    subject: 'nouvelle version, à lire',
    text: 'Une procédure selon laquelle vous avez été évalué a changé de façon majeure. Qui n’a pas lu et compris la nouvelle version d’ici le jour indiqué n’est plus compétent pour la tâche. Lisez-la, et faites-le enregistrer.',
  },
  'training-label': {
    subject: 'notice modifiée, à lire',
    text: 'La notice ou le protocole d’un produit pour lequel vous êtes formé a été révisé. Lisez ce qui est nouveau avant de travailler d’après lui.',
  },
  'shift-short': {
    subject: 'équipe incomplète, à compléter',
    text: 'Un jour de traitement prévu dans les 7 prochains jours, trop peu de personnes compétentes sont sur place pour tout ce qui se fait en même temps. Affectez-en d’autres, ou faites convenir d’un autre horaire ; puis faites réécrire le planning : atmp staff shifts. D’ici là, le feu vert pour la décongélation ne peut pas être donné.',
  },
  'rota-gap': {
    subject: 'personne d’astreinte, veuillez compléter',
    text: 'À certains moments des 14 prochains jours, personne n’est d’astreinte alors que le site est fermé. Ce qui est urgent va alors à toutes les personnes du rôle. Comblez le manque et faites réécrire le tableau d’astreinte : atmp staff rota.',
  },
  'deviation-opened': {
    subject: 'déviation critique',
    text: 'Une déviation critique a été ouverte sur ce parcours. Rien n’a été arrêté ; elle attend l’évaluation de l’assurance qualité.',
  },
  'mail-bounced': urgent.bounced,
  'address-bounced': {
    subject: 'message non arrivé',
    text: 'Un récapitulatif, un message d’essai ou un autre message qui ne concerne aucun parcours en particulier n’est pas parvenu à cette personne. Veuillez lui dire ce qui l’attend, et faire corriger l’adresse dans le registre du personnel.',
  },
  'mail-budget': {
    subject: 'trop de messages',
    text: 'Cette personne a reçu aujourd’hui autant de messages que le site le permet. Ce qui peut attendre lui parvient désormais dans un récapitulatif ; ce qui est urgent arrive toujours aussitôt. Veuillez rechercher d’où vient ce bruit : `atmp alerts` montre à quels rappels personne ne donne suite.',
  },
  'run-replaced': {
    subject: 'exécution remplacée',
    text: 'Une exécution de ce parcours s’est terminée alors qu’elle n’aurait pas dû et a été relancée à partir du journal. Le journal est intact ; recherchez pourquoi elle s’est terminée.',
  },
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const digest: (typeof english)['digest'] = {
  name: 'Récapitulatif :',
  title: 'Ce qui vous attend',
  text: 'Ceci est arrivé depuis votre dernier message et attend encore, ou reste vrai. Ce qui est urgent n’attend jamais ce message : cela arrive aussitôt et séparément.',
  open: 'Ouvrir ma liste de travail',
  wanted: (steps: number, others: number): string =>
    [
      ...(steps === 0 ? [] : [counted(steps, 'étape ouverte', 'étapes ouvertes')]),
      ...(others === 0 ? [] : [counted(others, 'information', 'informations')]),
    ].join(', '),
};

const address: (typeof english)['address'] = {
  name: 'Message d’essai :',
  wanted: 'veuillez confirmer',
  title: 'Lisez-vous ce message ?',
  text: 'Des étapes et des avis urgents sont envoyés à cette adresse. Veuillez confirmer qu’elle vous atteint ; la question vous est posée une fois par mois. Cela ne signe ni ne modifie rien d’autre.',
  open: 'Confirmer cette adresse',
  notYours: 'Si ce n’est pas votre identifiant, ne confirmez pas et prévenez la coordination.',
};

export const mail: typeof english = {
  address,
  digest,
  critical: 'URGENT',
  heldBack: 'Ce message a été retenu pendant la suspension du parcours.',
  due: 'Échéance',
  wasDue: 'Échéance dépassée',
  when: 'Quand',
  message: 'Message',
  sender: 'Expéditeur',
  run: 'Nouvelle exécution',
  competenceIn: 'Compétence',
  headcount: 'Combien sont compétents',
  lapses: 'Arrive à échéance',
  renewedIn: 'À renouveler dans',
  lastDay: 'Dernier jour',
  asksForIt: 'Le demande',
  toDo: 'À faire',
  mirror: {
    comesFrom: 'Tenu dans',
    here: 'ici',
    competence: 'Compétence du personnel',
    items: { refused: 'Refusé parce que', late: 'Refusé parce que', ageing: 'À confirmer', 'too-old': 'À confirmer' },
    more: (n: number): string => `${n} de plus ; tous : atmp register import --dry-run, ou les pages des registres`,
    on: { refused: 'Arrivé', late: 'Arrivé la dernière fois', ageing: 'Connu jusqu’au', 'too-old': 'Connu jusqu’au' },
    never: 'jamais',
  },
  tasks: {
    'order-verification': 'Contrôle des commandes et prescriptions',
    leukapheresis: 'Leucaphérèse',
    receipt: 'Réception du produit',
    thaw: 'Décongélation',
    'bedside-check': 'Contrôles au lit du patient',
    'crs-icans-care': 'Prise en charge du CRS et de l’ICANS',
    'blood-products': 'Produits sanguins après thérapie cellulaire',
  },
  rotaOf: 'Astreinte de',
  rotaGap: 'Personne d’astreinte',
  deviation: 'Déviation',
  report: 'Signalement',
  recordedIn: 'Consigné dans',
  by: 'Par',
  visit: (name: string, day: string): string => `${name}, prévue le ${day}`,
  daysLeft: (days: number): string =>
    days === 0 ? 'moins d’un jour restant' : `${days} ${days === 1 ? 'jour restant' : 'jours restants'}`,
  forInformation: (role: string): string => `Pour votre information ; ceci est décidé par : ${role}.`,
  open: 'Ouvrir l’étape',
  inPlaceOf: (ids: string): string =>
    `Vous recevez ceci à la place de ${ids} : cela vous a été remis pour un temps. Choisissez sur la page à la place de qui vous signez.`,
  toTeam: (team: string): string =>
    `À toutes les personnes de ${team} : connectez-vous et dites sur la page que vous vous en chargez, afin que les autres le sachent. C’est la personne connectée qui signe, pas cette boîte aux lettres.`,
  onCall: 'Vous recevez ceci parce que vous êtes d’astreinte.',
  linkOnly:
    'Le lien ouvre seulement la page. Vous y signez avec votre identifiant et votre code PIN ; l’ouvrir ne change rien.',
  keepLink: 'Veuillez ne pas transférer ce lien. Si vous n’êtes pas la bonne personne, prévenez la coordination.',
  openEntry: 'Ouvrir l’entrée',
  wholeList: (address: string): string => `Tout ce qui vous attend : ${address}`,
  closedOtherwise: 'Ceci ne peut pas être signé pour le moment. La page dit pourquoi, et que faire.',
  noReply: 'Cette boîte aux lettres n’est pas lue.',
  rungs,
  awaited,
  sides,
  tells,
};
