import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const manufacturing = {
  'Record acceptance by the maker': {
    title: 'Annahme durch den Hersteller',
    ask: 'Bitte dokumentieren Sie aus dem Dokument des Herstellers, ob er das Ausgangsmaterial angenommen hat.',
    decisions: { accepted: 'Angenommen', recollect: 'Abgelehnt: erneut entnehmen', ...stop },
    meanings: {
      accepted:
        'Ich habe aus dem Dokument des Herstellers dokumentiert, dass er das Ausgangsmaterial angenommen hat und das Produkt herstellt.',
      recollect:
        'Ich habe dokumentiert, dass der Hersteller das Ausgangsmaterial abgelehnt hat: Es muss erneut entnommen werden.',
      stopped:
        'Ich habe dokumentiert, dass der Hersteller das Ausgangsmaterial abgelehnt hat: Die Behandlung wird beendet.',
    },
  },
  'Follow the manufacture': {
    title: 'Herstellung verfolgen',
    ask: 'Bitte dokumentieren Sie jeden Meilenstein, den der Hersteller meldet, und wie die Herstellung endete.',
    decisions: { made: 'Hergestellt', failed: 'Fehlgeschlagen' },
    meanings: {
      made: 'Ich habe dokumentiert, dass der Hersteller das Produkt fertiggestellt und das Zertifikat angekündigt hat.',
      failed: 'Ich habe dokumentiert, dass die Herstellung fehlschlug oder vom Hersteller beendet wurde.',
      'record:milestone': 'Ich habe einen Meilenstein der Herstellung so dokumentiert, wie der Hersteller ihn meldete.',
    },
  },
  'Decide after a failed manufacture': {
    title: 'Nach Fehlherstellung entscheiden',
    ask: 'Bitte entscheiden Sie mit dem Hersteller und der interdisziplinären Konferenz, wie es weitergeht.',
    decisions: back,
    meanings: waysBack(
      'Ich habe nach der fehlgeschlagenen Herstellung mit dem Hersteller und der interdisziplinären Konferenz entschieden.',
    ),
  },
  'Check certificate': {
    title: 'Zertifikat prüfen',
    ask: 'Bitte prüfen Sie das Freigabezertifikat der Sachkundigen Person gegen Bestellung und Identitätskette.',
    decisions: { certified: 'Zertifikat in Ordnung', ...back },
    meanings: {
      certified:
        'Ich habe das Zertifikat dieser Charge mit Bestellung und Identitätskette und seine Ergebnisse mit ihren Grenzwerten verglichen.',
      ...waysBack('Ich habe die Unterlagen geprüft: Es gibt kein verwendbares Produkt.'),
    },
  },
} satisfies Record<string, StepTexts>;
