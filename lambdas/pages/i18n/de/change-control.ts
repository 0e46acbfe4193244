import type { changeControl as english } from '../en/change-control.ts';
import type { StepTexts } from '../en/step-texts.ts';

export const ofChanges = {
  'Assess the change': {
    title: 'Änderung bewerten',
    ask: 'Bitte bewerten Sie, was die Änderung für Zulassung, Validierung, Daten, Schulung und Patientinnen und Patienten bedeutet. Laufende Behandlungen mit einer anderen Version sind aufgeführt.',
    decisions: { assessed: 'Bewertet', rejected: 'Ablehnen', withdrawn: 'Zurückgezogen' },
    meanings: {
      assessed:
        'Ich habe diese Änderung bewertet: was sie für Zulassung, Validierung, Daten, Schulung und Patientinnen und Patienten bedeutet, darunter die hier genannten laufenden Behandlungen.',
      rejected: 'Ich habe diese Änderung aus dem genannten Grund abgelehnt.',
      withdrawn: 'Ich habe dokumentiert, dass diese Änderung aus dem genannten Grund zurückgezogen wurde.',
    },
  },
  'Approve the change': {
    title: 'Änderung genehmigen',
    ask: 'Bitte lesen Sie die Bewertung und entscheiden Sie, ob die Änderung vorgenommen werden darf. Wer sie vorgeschlagen hat, genehmigt sie nicht.',
    decisions: { approved: 'Genehmigen', rejected: 'Ablehnen', withdrawn: 'Zurückgezogen' },
    meanings: {
      approved:
        'Ich genehmige diese Änderung, wie sie bewertet wurde, mit ihrem Tag, ihrem Weg zurück und den hier genannten laufenden Behandlungen. Sie gilt, sobald eine zweite Person sie genehmigt hat.',
      rejected: 'Ich habe diese Änderung aus dem genannten Grund abgelehnt.',
      withdrawn: 'Ich habe dokumentiert, dass diese Änderung aus dem genannten Grund zurückgezogen wurde.',
    },
  },
  'Confirm the approval': {
    title: 'Genehmigung bestätigen',
    ask: 'Bitte lesen Sie die Bewertung und entscheiden Sie als zweite Person, ob die Änderung vorgenommen werden darf.',
    decisions: { approved: 'Genehmigen', rejected: 'Ablehnen' },
    meanings: {
      approved:
        'Ich genehmige diese Änderung als zweite Person, wie sie bewertet wurde. Von ihrem Tag an darf verwendet werden, was auf ihr beruht.',
      rejected: 'Ich habe diese Änderung aus dem genannten Grund abgelehnt.',
    },
  },
  'Implement the change': {
    title: 'Änderung umsetzen',
    ask: 'Bitte nehmen Sie die Änderung vor, wie sie genehmigt wurde, und dokumentieren Sie, ab welchem Tag sie gilt.',
    decisions: { implemented: 'Wie genehmigt vorgenommen', withdrawn: 'Zurückgezogen' },
    meanings: {
      implemented:
        'Ich habe dokumentiert, dass diese Änderung am genannten Tag vorgenommen wurde, wie sie genehmigt war.',
      withdrawn: 'Ich habe dokumentiert, dass diese Änderung aus dem genannten Grund zurückgezogen wurde.',
    },
  },
  'Check that the change works': {
    title: 'Wirkung der Änderung prüfen',
    ask: 'Bitte prüfen Sie anhand von Nachweisen, ob die Änderung leistet, wofür sie vorgenommen wurde.',
    decisions: { effective: 'Wirksam', 'not-effective': 'Nicht wirksam' },
    meanings: {
      effective:
        'Ich habe anhand der genannten Nachweise geprüft, dass diese Änderung leistet, wofür sie vorgenommen wurde.',
      'not-effective':
        'Ich habe anhand der genannten Nachweise geprüft, dass diese Änderung nicht leistet, wofür sie vorgenommen wurde. Was zu tun ist, ist eine eigene Änderung.',
    },
  },
  'Close the change': {
    title: 'Änderung abschließen',
    ask: 'Bitte lesen Sie, was aus der Änderung geworden ist, und schließen Sie sie ab.',
    decisions: { closed: 'Abschließen' },
    meanings: { closed: 'Ich habe die Dokumentation dieser Änderung gelesen und schließe sie ab.' },
  },
} satisfies Record<string, StepTexts>;

export const changeControl: typeof english = {
  facts: {
    caseTitle: 'Gegenstand',
    changeId: 'Änderung',
    changeClass: 'Klasse der Änderung',
    changeWhat: 'Was geändert wird',
    changeWhy: 'Warum',
    changeOf: 'Ändert',
    changeProposedBy: 'Vorgeschlagen von',
    changeImplementOn: 'Vorzunehmen am',
    changeRollback: 'Weg zurück',
    changeCheckUntil: 'Wirkung zu prüfen bis',
    impactRegulatory: 'Zulassung',
    impactValidation: 'Validierung',
    impactData: 'Daten',
    impactTraining: 'Schulung',
    impactPatients: 'Patientinnen und Patienten',
    changeApprovedBy: 'Genehmigt von',
    changeImplementedOn: 'Vorgenommen am',
    changeEffectiveness: 'Ergebnis der Prüfung',
    journeysConcerned: 'Laufende Behandlungen mit einer anderen Version',
    journeyConcerned: 'Geht weiter mit',
    journeysNotListed: 'Keine Behandlung nennt eine Version von',
  },
  fields: {
    impactRegulatory: 'Bedeutung für die Zulassung, oder dass es keine gibt',
    impactValidation: 'Bedeutung für die Validierung, oder dass es keine gibt',
    impactData: 'Bedeutung für Daten, oder dass es keine gibt',
    impactTraining: 'Wer darin geschult wird, oder dass es niemand wird',
    impactPatients: 'Bedeutung für laufende Behandlungen, oder dass es keine gibt',
    changeBecause: 'Warum',
    implementedOn: 'Vorgenommen am',
    changeEffectiveness: 'Was geprüft wurde, und was es zeigt',
  },
  classes: { minor: 'Geringfügig', major: 'Schwerwiegend', emergency: 'Notfall' },
  problems: {
    'before-it-was-approved': 'liegt vor dem Tag der Genehmigung.',
    'after-its-check':
      'liegt nach dem letzten Tag für die Prüfung der Wirkung: Ziehen Sie die Änderung zurück, und schlagen Sie sie neu vor.',
  },
};
