import type { StepTexts } from '../en/step-texts.ts';

export const followUp = {
  'Record follow-up visit': {
    title: 'Nachsorgetermin dokumentieren',
    ask: 'Bitte dokumentieren Sie, ob der Nachsorgetermin stattgefunden hat.',
    decisions: {
      attended: 'Hat stattgefunden',
      missed: 'Versäumt',
      lost: 'Für die Nachsorge nicht mehr erreichbar',
    },
    meanings: {
      attended: 'Ich habe diesen Nachsorgetermin so dokumentiert, wie er stattgefunden hat.',
      missed: 'Ich habe dokumentiert, dass dieser Nachsorgetermin nicht stattgefunden hat.',
      lost: 'Ich habe dokumentiert, dass die Patientin oder der Patient nach den genannten Versuchen für die Nachsorge nicht mehr erreichbar ist. Die Nachsorge ist damit nicht abgeschlossen.',
    },
  },
  'Report to the registry': {
    title: 'An das Register melden',
    ask: 'Bitte melden Sie diesen Termin an das Register.',
    decisions: { reported: 'Gemeldet', 'not-reported': 'Nicht gemeldet' },
    meanings: {
      reported: 'Ich habe diesen Termin an das Register gemeldet.',
      'not-reported': 'Ich habe dokumentiert, warum dieser Termin nicht an das Register gemeldet wird.',
    },
  },
  'Arrange the lifelong watch': {
    title: 'Lebenslange Kontrolle regeln',
    ask: 'Bitte regeln Sie, wer ab jetzt auf sekundäre Malignome achtet.',
    decisions: {
      arranged: 'Geregelt',
      'arranged-unreached': 'Geregelt, ohne die Patientin oder den Patienten zu informieren',
    },
    meanings: {
      arranged: 'Ich habe geregelt, wer lebenslang auf sekundäre Malignome achtet und wer bei Verdacht gerufen wird.',
      'arranged-unreached':
        'Ich habe geregelt, wer bei Verdacht auf ein sekundäres Malignom gerufen wird; die Patientin oder der Patient konnte aus dem genannten Grund nicht informiert werden.',
    },
  },
  'Stand everything down': {
    title: 'Alle Beteiligten abmelden',
    ask: 'Bitte sagen Sie allen, die auf diesen Behandlungsweg warten, dass er beendet ist.',
    decisions: { done: 'Alle informiert' },
    meanings: {
      done: 'Ich habe allen, die auf diesen Behandlungsweg warteten, gesagt, dass er beendet ist, und zurückgegeben, was gebucht war.',
    },
  },
  'Account for every container': {
    title: 'Verbleib der Behältnisse klären',
    ask: 'Bitte weisen Sie den Verbleib jedes nicht verabreichten Behältnisses nach, mit Beleg und Zeugin oder Zeuge, und den jeder Spende, aus der keine zertifizierte Charge hergestellt wurde.',
    decisions: { accounted: 'Verbleib vollständig' },
    meanings: {
      accounted:
        'Ich habe den Verbleib jedes nicht verabreichten Behältnisses dieses Behandlungswegs mit Beleg und Zeugin oder Zeuge nachgewiesen, und den jeder Spende, aus der keine zertifizierte Charge hergestellt wurde, mit Beleg.',
    },
  },
  'Close the course': {
    title: 'Behandlungsweg abschließen',
    ask: 'Bitte prüfen Sie die Dokumentation dieses Behandlungswegs und schließen Sie ihn ab.',
    decisions: { closed: 'Abschließen' },
    meanings: {
      closed:
        'Ich habe diesen Behandlungsweg geprüft: Der Verbleib der Behältnisse ist geklärt, Abweichungen sind bearbeitet oder verknüpft, und die Dokumentation ist vollständig.',
    },
  },
} satisfies Record<string, StepTexts>;
