import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const conditioning = {
  'Prescribe the product': {
    title: 'Produkt verordnen',
    ask: 'Bitte verordnen Sie das Produkt, mit Konditionierung und Tag 0 wie geplant.',
    decisions: { prescribed: 'Verordnen', ...back },
    meanings: {
      prescribed:
        'Ich verordne diese Behältnisse des angenommenen Produkts, mit Konditionierung und Tag 0 wie geplant.',
      ...waysBack('Ich verordne dieses Produkt nicht: Es ist nicht verwendbar.'),
    },
  },
  'Verify the prescription': {
    title: 'Verordnung prüfen',
    ask: 'Bitte prüfen Sie als zweite Person die Verordnung und reservieren Sie die Notfallmedikation.',
    decisions: { verified: 'Geprüft', represcribe: 'Neu verordnen', ...stop },
    meanings: {
      verified:
        'Ich habe die Verordnung gegen Produkt, Gewicht und Protokoll geprüft und die Notfallmedikation reserviert.',
      represcribe: 'Ich habe eine Abweichung gefunden: Das Produkt muss neu verordnet werden.',
      stopped: 'Ich habe festgestellt, dass dieses Produkt nicht verabreicht werden darf: Die Behandlung wird beendet.',
    },
  },
  'Give GO for conditioning': {
    title: 'GO zur Konditionierung',
    ask: 'Bitte entscheiden Sie, ob die Konditionierung beginnt.',
    decisions: { go: 'GO', 'go-without-conditioning': 'GO ohne Konditionierung', defer: 'Verschieben', ...back },
    meanings: {
      go: 'Ich bestätige, dass die Patientin oder der Patient behandlungsfähig ist und Produkt und Notfallmedikation verfügbar sind: Die Konditionierung darf beginnen.',
      'go-without-conditioning':
        'Ich bestätige, dass die Patientin oder der Patient behandlungsfähig ist und die Konditionierung nach der Regel der Fachinformation entfällt.',
      defer:
        'Ich verschiebe die Behandlung auf die genannte Zeit: Es wird nichts verabreicht, bevor erneut entschieden ist.',
      ...waysBack('Ich erteile kein GO: Das Produkt ist nicht verwendbar.'),
    },
  },
  'Start conditioning': {
    title: 'Konditionierung beginnen',
    ask: 'Bitte prüfen Sie, dass das GO noch gilt, und dokumentieren Sie dann die erste Gabe der Konditionierung.',
    decisions: {
      started: 'Begonnen',
      'started-without-go': 'Ohne gültiges GO begonnen',
      'go-lapsed': 'GO gilt nicht mehr',
      ...stop,
    },
    meanings: {
      started: 'Ich habe geprüft, dass das GO gilt, und die Konditionierung wie verordnet begonnen.',
      'started-without-go': 'Ich habe dokumentiert, dass die Konditionierung begonnen wurde, obwohl kein GO galt.',
      'go-lapsed':
        'Ich habe dokumentiert, dass das GO nicht mehr gilt: Es muss vor der Konditionierung neu erteilt werden.',
      stopped: 'Ich habe dokumentiert, dass die Konditionierung nicht beginnt: Die Behandlung wird beendet.',
    },
  },
  'Complete conditioning': {
    title: 'Konditionierung abschließen',
    ask: 'Bitte dokumentieren Sie die Konditionierung, wie sie gegeben wurde, und wann die letzte Gabe endete.',
    decisions: { completed: 'Abgeschlossen', ...back, recondition: 'Abgebrochen: neu entscheiden' },
    meanings: {
      completed: 'Ich habe die Konditionierung dokumentiert, wie sie gegeben wurde, und wann ihre letzte Gabe endete.',
      ...waysBack('Ich habe dokumentiert, dass die Konditionierung abgebrochen wurde.'),
      recondition:
        'Ich habe dokumentiert, dass die Konditionierung abgebrochen wurde und neu über sie zu entscheiden ist.',
    },
  },
} satisfies Record<string, StepTexts>;
