import type { passkey as english } from '../en/passkey.ts';

export const passkey: typeof english = {
  title: 'Passkey zum Unterzeichnen hinzufügen',
  lead: 'Mit einem Passkey unterzeichnen Sie Schritte statt mit Ihrer PIN: mit einem Sicherheitsschlüssel oder mit diesem Gerät und seinem Fingerabdruck, Gesicht oder seiner PIN. Er gehört Ihnen allein. Fügen Sie keinen auf einem Gerät hinzu, das andere entsperren können.',
  signer: 'Benutzerkennung',
  notYours:
    'Ist dies nicht Ihre Benutzerkennung, schließen Sie diese Seite und sagen Sie es der Person, die Ihnen den Link gegeben hat.',
  once: 'Dieser Link fügt einen Passkey hinzu. Für jeden weiteren Schlüssel können Sie einen neuen Link erbitten.',
  needsScript:
    'Um einen Passkey hinzuzufügen, braucht diese Seite JavaScript. Mit Ihrer PIN unterzeichnen Sie auch ohne.',
  pin: {
    title: 'PIN festlegen',
    lead: 'Mit Benutzerkennung und PIN unterzeichnen Sie. Niemand sonst darf die PIN kennen, niemand wird Sie danach fragen, und eine, die Sie anderswo verwenden, gehört nicht hierher.',
    first: 'Neue PIN',
    hint: '6 bis 12 Ziffern, nicht alle gleich und nicht der Reihe nach.',
    again: 'Dieselbe PIN noch einmal',
    button: 'PIN festlegen',
    problems: {
      'not-digits': 'Die PIN hat 6 bis 12 Ziffern und sonst nichts.',
      differ: 'Die beiden sind verschieden. Geben Sie zweimal dieselbe PIN ein.',
      guessable: 'Diese PIN gehört zu den ersten, die jemand ausprobiert. Nehmen Sie eine andere.',
    },
  },
  pinSet: {
    title: 'PIN festgelegt',
    message:
      'Sie gilt ab jetzt, und dieser Link bewirkt nichts mehr. Wo Sie angemeldet waren, werden Sie gebeten, sich neu anzumelden.',
  },
  over: {
    title: 'Dieser Link bewirkt nichts',
    message:
      'Er wurde schon verwendet, ist abgelaufen oder wurde nie ausgegeben. Bitten Sie die Person, die Ihre Identität geprüft hat, um einen neuen.',
  },
};
