import type { StepTexts } from '../en/step-texts.ts';
import { stop } from './common-decisions.ts';

const notSo = 'Ich habe dokumentiert, dass die Meldung falsch war: Die Patientin oder der Patient lebt.';

/** What runs beside the course, and what follows from a report. */
export const beside = {
  'Reassess the patient': {
    title: 'Zustand erneut beurteilen',
    ask: 'Bitte beurteilen Sie den Zustand während der Herstellung erneut und dokumentieren Sie, ob die Behandlung möglich bleibt.',
    decisions: { fit: 'Weiter behandlungsfähig', deteriorated: 'Jetzt nicht behandlungsfähig' },
    meanings: {
      fit: 'Ich habe die Patientin oder den Patienten erneut gesehen: weiter behandlungsfähig, mit der dokumentierten Überbrückung.',
      deteriorated:
        'Ich habe die Patientin oder den Patienten erneut gesehen: jetzt nicht behandlungsfähig. Versand, Konditionierung und Auftauen warten, bis die Sperrvermerke überprüft sind.',
    },
  },
  'Record the pending tests': {
    title: 'Ausstehende Befunde dokumentieren',
    ask: 'Bitte dokumentieren Sie die Befunde, die bei der Zertifizierung der Charge noch ausstanden.',
    decisions: { passed: 'Alle bestanden', failed: 'Nicht bestanden' },
    meanings: {
      passed:
        'Ich habe aus dem Dokument des Herstellers dokumentiert, dass alle ausstehenden Prüfungen bestanden sind.',
      failed:
        'Ich habe aus dem Dokument des Herstellers dokumentiert, dass eine ausstehende Prüfung nicht bestanden ist: Das Produkt darf nicht verabreicht werden.',
    },
  },
  'Record the disposition': {
    title: 'Entscheidung des Herstellers',
    ask: 'Bitte holen Sie nach der Abweichung die schriftliche Entscheidung des Herstellers ein und dokumentieren Sie sie.',
    decisions: { 'may-be-used': 'Darf verwendet werden', rejected: 'Darf nicht verwendet werden' },
    meanings: {
      'may-be-used':
        'Ich habe die schriftliche Entscheidung des Herstellers dokumentiert: Was von der Abweichung betroffen war, darf verwendet werden.',
      rejected:
        'Ich habe die schriftliche Entscheidung des Herstellers dokumentiert: Was von der Abweichung betroffen war, darf nicht verwendet werden.',
    },
  },
  'Resolve the mismatch': {
    title: 'Identitätsabweichung klären',
    ask: 'Bitte holen Sie den berichtigten Nachweis bei seinem Aussteller ein. Über eine Identitätsabweichung setzt sich niemand hinweg.',
    decisions: { resolved: 'Geklärt', 'not-resolved': 'Nicht zu klären' },
    meanings: {
      resolved:
        'Ich habe den berichtigten Nachweis schriftlich vom Aussteller erhalten. Der Schritt, in dem die Abweichung auffiel, wird vollständig neu geprüft.',
      'not-resolved':
        'Ich habe dokumentiert, dass die Abweichung nicht zu klären ist: Was sie betrifft, darf nicht verwendet werden.',
    },
  },
  'Confirm the resolution': {
    title: 'Klärung bestätigen',
    ask: 'Bitte vergleichen Sie als zweite Person den berichtigten Nachweis mit der Identitätskette.',
    decisions: { confirmed: 'Bestätigt', again: 'Erneut klären' },
    meanings: {
      confirmed:
        'Ich habe als zweite Person den berichtigten Nachweis des Ausstellers mit der Identitätskette dieses Behandlungswegs verglichen.',
      again: 'Ich bestätige die Klärung nicht: Sie muss erneut gesucht werden.',
    },
  },
  'Review the flags': {
    title: 'Sperrvermerke überprüfen',
    ask: 'Bitte beurteilen Sie den Zustand und entscheiden Sie, ob die Sperrvermerke aufgehoben werden.',
    decisions: { cleared: 'Sperrvermerke aufheben', stay: 'Sperrvermerke bleiben', ...stop },
    meanings: {
      cleared:
        'Ich habe die Patientin oder den Patienten erneut gesehen und hebe die Sperrvermerke auf: Versand, Konditionierung und Auftauen dürfen weitergehen.',
      stay: 'Ich habe die Patientin oder den Patienten erneut gesehen: Die Sperrvermerke bleiben und werden erneut überprüft.',
      stopped: 'Ich habe mit der interdisziplinären Konferenz entschieden, dass die Behandlung beendet wird.',
    },
  },
  'Decide on the withdrawal': {
    title: 'Über den Widerruf entscheiden',
    ask: 'Bitte sprechen Sie mit der Patientin oder dem Patienten über den Widerruf und entscheiden Sie, was folgt.',
    decisions: {
      ...stop,
      'goes-on': 'Behandlung geht weiter',
      'consented-again': 'Erneut eingewilligt',
      'not-withdrawn': 'Einwilligung besteht',
    },
    meanings: {
      stopped:
        'Ich habe mit der Patientin oder dem Patienten gesprochen: Die Einwilligung in die Behandlung ist widerrufen, und die Behandlung wird beendet.',
      'goes-on':
        'Ich habe mit der Patientin oder dem Patienten gesprochen: Die Behandlung geht weiter, ohne das, was die widerrufene Einwilligung erlaubte.',
      'consented-again':
        'Ich habe mit der Patientin oder dem Patienten gesprochen: In das Widerrufene wurde in meiner Gegenwart erneut eingewilligt, auf der genannten Version des Formulars.',
      'not-withdrawn':
        'Ich habe mit der Patientin oder dem Patienten gesprochen: Die Einwilligung besteht, die Meldung war ein Missverständnis.',
    },
  },
  'Confirm the death': {
    title: 'Tod bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Patientin oder der Patient verstorben ist. Bis zwei Personen es bestätigt haben, ruht alles.',
    decisions: { confirmed: 'Bestätigt', 'not-so': 'Meldung war falsch' },
    meanings: { confirmed: 'Ich bestätige, dass die Patientin oder der Patient verstorben ist.', 'not-so': notSo },
  },
  'Confirm the death as second person': {
    title: 'Tod als zweite Person bestätigen',
    ask: 'Bitte bestätigen Sie als zweite Person den Tod aus einer eigenen Quelle.',
    decisions: { confirmed: 'Bestätigt', 'not-so': 'Meldung war falsch' },
    meanings: {
      confirmed:
        'Ich bestätige als zweite Person aus der genannten Quelle, dass die Patientin oder der Patient verstorben ist.',
      'not-so': notSo,
    },
  },
  'Compare with the paper record': {
    title: 'Mit dem Papier vergleichen',
    ask: 'Bitte vergleichen Sie, was eingegeben wurde, mit dem Papier: Person, Zeit und jeden Wert.',
    decisions: { same: 'Gleich', differs: 'Nicht gleich' },
    meanings: {
      same: 'Ich habe die Eingabe mit dem hier genannten Papier verglichen: Person, Zeit und jeder Wert sind gleich.',
      differs: 'Ich habe die Eingabe mit dem hier genannten Papier verglichen: Sie ist nicht gleich.',
    },
  },
  'Sign the correction': {
    title: 'Berichtigung unterschreiben',
    ask: 'Etwas Unterschriebenes wurde berichtigt. Bitte vergleichen Sie und unterschreiben Sie es, wie es jetzt steht.',
    decisions: { signed: 'Erneut unterschreiben', disputed: 'So war es nicht' },
    meanings: {
      signed:
        'Ich habe verglichen, was zuerst unterschrieben wurde und was jetzt dort steht, und den Grund gelesen. Wie berichtigt ist es geschehen, und so unterschreibe ich es.',
      disputed:
        'Ich habe verglichen, was zuerst unterschrieben wurde und was jetzt dort steht: Wie berichtigt ist es nicht geschehen.',
    },
  },
  'Review the emergency continuation': {
    title: 'Fortsetzung im Notfall prüfen',
    ask: 'Im Notfall sind zwei Personen über eine geschlossene Sperre hinweggegangen. Bitte prüfen Sie bis zum nächsten Arbeitstag, warum, und was danach getan wurde.',
    decisions: { accepted: 'War berechtigt', 'not-accepted': 'Hätte warten müssen' },
    meanings: {
      accepted:
        'Ich habe geprüft, warum zwei Rollen über diese Sperre hinweggegangen sind und was danach getan wurde: Warten hätte der Patientin oder dem Patienten geschadet. Was folgt, wird in der hier genannten Abweichung entschieden.',
      'not-accepted':
        'Ich habe geprüft, warum zwei Rollen über diese Sperre hinweggegangen sind und was danach getan wurde: Es hätte warten müssen. Was folgt, wird in der hier genannten Abweichung entschieden.',
    },
  },
} satisfies Record<string, StepTexts>;
