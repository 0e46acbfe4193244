import type { mail as english } from '../en/mail.ts';
import { rungs } from './rungs.ts';
import { urgent } from './urgent.ts';

const awaited: typeof english.awaited = {
  'Check certificate': {
    subject: 'nach Eingang unterzeichnen',
    why: (due) => `Das Zertifikat wird bis ${due} erwartet. Unterzeichnen Sie, sobald es eingegangen ist.`,
  },
  'Record apheresis': {
    subject: 'nach Entnahme unterzeichnen',
    why: (due) => `Die Entnahme ist bis ${due} geplant. Dokumentieren Sie sie während und nach der Durchführung.`,
  },
  'Follow the manufacture': {
    subject: 'Meldungen dokumentieren',
    why: (due) =>
      `Das Produkt wird bis ${due} erwartet. Dokumentieren Sie jeden Meilenstein und wie die Herstellung endete.`,
  },
  'Follow the delivery': {
    subject: 'nach Eingang unterzeichnen',
    why: (due) => `Die Lieferung wird bis ${due} erwartet. Unterzeichnen Sie, sobald sie eingetroffen ist.`,
  },
  'Record the pending tests': {
    subject: 'nach Eingang',
    why: (due) => `Die Befunde werden bis ${due} erwartet. Unterzeichnen Sie, sobald sie vorliegen.`,
  },
  'End the proximity period': {
    subject: 'noch nicht fällig',
    why: (due) =>
      `Die Patientin oder der Patient bleibt bis ${due} in Kliniknähe. Unterzeichnen Sie, sobald Sie gesprochen haben.`,
  },
  'Record follow-up visit': {
    subject: 'Zeitfenster offen',
    why: (due) =>
      `Das Zeitfenster für diesen Termin ist offen bis ${due}. Dokumentieren Sie den Termin, sobald er stattgefunden hat.`,
  },
};

const sides: typeof english.sides = { ehr: 'Krankenhausinformationssystem (KIS)', operator: 'Betrieb' };

