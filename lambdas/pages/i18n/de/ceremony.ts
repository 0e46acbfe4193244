import type { ceremony as english, offer as englishOffer } from '../en/ceremony.ts';

export const offer: typeof englishOffer = {
  signing: {
    button: 'Mit Passkey unterzeichnen',
    working: 'Warten auf Ihren Passkey …',
    failed:
      'Die Unterzeichnung mit Passkey war gerade nicht möglich. Es wurde nichts gespeichert. Bitte unterzeichnen Sie mit Ihrer PIN.',
  },
  opening: {
    button: 'Mit Passkey anmelden',
    working: 'Warten auf Ihren Passkey …',
    failed:
      'Die Anmeldung mit Passkey ist gerade nicht möglich. Bitte nehmen Sie Benutzerkennung und PIN, oder laden Sie die Seite neu.',
  },
  adding: {
    button: 'Passkey hinzufügen',
    working: 'Warten auf Ihren Passkey …',
    failed:
      'Der Passkey konnte gerade nicht hinzugefügt werden. Bitte versuchen Sie es mit demselben Link noch einmal.',
  },
};

export const ceremony: typeof english = {
  signing: {
    cancelled:
      'Kein Passkey hat unterzeichnet: Der Vorgang wurde abgebrochen, dauerte zu lange, oder dieses Gerät kennt keinen Passkey von Ihnen. Es wurde nichts gespeichert. Sie können es erneut versuchen oder mit Ihrer PIN unterzeichnen.',
    'wrong-key':
      'Dieser Passkey gehört nicht zu der Benutzerkennung, wurde widerrufen oder hat nicht das Angezeigte unterzeichnet. Es wurde nichts gespeichert. Sie können es erneut versuchen oder mit Ihrer PIN unterzeichnen.',
    unsupported:
      'Dieser Browser kann auf dieser Seite keine Passkeys verwenden. Es wurde nichts gespeichert. Bitte unterzeichnen Sie mit Ihrer PIN.',
    fields: 'Bitte füllen Sie aus, was fehlt; mit einem Passkey brauchen Sie keine PIN.',
    'not-permitted':
      'Sie dürfen dies nicht unterzeichnen: Es verlangt eine andere Rolle oder einen anderen Standort, wurde an eine andere Person übergeben oder muss von jemand anderem als Ihnen unterzeichnet werden. Es wurde nichts gespeichert.',
    changed:
      'Die Seite war länger geöffnet oder hat sich seither geändert. Es wurde nichts gespeichert. Bitte laden Sie sie neu.',
    conflict:
      'Dies wurde bereits aufgenommen oder ist nicht mehr offen. Es wurde nichts geändert. Bitte laden Sie die Seite neu.',
  },
  opening: {
    cancelled:
      'Kein Passkey hat Sie angemeldet: Der Vorgang wurde abgebrochen, dauerte zu lange, oder dieses Gerät kennt keinen Passkey von Ihnen.',
    'wrong-key':
      'Dieser Passkey meldet niemanden an: Er wurde widerrufen oder ist hier nicht bekannt. Bitte nehmen Sie Benutzerkennung und PIN.',
    unsupported:
      'Dieser Browser kann auf dieser Seite keine Passkeys verwenden. Bitte nehmen Sie Benutzerkennung und PIN.',
  },
  attaching: {
    remove: 'Nicht anhängen',
    working: 'Die Datei wird gespeichert …',
    kept: 'Angehängt:',
    removed: 'Nichts ist angehängt.',
    'too-large': 'Nicht angehängt: Die Datei ist leer oder zu groß.',
    'wrong-type': 'Nicht angehängt: Die Datei ist von keiner der zugelassenen Arten.',
    'signed-out':
      'Nicht angehängt: Sie sind nicht mehr angemeldet. Melden Sie sich an und öffnen Sie den Schritt erneut.',
    failed:
      'Nicht angehängt: Die Datei konnte nicht gespeichert werden. Versuchen Sie es noch einmal, oder unterzeichnen Sie mit der Referenz allein.',
  },
  adding: {
    done: 'Der Passkey wurde hinzugefügt. Sie können diese Seite schließen und ab sofort damit unterzeichnen.',
    cancelled:
      'Es wurde kein Passkey hinzugefügt: Der Vorgang wurde abgebrochen oder dauerte zu lange. Sie können es mit demselben Link erneut versuchen.',
    known:
      'Auf diesem Gerät oder Sicherheitsschlüssel gibt es bereits einen Passkey dieser Benutzerkennung. Es wurde nichts hinzugefügt.',
    refused:
      'Der Passkey wurde nicht hinzugefügt: Der Link wurde schon verwendet, ist abgelaufen, oder der Schlüssel hat nicht geprüft, wer ihn benutzt.',
    unsupported:
      'Dieser Browser kann keine Passkeys verwenden. Bitte öffnen Sie den Link in einem anderen Browser oder auf einem anderen Gerät.',
  },
};
