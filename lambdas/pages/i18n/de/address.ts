import type { address as english } from '../en/address.ts';

export const address: typeof english = {
  title: 'Bestätigen, dass diese Adresse Sie erreicht',
  lead: 'Sie haben eine Testmail erhalten. Drücken Sie den Knopf, damit Dringendes an diese Adresse gehen kann.',
  notYours:
    'Wenn das nicht Ihre Benutzerkennung ist, schließen Sie diese Seite, und wenden Sie sich an die Koordination.',
  button: 'E-Mails an diese Adresse erreichen mich',
  proved: {
    title: 'Danke',
    message: 'Ihre Adresse ist bestätigt. In einem Monat werden Sie wieder gefragt.',
  },
  over: {
    title: 'Dieser Link bestätigt keine Adresse',
    message:
      'Er ist abgelaufen, wurde nie verschickt, oder Ihre Adresse hat sich seitdem geändert. Sie erhalten eine neue Testmail; Sie müssen nichts tun.',
  },
};
