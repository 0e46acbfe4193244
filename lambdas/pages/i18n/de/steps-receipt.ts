import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

export const receipt = {
  'Agree the delivery': {
    title: 'Lieferung vereinbaren',
    ask: 'Bitte vereinbaren Sie mit dem Hersteller das Lieferfenster, mit Annahmeperson und Lagerposition.',
    decisions: { agreed: 'Vereinbart', remake: 'Neu herstellen', ...stop },
    meanings: {
      agreed:
        'Ich habe dieses Lieferfenster mit dem Hersteller vereinbart: Eine geschulte Person nimmt an, und eine Lagerposition ist reserviert.',
      remake: 'Ich habe dokumentiert, dass dieses Produkt nicht geliefert wird: Es muss neu hergestellt werden.',
      stopped: 'Ich habe dokumentiert, dass dieses Produkt nicht geliefert werden soll: Die Behandlung wird beendet.',
    },
  },
  'Follow the delivery': {
    title: 'Lieferung verfolgen',
    ask: 'Bitte dokumentieren Sie Übergabe und Ankunft des Produkts aus den Begleitdokumenten.',
    decisions: { arrived: 'Angekommen', ...back },
    meanings: {
      arrived: 'Ich habe dokumentiert, dass die Sendung hier und ausgeladen ist.',
      ...waysBack('Ich habe dokumentiert, dass die Sendung unterwegs verloren ging oder verdarb.'),
      ...custodyMeanings,
    },
  },
  'Inspect the delivery': {
    title: 'Lieferung kontrollieren',
    ask: 'Bitte dokumentieren Sie, was Sie an der Lieferung feststellen, gut oder schlecht. Eine zweite Person beurteilt es.',
    decisions: { inspected: 'Kontrolliert' },
    meanings: {
      inspected: 'Ich habe die Lieferung kontrolliert und dokumentiert, was ich feststellte, gut oder schlecht.',
    },
  },
  'Accept receipt': {
    title: 'Wareneingang entscheiden',
    ask: 'Bitte vergleichen Sie als zweite Person Etikett, Zertifikat und Kontrolle und entscheiden Sie über die Annahme.',
    decisions: { accepted: 'Annehmen', quarantined: 'In Quarantäne nehmen', ...back },
    meanings: {
      accepted:
        'Ich habe als zweite Person Etikett, Zertifikat, Kontrolle und Identitätskette verglichen und nehme das Produkt an.',
      quarantined: 'Ich nehme das Produkt in Quarantäne: An der Lieferung ist etwas ungeklärt.',
      ...waysBack(
        'Ich nehme die Lieferung nicht an; sie geht zurück oder wird entsorgt, wie der Hersteller es bestimmt.',
      ),
    },
  },
  'Resolve quarantine': {
    title: 'Quarantäne auflösen',
    ask: 'Bitte entscheiden Sie über das Produkt in Quarantäne.',
    decisions: { accepted: 'Annehmen', ...back },
    meanings: {
      accepted:
        'Ich habe das Produkt in Quarantäne, sein Etikett und die Befunde des Wareneingangs überprüft und gebe es aufgrund der schriftlichen Entscheidung des Herstellers frei.',
      ...waysBack('Ich habe die Quarantäne aufgelöst: Das Produkt wird nicht angenommen.'),
    },
  },
  'Confirm receipt to the maker': {
    title: 'Eingang dem Hersteller bestätigen',
    ask: 'Bitte bestätigen Sie dem Hersteller, dass sein Produkt angekommen ist und angenommen wurde.',
    decisions: { confirmed: 'Bestätigt' },
    meanings: {
      confirmed: 'Ich habe dem Hersteller bestätigt, dass das Produkt angekommen ist und angenommen wurde.',
    },
  },
} satisfies Record<string, StepTexts>;
