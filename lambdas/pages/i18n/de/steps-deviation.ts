import type { StepTexts } from '../en/step-texts.ts';

export const ofDeviations = {
  'Triage the deviation': {
    title: 'Abweichung einstufen',
    ask: 'Bitte lesen Sie, was gefunden wurde, bestätigen oder ändern Sie die Klasse, und dokumentieren Sie, was sofort getan wurde und welche Behältnisse gesperrt sind.',
    decisions: { investigate: 'Untersuchen', closed: 'Geringfügig: abschließen' },
    meanings: {
      investigate:
        'Ich habe diese Abweichung eingestuft: ihre Klasse wie gezeigt oder von mir geändert, was sofort getan wurde, und welche Behältnisse bis zur Entscheidung gesperrt sind. Sie wird untersucht.',
      closed: 'Ich habe diese Abweichung als geringfügig eingestuft: Aus dem genannten Grund ist nichts weiter zu tun.',
    },
  },
  'Investigate the deviation': {
    title: 'Abweichung untersuchen',
    ask: 'Bitte untersuchen Sie die Abweichung innerhalb von 30 Tagen: ihre Grundursache und ihre Bedeutung für Produkt und Patientin oder Patient.',
    decisions: { investigated: 'Untersucht' },
    meanings: {
      investigated:
        'Ich habe diese Abweichung untersucht: ihre Grundursache und ihre Bedeutung für Produkt und Patientin oder Patient.',
    },
  },
  'Decide on the deviation': {
    title: 'Über die Abweichung entscheiden',
    ask: 'Bitte lesen Sie die Untersuchung und entscheiden Sie: was mit dem Material geschieht, wer informiert wird, und ob eine CAPA nötig ist.',
    decisions: { 'no-capa': 'Entschieden, keine CAPA', capa: 'Entschieden, CAPA nötig', again: 'Erneut untersuchen' },
    meanings: {
      'no-capa':
        'Ich habe über diese Abweichung entschieden und sie den Genannten gemeldet. Eine Korrektur- oder Vorbeugemaßnahme ist nicht nötig.',
      capa: 'Ich habe über diese Abweichung entschieden und sie den Genannten gemeldet. Die genannten Korrektur- und Vorbeugemaßnahmen sind nötig.',
      again: 'Ich nehme die Untersuchung nicht an: Die Abweichung wird erneut eingestuft und untersucht.',
    },
  },
  'Plan the CAPA': {
    title: 'CAPA planen',
    ask: 'Bitte planen Sie die Korrektur- und Vorbeugemaßnahmen: was getan wird, wer zuständig ist, und bis wann.',
    decisions: { planned: 'Geplant' },
    meanings: {
      planned:
        'Ich habe die Korrektur- und Vorbeugemaßnahmen geplant: was getan wird, wer zuständig ist, und bis wann.',
    },
  },
  'Check that the CAPA works': {
    title: 'Wirksamkeit der CAPA prüfen',
    ask: 'Bitte prüfen Sie anhand von Nachweisen, ob die Korrektur- und Vorbeugemaßnahmen eine Wiederholung verhindern.',
    decisions: { effective: 'Wirksam', 'not-effective': 'Nicht wirksam' },
    meanings: {
      effective:
        'Ich habe geprüft, was die Korrektur- und Vorbeugemaßnahmen bewirkt haben: Nach dem genannten Nachweis ist es nicht wieder geschehen.',
      'not-effective':
        'Ich habe geprüft, was die Korrektur- und Vorbeugemaßnahmen bewirkt haben: Sie werden neu geplant.',
    },
  },
} satisfies Record<string, StepTexts>;
