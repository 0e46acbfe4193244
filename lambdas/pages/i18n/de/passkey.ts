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
  over: {
    title: 'Dieser Link fügt keinen Passkey hinzu',
    message:
      'Er wurde schon verwendet, ist abgelaufen oder wurde nie ausgegeben. Bitten Sie die Person, die Ihre Identität geprüft hat, um einen neuen.',
  },
};
