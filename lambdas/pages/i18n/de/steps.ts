import type { StepName } from '../../../domain/vocabulary.ts';
import type { StepTexts } from '../en/steps.ts';

export const steps: Record<StepName, StepTexts> = {
  'Confirm eligibility': {
    title: 'Eignung bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Patientin oder der Patient für diese Behandlung geeignet ist.',
    meaning:
      'Ich bestätige den Beschluss der interdisziplinären Konferenz zu Indikation und Eignung für diese Therapie.',
    decisions: { eligible: 'Geeignet', 'not-eligible': 'Nicht geeignet' },
  },
  'Confirm consent': {
    title: 'Einwilligung bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Einwilligung vorliegt.',
    meaning:
      'Ich bestätige, dass die Einwilligung nach Aufklärung in meiner Gegenwart auf der genannten Formularversion erteilt wurde.',
    decisions: { consented: 'Eingewilligt', refused: 'Abgelehnt' },
  },
  'Record apheresis': {
    title: 'Leukapherese dokumentieren',
    ask: 'Bitte dokumentieren Sie die Leukapherese und die Kennzeichen des Ausgangsmaterials.',
    meaning: 'Ich habe die Entnahme dokumentiert und ihre Etiketten mit der Person vor mir abgeglichen.',
    decisions: { collected: 'Entnommen', recollect: 'Erneut entnehmen', stopped: 'Behandlung beenden' },
  },
  'Check certificate': {
    title: 'Zertifikat prüfen',
    ask: 'Bitte prüfen Sie das Freigabezertifikat der Sachkundigen Person gegen Anforderung und Identitätskette.',
    meaning: 'Ich habe das Zertifikat dieser Charge mit Anforderung und Identitätskette verglichen.',
    decisions: {
      certified: 'Zertifikat in Ordnung',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
  },
  'Accept receipt': {
    title: 'Wareneingang prüfen',
    ask: 'Bitte prüfen Sie das gelieferte Produkt und entscheiden Sie über die Annahme.',
    meaning: 'Ich habe die Lieferung geprüft und Etikett, Zertifikat und Identitätskette verglichen.',
    decisions: {
      accepted: 'Annehmen',
      quarantined: 'In Quarantäne nehmen',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
  },
  'Resolve quarantine': {
    title: 'Quarantäne auflösen',
    ask: 'Bitte entscheiden Sie über das Produkt in Quarantäne.',
    meaning: 'Ich habe die Quarantäne aufgrund der schriftlichen Entscheidung des Herstellers aufgelöst.',
    decisions: {
      accepted: 'Annehmen',
      remake: 'Neu herstellen',
      recollect: 'Erneut entnehmen',
      stopped: 'Behandlung beenden',
    },
  },
  'Give GO': {
    title: 'GO erteilen',
    ask: 'Bitte entscheiden Sie, ob die Behandlung stattfindet.',
    meaning:
      'Ich bestätige, dass die Patientin oder der Patient jetzt behandlungsfähig ist und das angenommene Produkt bereitsteht.',
    decisions: { go: 'GO', defer: 'Verschieben', stopped: 'Behandlung beenden' },
  },
  'Give the product': {
    title: 'Produkt verabreichen',
    ask: 'Bitte dokumentieren Sie jeden Punkt der Checkliste und danach die Verabreichung.',
    meaning: 'Ich war für die hier dokumentierte Verabreichung verantwortlich.',
    decisions: { given: 'Verabreicht', 'partly-given': 'Teilweise verabreicht', 'not-given': 'Nicht verabreicht' },
  },
  Discharge: {
    title: 'Entlassung dokumentieren',
    ask: 'Bitte dokumentieren Sie, wie der Aufenthalt geendet hat.',
    meaning:
      'Ich habe die Patientin oder den Patienten nach der Akutüberwachung mit Patientenausweis und Anweisungen entlassen.',
    decisions: { discharged: 'Entlassen', died: 'Verstorben' },
  },
  'Record follow-up visit': {
    title: 'Nachsorgetermin dokumentieren',
    ask: 'Bitte dokumentieren Sie, ob der Nachsorgetermin stattgefunden hat.',
    meaning: 'Ich habe diesen Nachsorgetermin dokumentiert, oder dass er nicht stattgefunden hat.',
    decisions: {
      attended: 'Hat stattgefunden',
      missed: 'Versäumt',
      lost: 'Für die Nachsorge nicht mehr erreichbar',
      died: 'Verstorben',
    },
  },
};
