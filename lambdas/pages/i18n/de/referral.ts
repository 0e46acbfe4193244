import type { referral as english } from '../en/referral.ts';

export const referral: typeof english = {
  title: 'Behandlungsweg aus einer Zuweisung eröffnen',
  lead: 'Für Person und Therapie wird ein Behandlungsweg eröffnet. Die spätere Anforderung aus der Krankenakte wird ihm zugeordnet.',
  formTitle: 'Zuweisung',
  button: 'Unterzeichnen und eröffnen',
  meaning:
    'Ich eröffne einen Behandlungsweg für die Person dieser Zuweisung, deren Kennung ich mit der Krankenakte verglichen habe.',
  nothingToOpen:
    'Noch darf hier kein Therapieprotokoll verwendet werden. Bitten Sie die Apotheke, eines unterzeichnen zu lassen.',
  openedTitle: 'Behandlungsweg eröffnet',
  openedText:
    'Der Behandlungsweg ist unter der Kennung oben eröffnet. Sein erster Schritt geht per E-Mail an die Koordination des Standorts.',
  fields: {
    site: 'Standort',
    protocol: 'Therapie',
    identifierSystem: 'Herausgeber der Patientenkennung',
    identifierValue: 'Patientenkennung (Patienten-ID)',
    patientName: 'Name der Patientin oder des Patienten',
    birthDate: 'Geburtsdatum',
    referralReference: 'Aktenzeichen der Zuweisung',
  },
  hints: {
    identifierSystem: 'Wie ihn die Krankenakte in ihren Nachrichten nennt, z. B. urn:oid:1.2.3.4.6.',
    identifierValue: 'Aus der Krankenakte übernehmen.',
    referralReference: 'Nummer oder Datum des Zuweisungsschreibens. Keine Namen, keine Geburtsdaten.',
  },
  problems: {
    'journey-open': (journeyId) =>
      `Für diese Person und Therapie ist bereits ein Behandlungsweg offen: ${journeyId}. Bitte führen Sie ihn weiter. Ist es eine andere Behandlung, lassen Sie sie in der Krankenakte anfordern: Dann fragt dort „Anforderung zuordnen“, und „Eine andere Behandlung“ eröffnet einen neuen.`,
    'other-role': 'Nur die Koordination eröffnet einen Behandlungsweg. Es wurde nichts gespeichert.',
    'other-site':
      'Sie gehören zur Koordination eines anderen als des gewählten Standorts. Es wurde nichts gespeichert.',
    'form-used':
      'Mit diesem Formular wurde bereits ein Behandlungsweg mit anderem Inhalt eröffnet. Bitte laden Sie die Seite neu.',
  },
  fieldProblems: {
    'other-birth-date':
      'weicht von dem für diese Kennung bekannten ab. Bitte vergleichen Sie beide und fragen Sie die Stelle für Patientenidentitäten.',
  },
  forms: {
    identifierSystem: 'ist kein Herausgeber, wie ihn Nachrichten nennen; er beginnt etwa mit urn:oid: oder https:',
  },
};
