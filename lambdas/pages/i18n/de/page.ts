import type { page as english, back as englishBack, outcomes as englishOutcomes } from '../en/page.ts';

export const page: typeof english = {
  unreviewed: 'Diese Übersetzung wurde noch nicht ärztlich geprüft; es gilt der englische Text.',
  readInEnglish: 'Auf Englisch lesen',
  skip: 'Zum Inhalt',
  journey: 'Behandlungsweg',
  phase: 'Phase',
  round: (round) => `Durchgang ${round}`,
  askedOf: 'Zuständig',
  due: 'Fällig',
  linkValidUntil: 'Link gültig bis',
  whatYouSign: 'Was Sie unterzeichnen',
  aboutStep: 'Zu diesem Schritt',
  decisionTitle: 'Ihre Entscheidung',
  decisionHint: 'Wählen Sie eine. Darunter öffnet sich, was dafür gebraucht wird.',
  checklistTitle: 'Checkliste',
  checklistHint: 'Jeder Punkt wird einzeln unterzeichnet, mit der Zeit, zu der er geschah.',
  checklistDone: (done, all) => `${done} von ${all} dokumentiert`,
  recordedBy: (by, at) => `Dokumentiert von ${by}, ${at}`,
  container: (container) => `Behältnis ${container}`,
  containerDone: (done, all) => `${done} von ${all}`,
  followedBy: (items) => `Danach: ${items}.`,
  allItems: 'Alle Punkte dieses Behältnisses',
  strangerContainer:
    'Dieses Behältnis ist nicht verordnet. Halten Sie an und melden Sie, dass Kennzeichen nicht übereinstimmen.',
  otherContainer: 'Ein nicht aufgeführtes Behältnis',
  otherContainerHint:
    'Geschehenes kann für jedes Behältnis dokumentiert werden. Ist es nicht verordnet, halten Sie an und melden Sie, dass Kennzeichen nicht übereinstimmen.',
  recordedByRoles: (roles) => `Dokumentiert durch: ${roles}.`,
  secondWaits: 'Für eine zweite Person, nachdem die erste dokumentiert hat.',
  secondAfter: (by) => `Zuerst dokumentiert von ${by}. Hier unterzeichnet eine andere Person, die selbst abliest.`,
  againstNow: 'Wird dies jetzt dokumentiert, eröffnet es eine kritische Abweichung:',
  soFar: 'Bisher dokumentiert',
  itemOpen: 'Offen',
  occurredAt: 'Wann ist es geschehen?',
  occurredAtHint: (zone) => `Leer lassen, wenn es jetzt geschieht. Ortszeit des Standorts: ${zone}.`,
  timeHint: (zone) => `Ortszeit des Standorts: ${zone}.`,
  reason: 'Begründung oder Bemerkung',
  optional: 'optional',
  choose: 'Bitte wählen',
  linesHint: 'Eine Angabe je Zeile.',
  row: (place) => `Zeile ${place}`,
  moreRows: 'Weitere Zeilen',
  signTitle: 'Unterzeichnen',
  meaningLabel: 'Meine Unterschrift bedeutet:',
  signer: 'Benutzerkennung',
  pin: 'PIN',
  pinHint: 'Ihre PIN gilt wie Ihre eigenhändige Unterschrift. Geben Sie sie nie weiter.',
  passkeyOnly:
    'Ihr Standort verlangt bei diesem Schritt einen Passkey. Mit der PIN wird er nicht unterzeichnet. Die Schaltfläche dafür erscheint hier unten, wenn Ihr Browser Passkeys verwenden kann.',
  sign: (decision) => `Unterzeichnen: ${decision}`,
  signItem: 'Diesen Punkt unterzeichnen',
  diedInstead:
    'Die Patientin oder der Patient ist verstorben: hier melden. Zwei Personen bestätigen es, dann endet der Behandlungsweg.',
  waysPastTitle: 'Über eine geschlossene Sperre hinweggehen',
  waysPastHint:
    'Wählen Sie die Sperre, die im Weg steht. Im Notfall unterzeichnen zwei Personen in zwei Rollen dies je für dieselbe Sperre. Wer hier unterzeichnet, unterzeichnet den Schritt nicht; das tut jemand anderes.',
  reportsTitle: 'Etwas melden',
  reportsHint:
    'Alle Beteiligten können jederzeit melden; eine Meldung ist nie gesperrt. Was sie anhält, hält sie sofort an, und wer darüber entscheidet, wird gefragt.',
  reportsMade: 'Bisher gemeldet',
  madeBy: (what, by, at) => `${what}: ${by}, ${at}`,
  signReport: 'Diese Meldung unterzeichnen',
  problemTitle: 'Nicht gespeichert',
  decidedTitle: 'Bereits entschieden',
  decidedText: (decision, by, at) => `${decision}, unterzeichnet von ${by}, ${at}.`,
  meaningWas: 'Die Unterschrift bedeutet:',
  notAskedTitle: 'Nicht gefragt',
  withdrawnTitle: 'Nicht mehr erforderlich',
  withdrawnText: 'Dieser Schritt wurde zurückgezogen. Hier ist nichts zu unterzeichnen.',
  heldTitle: 'Behandlungsweg angehalten',
  heldText:
    'Bis der Halt aufgehoben ist, wird nichts Neues freigegeben. Geschehenes kann dokumentiert werden, und Beenden ist immer möglich.',
  closedHere: 'Zurzeit gesperrt',
  unknownHere: 'Nicht bekannt, daher noch nicht zu unterschreiben',
  paperTitle: 'Sie geben vom Papier ein',
  paperText:
    'Alles auf dieser Seite wird als von der Person ausgeführt dokumentiert, die das Papier unterzeichnet hat, zu der Zeit, die dort steht. Eine andere Person vergleicht es danach.',
  enterFromPaper: 'Es wurde auf Papier ausgeführt und unterzeichnet: von dort eingeben',
  signNow: 'Nichts steht auf Papier: jetzt unterzeichnen',
  paperDoneBy: 'Wer das Papier unterzeichnet hat (Benutzerkennung)',
  paperReference: 'Wo das Papier oder sein Scan zu finden ist',
  paperSha256: 'SHA-256 des Scans',
  paperScan: 'Scan des Papiers',
  chooseFile: (kinds, megabytes) => `Datei anhängen (${kinds}; höchstens ${megabytes} MB)`,
  procedure: (id, version) => `Verfahrensanweisung: ${id}, Version ${version}`,
  filesTitle: 'Angehängte Dateien',
  paperTimeHint: (zone) => `Wie es auf dem Papier steht. Ortszeit des Standorts: ${zone}.`,
  onBehalf: (by, of) => `${by} in Vertretung von ${of}`,
  onBehalfOf: 'Sie unterschreiben',
  ownRight: 'in eigenem Namen',
  inPlaceOf: (id, until) => `in Vertretung von ${id} (an Sie übergeben bis ${until})`,
  fromPaper: (by) => `Vom Papier, eingegeben von ${by}.`,
  correctedTitle: 'Seither berichtigt und erneut unterschrieben',
  correctedUnsignedTitle: 'Seither berichtigt und noch nicht erneut unterschrieben',
  corrected: ({ what, from, to, by, at, signedAgain }) =>
    `${what}: ${from} → ${to}, berichtigt von ${by} am ${at}, ${signedAgain ? 'erneut unterschrieben' : 'noch nicht erneut unterschrieben'}.`,
  save: 'Speichern, ohne zu unterschreiben',
  filledIn: (by, at) => `Ausgefüllt von ${by}, ${at}. Nicht unterschrieben.`,
  filledInEarlier: (by, at) => `Davor ausgefüllt von ${by}, ${at}. Nicht unterschrieben.`,
  filledInBefore: (what, by, at) => `${what}: ausgefüllt von ${by}, ${at}.`,
  enteredFromPaper:
    'Ich habe dies so eingegeben, wie es auf dem hier genannten Papier steht, das die hier genannte Person unterzeichnet hat.',
  disclaimer:
    'ATMP Journey organisiert, dokumentiert und erinnert. Es stellt keine Diagnosen, berechnet keine Dosis, gibt keine Empfehlungen und ist nicht der primäre Alarm für Lagerung oder Vitalwerte.',
};

