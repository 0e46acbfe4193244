import type { StepTexts } from '../en/step-texts.ts';
import { back, second, waysBack } from './common-decisions.ts';

const beforeThaw =
  'Ich habe vor dem Auftauen dieses Behältnisses Identitätskette, Charge, Verfall und Behältnis mit der Verordnung verglichen.';
const atBedside =
  'Ich habe Identitätskette, Charge, Verfall und Behältnis mit der Person vor mir verglichen, nach ihren eigenen Angaben und ihrem Armband.';

const tocilizumab = {
  'record:tocilizumab-given':
    'Ich habe eine Gabe von Tocilizumab dokumentiert; eine weitere muss in der Zeit der Fachinformation verfügbar sein.',
  'record:tocilizumab-resupplied':
    'Ich habe dokumentiert, dass eine weitere Dosis Tocilizumab für diese Person verfügbar ist.',
};

export const treatment = {
  'Give GO for thaw': {
    title: 'GO zum Auftauen',
    ask: 'Bitte beurteilen Sie jetzt den Zustand und entscheiden Sie, ob aufgetaut werden darf.',
    decisions: { go: 'GO', defer: 'Verschieben', recondition: 'Über Konditionierung neu entscheiden', ...back },
    meanings: {
      go: 'Ich habe den Zustand jetzt beurteilt: behandlungsfähig, Zugang offen, Team und Notfallmedikation bereit. Das Auftauen darf beginnen.',
      defer: 'Ich verschiebe die Behandlung auf die genannte Zeit: Das Produkt bleibt gefroren.',
      recondition:
        'Ich habe dokumentiert, dass das Zeitfenster nach der Konditionierung verstrichen ist oder verstreichen wird: Über die Konditionierung wird neu entschieden.',
      ...waysBack('Ich erteile kein GO: Das Produkt ist nicht verwendbar.'),
    },
  },
  'Confirm GO for thaw': {
    title: 'GO zum Auftauen bestätigen',
    ask: 'Bitte bestätigen Sie das GO als zweite Person, oder lehnen Sie es ab.',
    decisions: { go: 'GO bestätigt', 'no-go': 'Kein GO' },
    meanings: {
      go: 'Ich bestätige als zweite Person, dass Produkt, Gerät, Team und Dokumente bereit sind: Das Auftauen darf beginnen.',
      'no-go': 'Ich bestätige das GO nicht: Es muss neu erteilt werden.',
    },
  },
  'Give the product': {
    title: 'Produkt verabreichen',
    ask: 'Bitte dokumentieren Sie jeden Punkt der Checkliste und danach die Verabreichung.',
    decisions: {
      given: 'Verabreicht',
      'partly-given': 'Teilweise verabreicht',
      'go-lapsed': 'Nicht aufgetaut: GO gilt nicht mehr',
      defer: 'Nicht aufgetaut: verschieben',
      remake: 'Nicht verabreicht: neu herstellen',
      recollect: 'Nicht verabreicht: erneut entnehmen',
      stopped: 'Nicht verabreicht: Behandlung beenden',
    },
    meanings: {
      given:
        'Ich war für die hier dokumentierte Verabreichung verantwortlich, und die ganze vorgesehene Dosis wurde verabreicht.',
      'partly-given':
        'Ich war für die hier dokumentierte Verabreichung verantwortlich, und nur ein Teil der vorgesehenen Dosis wurde verabreicht.',
      'go-lapsed':
        'Ich habe dokumentiert, dass das GO nicht mehr gilt und nichts aufgetaut wurde: Es muss neu erteilt werden.',
      defer:
        'Ich verschiebe die Verabreichung auf die genannte Zeit: Das Produkt wurde nicht aufgetaut, und vor der Verabreichung wird erneut über das GO entschieden.',
      ...waysBack('Ich bestätige, dass nichts vom Produkt verabreicht wurde.'),
      'record:premedication-given': 'Ich habe dokumentiert, wann die Prämedikation gegeben wurde.',
      'record:reaction':
        'Ich habe eine Reaktion während oder nach der Infusion dokumentiert, und was dagegen getan wurde.',
      'record:identity-checked-before-thaw': beforeThaw,
      'record:identity-checked-before-thaw-second': second(beforeThaw),
      'record:removed-from-storage': 'Ich habe dokumentiert, wann dieses Behältnis aus dem Lager genommen wurde.',
      'record:thaw-started': 'Ich habe dokumentiert, wann das Auftauen dieses Behältnisses begann.',
      'record:thaw-ended': 'Ich habe dokumentiert, wann das Auftauen dieses Behältnisses endete.',
      'record:inspected-after-thaw':
        'Ich habe dieses Behältnis nach dem Auftauen kontrolliert und dokumentiert, was ich sah.',
      'record:identity-checked': atBedside,
      'record:identity-checked-second': second(atBedside),
      'record:infusion-started': 'Ich habe dokumentiert, wann die Infusion dieses Behältnisses begann.',
      'record:infusion-ended': 'Ich habe dokumentiert, wann die Infusion dieses Behältnisses endete.',
    },
  },
  'Monitor the patient': {
    title: 'Akutüberwachung',
    ask: 'Bitte dokumentieren Sie, was während der Akutüberwachung beurteilt wurde, jede Gabe von Tocilizumab und das Ende.',
    decisions: { completed: 'Überwachung abgeschlossen' },
    meanings: {
      completed:
        'Ich habe dokumentiert, dass die Akutüberwachung so lange erfolgte, wie das Protokoll es verlangt, mit den höchsten beobachteten Graden.',
      'record:observation': 'Ich habe die Grade dokumentiert, wie sie am Bett beurteilt wurden.',
      ...tocilizumab,
    },
  },
  Discharge: {
    title: 'Entlassung dokumentieren',
    ask: 'Bitte dokumentieren Sie, wie der Aufenthalt geendet hat.',
    decisions: { discharged: 'Entlassen' },
    meanings: {
      discharged:
        'Ich habe die Patientin oder den Patienten nach der Akutüberwachung entlassen, mit Patientenausweis, Betreuungsperson und Anweisungen.',
      ...tocilizumab,
    },
  },
  'Send the discharge letter': {
    title: 'Entlassbrief senden',
    ask: 'Bitte senden Sie den Entlassbrief an Hausarztpraxis und zuweisende Stelle.',
    decisions: { sent: 'Gesendet' },
    meanings: {
      sent: 'Ich habe den Entlassbrief an Hausarztpraxis und zuweisende Stelle gesendet.',
      ...tocilizumab,
    },
  },
  'End the proximity period': {
    title: 'Zeit in Kliniknähe beenden',
    ask: 'Bitte sprechen Sie mit der Patientin oder dem Patienten über das Ende der Zeit in Kliniknähe.',
    decisions: { ended: 'Beendet' },
    meanings: {
      ended:
        'Ich habe mit der Patientin oder dem Patienten gesprochen: Die Zeit in Kliniknähe ist vorbei, und es ist bekannt, was weiter gilt.',
      ...tocilizumab,
    },
  },
} satisfies Record<string, StepTexts>;