const tells: typeof english.tells = {
  'journey-held': {
    subject: 'angehalten, bitte entscheiden',
    text: 'Dieser Behandlungsweg wurde angehalten. Bis der Halt aufgehoben ist, wird nichts Neues freigegeben; Fristen des Produkts laufen weiter. Bitte entscheiden Sie: fortsetzen oder abbrechen, über den Betrieb.',
  },
  'journey-resumed': {
    subject: 'Halt aufgehoben',
    text: 'Der Halt dieses Behandlungswegs wurde aufgehoben. Offene Schritte können wieder unterzeichnet werden.',
  },
  'journey-cancelled': {
    subject: 'abgebrochen',
    text: 'Dieser Behandlungsweg wurde abgebrochen. Offene Schritte sind zurückgezogen; ihre Links sind ungültig.',
  },
  'journey-closing': {
    subject: 'Behandlungsweg endet',
    text: 'Dieser Behandlungsweg endet, und offene Schritte sind zurückgezogen. Nur eine begonnene Verabreichung bleibt offen, bis erfasst und unterschrieben ist, was gegeben wurde. Danach wird geordnet, was gebucht oder hergestellt ist. Ergebnis:',
  },
  'journey-reported': {
    subject: 'Meldung eingegangen',
    text: 'Zu diesem Behandlungsweg wurde etwas gemeldet. Was die Meldung anhält, ist angehalten; wer darüber entscheidet, erhält eine eigene E-Mail.',
  },
  'product-given': {
    subject: 'Produkt gegeben',
    text: 'Das Produkt dieses Behandlungswegs wurde ganz oder teilweise gegeben. Die Nachbeobachtung und ihre Meldungen an das Register beginnen.',
  },
  'patient-lost': {
    subject: 'für die Nachsorge nicht mehr erreichbar',
    text: 'Die Patientin oder der Patient dieses Behandlungswegs ist nicht mehr erreichbar. Der Behandlungsweg bleibt offen: Die nächsten Termine des Plans werden weiter erfragt, das Register muss es erfahren, und wer von der Patientin oder dem Patienten hört, dokumentiert es dort.',
  },
  'finding-recorded': {
    subject: 'Befund dokumentiert, bitte handeln',
    text: 'Bei diesem Behandlungsweg wurde ein Befund dokumentiert, auf den jemand reagieren muss; E-Mails nennen ihn nicht. Bitte lesen Sie die Dokumentation des Schritts, und melden Sie ihn, wo er zu melden ist.',
  },
  'journey-closed': {
    subject: 'abgeschlossen',
    text: 'Dieser Behandlungsweg ist abgeschlossen. Ergebnis:',
  },
  'message-parked': {
    subject: 'Nachricht zurückgestellt',
    text: 'Eine signierte Nachricht wurde empfangen, aber nicht verstanden. Sie ist aufbewahrt und wartet auf eine verantwortliche Person; kein Behandlungsweg wurde geändert.',
  },
  'renewal-due': {
    subject: 'läuft ab, bitte erneuern',
    text: 'Was hier genannt ist, gilt nach dem letzten Tag nicht mehr; was darauf beruht, ist dann gesperrt. Bitte lassen Sie es erneuern und den neuen Nachweis eintragen. Ist es schon abgelaufen, sind die offenen Schritte genannt, die danach fragen.',
  },
  'mirror-refused': {
    subject: 'Export abgelehnt, bitte berichtigen',
    text: 'Ein Export, den ein anderes System hier für ein Register abgelegt hat, wurde als Ganzes abgelehnt: Nichts davon wurde übernommen, und das Register sagt, was es vorher sagte. Bitte lassen Sie dort berichtigen, was hier genannt ist, und den Export erneut ablegen.',
  },
  'mirror-late': {
    subject: 'Export ist nicht gekommen',
    text: 'Ein Register wird in einem anderen System geführt, und sein Export ist nicht rechtzeitig gekommen. Bitte stellen Sie fest, warum. Was davon bekannt ist, gilt, bis es älter ist, als der Standort erlaubt; dann ist an den Freigabebedingungen nicht bekannt, ob die Einträge verwendet werden dürfen.',
  },
  'mirror-ageing': {
    subject: 'bitte bestätigen, ehe es zu alt ist',
    text: 'Diese Einträge werden in einem anderen System geführt und wurden zuletzt vor so langer Zeit gelesen, dass bald nicht mehr bekannt ist, ob sie verwendet werden dürfen. Bitte sehen Sie dort nach, ob sie noch gelten, und bestätigen Sie jeden mit dem, was Sie angesehen haben: atmp register confirm. Kommt der Export vorher wieder, ist nichts zu bestätigen.',
  },
  'mirror-too-old': {
    subject: 'zu alt, bitte bestätigen',
    text: 'Diese Einträge werden in einem anderen System geführt und wurden zuletzt vor längerer Zeit gelesen, als der Standort erlaubt: Es ist nicht bekannt, ob sie verwendet werden dürfen, und die Schritte, die danach fragen, warten. Bitte sehen Sie dort nach, ob sie noch gelten, und bestätigen Sie jeden mit dem, was Sie angesehen haben: atmp register confirm. Oder lassen Sie den Export wieder kommen.',
  },
  'task-due': {
    subject: 'zu erledigen, bitte darum kümmern',
    text: 'Was hier genannt ist, ist bis zum letzten Tag zu erledigen. Geschieht es nicht, wird nichts gesperrt, aber die Qualitätssicherung erfährt davon. Bitte erledigen Sie es und lassen Sie es im Register eintragen.',
  },
  'training-joined': {
    subject: 'Schulung zugewiesen',
    text: 'Wer in dieser Rolle oder Einheit arbeitet, wird in dem geschult, was hier steht. Bis zum genannten Tag lesen, die Prüfung ablegen und sich bei der Durchführung beobachten lassen; danach wird die Einweisung eingetragen. Wer dafür sorgt, erfährt dasselbe.',
  },
  'training-version': {
    subject: 'neue Version, bitte lesen',
    text: 'Ein Verfahren, nach dem Sie eingewiesen sind, wurde wesentlich geändert. Wer die neue Version bis zum genannten Tag nicht gelesen und verstanden hat, gilt von da an in der Aufgabe nicht mehr als befähigt. Bitte lesen und eintragen lassen.',
  },
  'training-label': {
    subject: 'Fachinformation geändert, bitte lesen',
    text: 'Die Fachinformation oder das Protokoll eines Produkts, für das Sie geschult sind, wurde geändert. Bitte das Neue lesen, bevor Sie danach arbeiten.',
  },
  'shift-short': {
    subject: 'Schicht nicht besetzt, bitte ergänzen',
    text: 'An einem geplanten Behandlungstag in den nächsten 7 Tagen sind zu wenige befähigte Personen vor Ort für alles, was gleichzeitig zu tun ist. Andere einteilen oder eine andere Zeit vereinbaren lassen; dann den Schichtplan neu schreiben lassen: atmp staff shifts. Bis dahin kann die Freigabe zum Auftauen nicht gegeben werden.',
  },
  'rota-gap': {
    subject: 'niemand im Dienst, bitte besetzen',
    text: 'In den nächsten 14 Tagen hat zeitweise niemand Dienst, während der Standort geschlossen ist. Dringendes geht dann an alle der Rolle. Besetzen Sie die Lücke und lassen Sie den Dienstplan neu eintragen: atmp staff rota.',
  },
  'deviation-opened': {
    subject: 'kritische Abweichung',
    text: 'Zu diesem Behandlungsweg wurde eine kritische Abweichung eröffnet. Nichts wurde angehalten; sie wartet auf die Bewertung durch die Qualitätssicherung.',
  },
  'mail-bounced': urgent.bounced,
  'address-bounced': {
    subject: 'E-Mail nicht angekommen',
    text: 'Eine Übersicht, eine Testmail oder eine andere E-Mail, die keinen einzelnen Behandlungsweg betrifft, hat diese Person nicht erreicht. Bitte sagen Sie ihr, was auf sie wartet, und lassen Sie die Adresse im Personalverzeichnis berichtigen.',
  },
  'mail-budget': {
    subject: 'zu viele E-Mails',
    text: 'Diese Person hat heute so viele E-Mails erhalten, wie der Standort zulässt. Was warten kann, kommt ab jetzt in einer Übersicht; Dringendes kommt weiter sofort. Bitte klären Sie, woher die vielen E-Mails kommen: `atmp alerts` zeigt, auf welche Erinnerungen niemand reagiert.',
  },
  'run-replaced': {
    subject: 'Ausführung ersetzt',
    text: 'Eine Ausführung dieses Behandlungswegs endete, obwohl sie es nicht sollte, und wurde aus dem Protokoll neu gestartet. Das Protokoll ist unversehrt; bitte klären, warum sie endete.',
  },
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const digest: typeof english.digest = {
  name: 'Übersicht:',
  title: 'Was auf Sie wartet',
  text: 'Das kam seit Ihrer letzten E-Mail und wartet noch oder gilt noch. Dringendes wartet nie auf diese E-Mail: Es kommt sofort und einzeln.',
  open: 'Meine Arbeitsliste öffnen',
  wanted: (steps, others) =>
    [
      ...(steps === 0 ? [] : [counted(steps, 'offener Schritt', 'offene Schritte')]),
      ...(others === 0 ? [] : [counted(others, 'Mitteilung', 'Mitteilungen')]),
    ].join(', '),
};

const address: typeof english.address = {
  name: 'Testmail:',
  wanted: 'bitte bestätigen',
  title: 'Lesen Sie diese E-Mail?',
  text: 'An diese Adresse gehen Schritte und dringende Mitteilungen. Bitte bestätigen Sie, dass sie Sie erreicht; Sie werden einmal im Monat gefragt. Sonst wird dadurch nichts unterzeichnet oder geändert.',
  open: 'Adresse bestätigen',
  notYours: 'Wenn das nicht Ihre Benutzerkennung ist, bestätigen Sie nicht, und wenden Sie sich an die Koordination.',
};

export const mail: typeof english = {
  address,
  digest,
  critical: 'DRINGEND',
  heldBack: 'Diese E-Mail wurde zurückgehalten, solange der Behandlungsweg angehalten war.',
  due: 'Fällig',
  wasDue: 'War fällig',
  when: 'Zeitpunkt',
  message: 'Nachricht',
  sender: 'Absender',
  run: 'Neue Ausführung',
  competenceIn: 'Befähigung',
  headcount: 'Wie viele befähigt sind',
  lapses: 'Läuft ab',
  renewedIn: 'Zu erneuern in',
  lastDay: 'Letzter Tag',
  asksForIt: 'Fragt danach',
  toDo: 'Zu erledigen',
  mirror: {
    comesFrom: 'Geführt in',
    here: 'hier',
    competence: 'Befähigung des Personals',
    items: { refused: 'Abgelehnt, weil', late: 'Abgelehnt, weil', ageing: 'Zu bestätigen', 'too-old': 'Zu bestätigen' },
    more: (n: number): string => `${n} weitere; alle: atmp register import --dry-run, oder die Seiten der Register`,
    on: { refused: 'Gekommen', late: 'Zuletzt gekommen', ageing: 'Bekannt bis', 'too-old': 'Bekannt bis' },
    never: 'nie',
  },
  tasks: {
    'order-verification': 'Prüfung von Bestellung und Verordnung',
    leukapheresis: 'Leukapherese',
    receipt: 'Annahme des Produkts',
    thaw: 'Auftauen',
    'bedside-check': 'Prüfung am Krankenbett',
    'crs-icans-care': 'Betreuung bei CRS und ICANS',
    'blood-products': 'Blutprodukte nach Zelltherapie',
  },
  rotaOf: 'Dienstplan von',
  rotaGap: 'Niemand im Dienst',
  deviation: 'Abweichung',
  report: 'Meldung',
  recordedIn: 'Dokumentiert in',
  by: 'Durch',
  visit: (name, day) => `${name}, geplant für ${day}`,
  daysLeft: (days) => (days === 0 ? 'weniger als ein Tag' : `noch ${days} ${days === 1 ? 'Tag' : 'Tage'}`),
  forInformation: (role) => `Zu Ihrer Information; es entscheidet: ${role}.`,
  open: 'Schritt öffnen',
  inPlaceOf: (ids: string): string =>
    `Sie erhalten dies in Vertretung von ${ids}, für eine Zeit an Sie übergeben. Wählen Sie dort, in wessen Vertretung Sie unterschreiben.`,
  toTeam: (team) =>
    `An alle von ${team}: Melden Sie sich an und sagen Sie auf der Seite, dass Sie sich kümmern, damit die anderen es wissen. Es unterschreibt, wer sich anmeldet, nicht dieses Postfach.`,
  onCall: 'Sie erhalten dies, weil Sie Dienst haben.',
  linkOnly:
    'Der Link öffnet nur die Seite. Dort unterzeichnen Sie mit Benutzerkennung und PIN; das Öffnen allein ändert nichts.',
  keepLink:
    'Bitte leiten Sie diesen Link nicht weiter. Wenn Sie nicht zuständig sind, wenden Sie sich an die Koordination.',
  openEntry: 'Eintrag öffnen',
  wholeList: (address) => `Alles, was auf Sie wartet: ${address}`,
  closedOtherwise: 'Dies kann zurzeit nicht unterschrieben werden. Die Seite sagt, warum, und was zu tun ist.',
  noReply: 'Dieses Postfach wird nicht gelesen.',
  rungs,
  awaited,
  sides,
  tells,
};
