import type { link as english } from '../en/link.ts';

export const link: typeof english = {
  site: 'Standort',
  givenTo: 'Einer Person zugewiesen',
  lead: 'Melden Sie sich an, um den Schritt zu lesen und zu unterzeichnen. Worum es geht, wird nur denen gezeigt, die gefragt sind.',
  signIn: 'Mit Benutzerkennung und PIN anmelden',
  signedOut:
    'Sie sind nicht oder nicht mehr angemeldet: nach einer Viertelstunde ohne Aufruf einer Seite, nach acht Stunden, und wenn Ihre PIN neu gesetzt wurde, melden Sie sich erneut an. Es wurde nichts gespeichert.',
  nothingRecorded: 'Es wurde nichts gespeichert.',
  otherTitle: 'Bei diesem Schritt ist jemand anderes gefragt',
  otherText: (name, role) =>
    `Sie sind angemeldet als ${name}. Gefragt ist bei diesem Schritt: ${role}. Ihnen wird nichts davon gezeigt, und Sie können ihn nicht unterzeichnen.`,
  askForIt: (site) =>
    `Sollte es Ihrer sein? Bitten Sie die Koordination von ${site}, ihn Ihnen zuzuweisen oder Ihre Rolle in das Verzeichnis einzutragen. Ihre eigenen Schritte stehen auf Ihrer Arbeitsliste.`,
  signInAsOther: 'Als jemand anderes anmelden',
};
