import type { mail as english } from '../en/mail.ts';
import { urgent } from './urgent.ts';

const rungs: typeof english.rungs = {
  asked: { subject: 'bitte unterzeichnen', why: 'Dieser Schritt ist jetzt offen und wartet auf Sie.' },
  half: { subject: 'halbe Frist vorbei', why: 'Die Hälfte der Frist für diesen Schritt ist vorbei.' },
  nearly: { subject: 'bald fällig', why: 'Die Frist für diesen Schritt ist fast abgelaufen.' },
  due: { subject: 'jetzt fällig', why: 'Dieser Schritt ist jetzt fällig.' },
  overdue: {
    subject: 'überfällig',
    why: 'Dieser Schritt ist überfällig. Er wartet weiter auf eine Entscheidung und wurde eskaliert.',
  },
  weekly: { subject: 'wartet noch', why: 'Dieser Schritt wartet noch. Sie werden einmal pro Woche erinnert.' },
  monthly: { subject: 'wartet noch', why: 'Dieser Schritt wartet noch. Sie werden einmal im Monat erinnert.' },
  expiry: { subject: 'Produkt verfällt bald', why: 'Das Produkt verfällt bald.' },
  expired: {
    subject: 'Produkt verfallen',
    why: 'Das Produkt hat sein Verfalldatum erreicht und darf nicht freigegeben werden. Verworfen wird nichts, bis eine verantwortliche Person entscheidet.',
  },
  'in-use': {
    subject: 'Aufbrauchfrist vorbei',
    why: 'Die Aufbrauchfrist des Produkts ist vorbei. Das Behältnis ist gesperrt, bis eine verantwortliche Person entscheidet.',
  },
  resent: {
    subject: 'bitte unterzeichnen (erneut)',
    why: 'Diese E-Mail wurde auf Wunsch erneut gesendet. Frühere Links gelten weiter.',
  },
  reissued: {
    subject: 'neuer Link',
    why: 'Dies ist ein neuer Link. Frühere Links zu diesem Schritt gelten nicht mehr.',
  },
  reassigned: { subject: 'an Sie übergeben', why: 'Dieser Schritt wurde an Sie übergeben.' },
  extended: { subject: 'neue Frist', why: 'Die Frist dieses Schritts wurde geändert.' },
  released: {
    subject: 'Halt aufgehoben',
    why: 'Der Halt dieses Behandlungswegs wurde aufgehoben. Der Schritt kann wieder unterzeichnet werden.',
  },
  unseen: urgent.unseen,
};

const awaited: typeof english.awaited = {
  'Check certificate': {
    subject: 'nach Eingang unterzeichnen',
    why: (due) => `Das Zertifikat wird bis ${due} erwartet. Unterzeichnen Sie, sobald es eingegangen ist.`,
  },
  'Accept receipt': {
    subject: 'nach Eingang unterzeichnen',
    why: (due) => `Die Lieferung wird bis ${due} erwartet. Unterzeichnen Sie, sobald sie eingetroffen ist.`,
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
  'journey-closed': {
    subject: 'abgeschlossen',
    text: 'Dieser Behandlungsweg ist abgeschlossen. Ergebnis:',
  },
  'message-parked': {
    subject: 'Nachricht zurückgestellt',
    text: 'Eine signierte Nachricht wurde empfangen, aber nicht verstanden. Sie ist aufbewahrt und wartet auf eine verantwortliche Person; kein Behandlungsweg wurde geändert.',
  },
  'deviation-opened': {
    subject: 'kritische Abweichung',
    text: 'Zu diesem Behandlungsweg wurde eine kritische Abweichung eröffnet. Nichts wurde angehalten; sie wartet auf die Bewertung durch die Qualitätssicherung.',
  },
  'mail-bounced': urgent.bounced,
  'run-replaced': {
    subject: 'Ausführung ersetzt',
    text: 'Eine Ausführung dieses Behandlungswegs endete, obwohl sie es nicht sollte, und wurde aus dem Protokoll neu gestartet. Das Protokoll ist unversehrt; bitte klären, warum sie endete.',
  },
};

export const mail: typeof english = {
  critical: 'DRINGEND',
  heldBack: 'Diese E-Mail wurde zurückgehalten, solange der Behandlungsweg angehalten war.',
  due: 'Fällig',
  wasDue: 'War fällig',
  when: 'Zeitpunkt',
  message: 'Nachricht',
  sender: 'Absender',
  run: 'Neue Ausführung',
  deviation: 'Abweichung',
  by: 'Durch',
  visit: (name, day) => `${name}, geplant für ${day}`,
  daysLeft: (days) => (days === 0 ? 'weniger als ein Tag' : `noch ${days} ${days === 1 ? 'Tag' : 'Tage'}`),
  forInformation: (role) => `Zu Ihrer Information; es entscheidet: ${role}.`,
  open: 'Schritt öffnen',
  linkOnly:
    'Der Link öffnet nur die Seite. Dort unterzeichnen Sie mit Benutzerkennung und PIN; das Öffnen allein ändert nichts.',
  keepLink:
    'Bitte leiten Sie diesen Link nicht weiter. Wenn Sie nicht zuständig sind, wenden Sie sich an die Koordination.',
  noReply: 'Dieses Postfach wird nicht gelesen.',
  rungs,
  awaited,
  sides,
  tells,
};
