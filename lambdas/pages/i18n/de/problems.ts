import type { problems as english, fieldProblems as englishFields } from '../en/problems.ts';

export const problems: typeof english = {
  'check-fields': 'Bitte korrigieren Sie die folgenden Angaben und unterzeichnen Sie erneut.',
  'wrong-credential':
    'Benutzerkennung und PIN passen nicht zusammen. Es wurde nichts gespeichert. Bitte geben Sie beide neu ein.',
  locked:
    'Zu viele falsche PINs. Das Unterzeichnen ist für diese Kennung eine Weile gesperrt; wenden Sie sich in dringenden Fällen an die Koordination.',
  'not-permitted': 'Mit Ihrer Rolle dürfen Sie diesen Schritt nicht unterzeichnen. Es wurde nichts gespeichert.',
  'second-person': 'Hier muss eine zweite Person unterzeichnen; es kann nicht dieselbe noch einmal sein.',
  'gate-closed': 'Eine Voraussetzung ist nicht erfüllt. Es wurde nichts gespeichert.',
  changed:
    'Die Seite hat sich geändert, seit Sie sie geöffnet haben. Bitte lesen Sie sie neu; Ihre Eingaben sind erhalten.',
  'too-large': 'Das Formular war zu groß. Bitte kürzen Sie Ihre Angaben.',
  'not-readable':
    'Das Formular konnte nicht gelesen werden. Bitte laden Sie die Seite neu und füllen Sie sie noch einmal aus.',
};

export const fieldProblems: typeof englishFields = {
  required: 'bitte ausfüllen',
  'choose-one': 'bitte eine der Antworten wählen',
  confirm: 'bitte bestätigen',
  'not-a-number': 'bitte eine Zahl schreiben, ohne Tausenderpunkte und Einheiten',
  'ambiguous-number':
    'kann als Tausender oder als Dezimalzahl gelesen werden: Trennzeichen weglassen oder eine Stelle mehr schreiben (1,2340)',
  'not-a-whole-number': 'bitte eine ganze Zahl schreiben, ohne Trennzeichen und Einheiten',
  'not-a-time': 'bitte Datum und Uhrzeit vollständig angeben',
  'not-a-date': 'bitte das Datum vollständig angeben',
  'no-such-local-time': 'diese Zeit gab es am Standort nicht: Umstellung auf Sommerzeit',
  'not-text': 'enthält Zeichen, die nicht gespeichert werden können',
  repeated: 'wurde mehrfach gesendet',
  'too-long': 'ist zu lang',
  'too-short': 'ist zu kurz',
  'too-high': 'liegt über dem, was hier zulässig ist',
  'too-low': 'liegt unter dem, was hier zulässig ist',
  'wrong-form': 'hat nicht die erwartete Form',
};
