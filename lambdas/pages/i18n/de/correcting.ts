import type { correcting as english } from '../en/correcting.ts';

export const correcting: typeof english = {
  title: 'Einen Wert berichtigen',
  intro:
    'Was unterschrieben wurde, bleibt mit dem früheren Wert in der Akte. Der neue Wert gilt sofort für alle Fristen und Sperren, eine Grenze, die mehr erlauben würde, erst mit der Unterschrift; wer diesen Schritt unterschreibt, unterschreibt ihn noch einmal.',
  pinIsTooLittle:
    'An diesem Standort genügt eine PIN für diesen Schritt nicht. Bitten Sie den Betrieb, den Wert zu berichtigen; wer diesen Schritt unterschreibt, unterschreibt ihn noch einmal.',
  which: 'Was nicht stimmt',
  to: 'Wie es richtig heißt',
  toHint:
    'So geschrieben wie oben: eine Zeit als 2027-01-11T14:30 in der Zeitzone des Standorts, ein Tag als 2027-01-11, eine Zahl ohne Tausendertrennzeichen, sonst die Wörter.',
  why: 'Warum',
  ask: 'Berichtigen',
  steps: 'Zu berichtigender Schritt',
  open: 'Öffnen, um einen Wert zu berichtigen',
  readBy: {
    gatesChanged: 'Sperren, die jetzt anders urteilen',
    gatesStand: 'Sperren, die den Wert lasen und bestehen bleiben',
    clocksMoved: 'Verschobene Fristen',
    clocksStand: 'Fristen, die den Wert lasen und bestehen bleiben',
    documents: 'Daraus erstellte Dokumente',
    onceSigned: 'Gilt, sobald unterschrieben ist; bis dahin gilt der strengere der beiden Werte. Was folgen würde:',
    since: 'Seit dieser Unterschrift berichtigt',
    gatesHere: 'Hier befragte Sperren',
  },
  problems: {
    unreadable:
      'Nichts wurde berichtigt: Der neue Wert ist nicht so geschrieben wie dieser Wert. Lesen Sie den Hinweis unter dem Feld.',
    refused: 'Nichts wurde berichtigt. Der Grund, wie ihn die Akte nennt:',
    'wrong-credential': 'Nichts wurde berichtigt: Die PIN stimmt nicht oder ist eine Zeit lang gesperrt.',
    changed:
      'Nichts wurde berichtigt: Der Wert hat sich geändert, seit Sie die Seite geöffnet haben. Hier steht er, wie er jetzt ist.',
    'say-why': 'Nichts wurde berichtigt: Sagen Sie, warum.',
  },
};