export const outcomes: typeof englishOutcomes = {
  recorded: { title: 'Gespeichert', message: 'Ihre Unterschrift ist gespeichert. Sie können diese Seite schließen.' },
  'already-decided': {
    title: 'Bereits entschieden',
    message: 'Dieser Schritt wurde bereits entschieden. Es wurde nichts geändert.',
  },
  expired: {
    title: 'Link abgelaufen',
    message: 'Dieser Link öffnet den Schritt nicht mehr. Bitten Sie die Koordination um einen neuen.',
  },
  'not-found': {
    title: 'Nicht gefunden',
    message:
      'Dieser Link ist ungültig. Übernehmen Sie ihn vollständig aus der E-Mail oder bitten Sie die Koordination um einen neuen.',
  },
  'not-permitted': {
    title: 'Nicht berechtigt',
    message: 'Sie dürfen diesen Schritt nicht unterzeichnen. Es wurde nichts gespeichert.',
  },
  changed: {
    title: 'Inzwischen geändert',
    message:
      'Was Ihnen gezeigt wurde, ist nicht mehr aktuell. Es wurde nichts gespeichert. Laden Sie die Seite neu und unterzeichnen Sie dann.',
  },
  held: {
    title: 'Behandlungsweg angehalten',
    message: 'Bis der Halt aufgehoben ist, wird nichts Neues freigegeben. Es wurde nichts gespeichert.',
  },
  withdrawn: {
    title: 'Nicht mehr erforderlich',
    message: 'Dieser Schritt wurde zurückgezogen. Es wurde nichts gespeichert.',
  },
  failed: {
    title: 'Es ist ein Fehler aufgetreten',
    message:
      'Es ist nicht sicher, ob Ihre Unterschrift gespeichert wurde. Öffnen Sie den Link erneut: Die Seite zeigt es.',
  },
};

export const back: typeof englishBack = 'Seite neu laden';
