import type { oidc as english } from '../en/oidc.ts';

export const oidc: typeof english = {
  sign: 'Mit der Klinik-Anmeldung unterzeichnen',
  signIn: 'Mit der Klinik-Anmeldung anmelden',
  hint: 'Sie melden sich dort für jede Unterschrift neu an.',
  goingTitle: 'Weiter zur Klinik-Anmeldung',
  goingText:
    'Sie werden zur Anmeldung der Klinik geleitet. Noch ist nichts unterzeichnet. Wenn nichts geschieht, gehen Sie selbst weiter:',
  go: 'Zur Klinik-Anmeldung',
  confirmTitle: 'Jetzt unterzeichnen',
  confirmText: 'Sie kommen von der Klinik-Anmeldung zurück. Unterzeichnen Sie jetzt: Die Anmeldung gilt zwei Minuten.',
  confirm: 'Unterzeichnen',
  enterTitle: 'Anmelden',
  enterText: 'Sie kommen von der Klinik-Anmeldung zurück. Sie gilt zwei Minuten.',
  enter: 'Weiter',
  toStep: 'Zurück zum Schritt',
  problems: {
    over: {
      title: 'Diese Anmeldung ist vorbei',
      message:
        'Sie wurde schon verwendet, hat zu lange gedauert oder wurde in einem anderen Fenster begonnen. Es wurde nichts festgehalten. Öffnen Sie den Schritt erneut und melden Sie sich neu an.',
    },
    refused: {
      title: 'Die Klinik-Anmeldung wurde nicht abgeschlossen',
      message:
        'Es wurde nichts festgehalten. Versuchen Sie es erneut, oder unterzeichnen Sie mit Benutzerkennung und PIN.',
    },
    wrong: {
      title: 'Nicht bestätigt',
      message:
        'Die Klinik-Anmeldung hat nicht bestätigt, dass Sie die Person mit dieser Benutzerkennung sind, für diese Unterschrift neu angemeldet. Es wurde nichts festgehalten.',
    },
    away: {
      title: 'Die Klinik-Anmeldung antwortet nicht',
      message:
        'Es wurde nichts festgehalten. Unterzeichnen Sie mit Benutzerkennung und PIN oder mit einem Passkey, wo der Schritt das zulässt, oder versuchen Sie es später erneut.',
    },
  },
};
