import type { StepName } from '../../../domain/vocabulary.ts';
import type { StepTexts } from '../en/steps.ts';
import { orderMatch } from './order-match.ts';

export const steps: Record<StepName, StepTexts> = {
  'Confirm eligibility': {
    title: 'Eignung bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Patientin oder der Patient für diese Behandlung geeignet ist.',
    decisions: { eligible: 'Geeignet', 'not-eligible': 'Nicht geeignet' },
    meanings: {
      eligible:
        'Ich bestätige den Beschluss der interdisziplinären Konferenz, dass diese Therapie indiziert ist und die Patientin oder der Patient dafür geeignet ist.',
      'not-eligible':
        'Ich bestätige den Beschluss der interdisziplinären Konferenz, dass diese Therapie nicht durchgeführt wird.',
    },
  },
  'Confirm consent': {
    title: 'Einwilligung bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Einwilligung vorliegt.',
    decisions: { consented: 'Eingewilligt', refused: 'Abgelehnt' },
    meanings: {
      consented:
        'Ich bestätige, dass die Einwilligung nach Aufklärung in meiner Gegenwart auf der genannten Formularversion erteilt wurde.',
      refused: 'Ich bestätige, dass in diese Therapie nicht eingewilligt wurde.',
    },
  },
  'Record apheresis': {
    title: 'Leukapherese dokumentieren',
    ask: 'Bitte dokumentieren Sie die Leukapherese und die Kennzeichen des Ausgangsmaterials.',
    decisions: { collected: 'Entnommen', recollect: 'Erneut entnehmen', stopped: 'Behandlung beenden' },
    meanings: {
      collected: 'Ich habe die Entnahme dokumentiert und ihre Etiketten mit der Person vor mir abgeglichen.',
      recollect:
        'Ich habe dokumentiert, dass diese Entnahme kein verwendbares Material ergeben hat und wiederholt werden muss.',
      stopped: 'Ich habe dokumentiert, dass die Entnahme und damit die Behandlung beendet wird.',
    },
  },
  'Check certificate': {
    title: 'Zertifikat prüfen',
    ask: 'Bitte prüfen Sie das Freigabezertifikat der Sachkundigen Person gegen Anforderung und Identitätskette.',
    decisions: {
      certified: 'Zertifikat in Ordnung',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
    meanings: {
      certified: 'Ich habe das Zertifikat dieser Charge mit Anforderung und Identitätskette verglichen.',
      remake: 'Ich habe die Unterlagen geprüft: Es gibt kein verwendbares Produkt, und es muss neu hergestellt werden.',
      recollect:
        'Ich habe die Unterlagen geprüft: Es gibt kein verwendbares Produkt, und Ausgangsmaterial muss erneut entnommen werden.',
      stopped: 'Ich habe die Unterlagen geprüft: Es gibt kein verwendbares Produkt, und die Behandlung wird beendet.',
    },
  },
  'Accept receipt': {
    title: 'Wareneingang prüfen',
    ask: 'Bitte prüfen Sie das gelieferte Produkt und entscheiden Sie über die Annahme.',
    decisions: {
      accepted: 'Annehmen',
      quarantined: 'In Quarantäne nehmen',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
    meanings: {
      accepted:
        'Ich habe die Lieferung geprüft, Etikett, Zertifikat und Identitätskette verglichen und nehme das Produkt an.',
      quarantined: 'Ich habe die Lieferung geprüft und das Produkt in Quarantäne genommen.',
      remake: 'Ich habe die Lieferung geprüft und nehme sie nicht an: Das Produkt muss neu hergestellt werden.',
      recollect:
        'Ich habe die Lieferung geprüft und nehme sie nicht an: Ausgangsmaterial muss erneut entnommen werden.',
      stopped: 'Ich habe die Lieferung geprüft und nehme sie nicht an: Die Behandlung wird beendet.',
    },
  },
  'Resolve quarantine': {
    title: 'Quarantäne auflösen',
    ask: 'Bitte entscheiden Sie über das Produkt in Quarantäne.',
    decisions: {
      accepted: 'Annehmen',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
    meanings: {
      accepted:
        'Ich habe das Produkt in Quarantäne, sein Etikett und die Befunde des Wareneingangs überprüft und gebe es aufgrund der schriftlichen Entscheidung des Herstellers frei.',
      remake: 'Ich habe die Quarantäne aufgelöst: Das Produkt wird nicht angenommen und muss neu hergestellt werden.',
      recollect:
        'Ich habe die Quarantäne aufgelöst: Das Produkt wird nicht angenommen, und Ausgangsmaterial muss erneut entnommen werden.',
      stopped: 'Ich habe die Quarantäne aufgelöst: Das Produkt wird nicht angenommen, und die Behandlung wird beendet.',
    },
  },
  ...orderMatch.steps,
  'Give the product': {
    title: 'Produkt verabreichen',
    ask: 'Bitte dokumentieren Sie jeden Punkt der Checkliste und danach die Verabreichung.',
    decisions: {
      given: 'Verabreicht',
      'partly-given': 'Teilweise verabreicht',
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
      defer:
        'Ich verschiebe die Verabreichung auf die genannte Zeit: Das Produkt wurde nicht aufgetaut, und vor der Verabreichung wird erneut über das GO entschieden.',
      remake: 'Ich bestätige, dass nichts vom Produkt verabreicht wurde: Es muss neu hergestellt werden.',
      recollect:
        'Ich bestätige, dass nichts vom Produkt verabreicht wurde: Ausgangsmaterial muss erneut entnommen werden.',
      stopped: 'Ich bestätige, dass nichts vom Produkt verabreicht wurde: Die Behandlung wird beendet.',
      'record:identity-checked-before-thaw':
        'Ich habe vor dem Auftauen die Identitätskette auf dem Produkt mit der Person verglichen, für die es bestimmt ist.',
      'record:thaw-started': 'Ich habe dokumentiert, wann das Auftauen des Produkts begann.',
      'record:thaw-ended': 'Ich habe dokumentiert, wann das Auftauen des Produkts endete.',
      'record:identity-checked': 'Ich habe die Identitätskette auf dem Produkt mit der Person vor mir verglichen.',
      'record:infusion-started': 'Ich habe dokumentiert, wann die Infusion begann.',
      'record:infusion-ended': 'Ich habe dokumentiert, wann die Infusion endete.',
    },
  },
  Discharge: {
    title: 'Entlassung dokumentieren',
    ask: 'Bitte dokumentieren Sie, wie der Aufenthalt geendet hat.',
    decisions: { discharged: 'Entlassen', died: 'Verstorben' },
    meanings: {
      discharged:
        'Ich habe die Patientin oder den Patienten nach der Akutüberwachung mit Patientenausweis und Anweisungen entlassen.',
      died: 'Ich habe dokumentiert, dass die Patientin oder der Patient vor der Entlassung verstorben ist.',
    },
  },
  'Record follow-up visit': {
    title: 'Nachsorgetermin dokumentieren',
    ask: 'Bitte dokumentieren Sie, ob der Nachsorgetermin stattgefunden hat.',
    decisions: {
      attended: 'Hat stattgefunden',
      missed: 'Versäumt',
      lost: 'Für die Nachsorge nicht mehr erreichbar',
      died: 'Verstorben',
    },
    meanings: {
      attended: 'Ich habe diesen Nachsorgetermin so dokumentiert, wie er stattgefunden hat.',
      missed: 'Ich habe dokumentiert, dass dieser Nachsorgetermin nicht stattgefunden hat.',
      lost: 'Ich habe dokumentiert, dass die Patientin oder der Patient für die Nachsorge nicht mehr erreichbar ist.',
      died: 'Ich habe dokumentiert, dass die Patientin oder der Patient verstorben ist.',
    },
  },
};
