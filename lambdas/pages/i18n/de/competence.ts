import type { competence as english } from '../en/competence.ts';

export const competence: typeof english = {
  title: 'Wer welche Aufgabe ausführen darf',
  lead: 'Nach den Bewertungen der Personen des Standorts. Was zuerst abläuft, steht zuerst.',
  leadOwn: 'Ihre eigenen Bewertungen. Die der anderen sehen die Qualitätssicherung und die Programmleitung.',
  none: 'Es ist nichts verzeichnet.',
  left: (count) =>
    `${count} weitere stehen nicht hier. Wählen Sie eine Aufgabe, oder fragen Sie atmp register competence.`,
  person: 'Wer',
  task: 'Aufgabe',
  standing: 'Wie es steht',
  until: 'Bis',
  training: 'Geschult in',
  how: {
    may: 'darf sie ausführen',
    revoked: 'entzogen',
    lapsed: 'abgelaufen',
    'newer-version': 'muss zuerst eine neue Version lesen',
    'not-yet': 'noch nicht',
  },
  records: 'Alles, was verzeichnet ist',
  assessed: (training, assessor, on, until) => `bewertet in ${training} von ${assessor} am ${on}, bis ${until}`,
  read: (procedure, version, on) => `Version ${version} von ${procedure} gelesen am ${on}`,
  revoke: 'Jetzt entziehen',
  revokeHint: 'Eine Person. Ab dann unterschreibt sie nichts, was diese Aufgabe verlangt, bis sie neu bewertet ist.',
  meaning: 'Ich entziehe sofort die Befähigung zu dieser Aufgabe.',
  button: 'Unterschreiben und entziehen',
  done: 'Unterschrieben. Die Befähigung zu dieser Aufgabe ist entzogen.',
};
