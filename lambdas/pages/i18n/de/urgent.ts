import type { urgent as english } from '../en/urgent.ts';

export const urgent: typeof english = {
  unseen: {
    subject: 'noch ohne Rückmeldung',
    why: 'Zu diesem Schritt wurde eine dringende Nachricht gesendet, deren Kenntnisnahme niemand rechtzeitig bestätigt hat. Sie werden als Nächste benachrichtigt.',
  },
  bounced: {
    subject: 'E-Mail nicht zugestellt',
    text: 'Eine E-Mail zu diesem Behandlungsweg hat die Empfängerin oder den Empfänger nicht erreicht. Bitte berichtigen Sie die Adresse im Personalverzeichnis oder sorgen Sie dafür, dass jemand anderes benachrichtigt wird.',
  },
  reader: 'Empfänger (Benutzerkennung)',
  footer:
    'Dies ist dringend: Bitte öffnen Sie den Schritt und bestätigen Sie auf der Seite die Kenntnisnahme. Bis dahin werden weitere Personen benachrichtigt.',
  footerOfWarning:
    'Dies ist dringend: Es bleiben nur Minuten. Eine Bestätigung ist nicht nötig; wird die Grenze erreicht, werden die Entscheidenden benachrichtigt.',
  title: 'Kenntnisnahme bestätigen',
  waits: (at) =>
    `Zu diesem Schritt wurde ${at} eine dringende Nachricht gesendet. Die Kenntnisnahme hat noch niemand bestätigt.`,
  effect: 'Mit Ihrer Bestätigung wird niemand weiter benachrichtigt. Über den Schritt ist damit nicht entschieden.',
  meaning: 'Ich habe dies gelesen und kümmere mich darum. Über den Schritt ist damit nicht entschieden.',
  button: 'Gelesen, ich kümmere mich',
};
