import type { StepTexts } from '../en/step-texts.ts';
import { second, stop } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

const identified =
  'Ich habe vor der Entnahme zwei Identitätsmerkmale der Person und die Identitätskette mit den Etiketten verglichen.';

export const collection = {
  'Book the slots': {
    title: 'Termine buchen',
    ask: 'Bitte dokumentieren Sie die angebotenen Termine und buchen Sie Entnahme und Herstellung vor Ablauf der Reservierung.',
    decisions: { booked: 'Gebucht', 'slot-lost': 'Termine verfallen', reorder: 'Neu bestellen', ...stop },
    meanings: {
      booked:
        'Ich habe diese Termine mit dem Hersteller und der Apherese gebucht; die folgenden Termine sind der Plan.',
      'slot-lost': 'Ich habe dokumentiert, dass die angebotenen Termine verfallen sind: Neue müssen gefunden werden.',
      reorder:
        'Ich habe dokumentiert, dass eine Grundlage der Bestellung nicht mehr gilt: Es muss neu bestellt werden.',
      stopped: 'Ich habe dokumentiert, dass keine Termine gebucht werden: Die Behandlung wird beendet.',
      'record:slot-offered':
        'Ich habe die vom Hersteller angebotenen Termine dokumentiert, und bis wann er sie für uns reserviert.',
    },
  },
  'Check donor tests': {
    title: 'Infektionsmarker prüfen',
    ask: 'Bitte prüfen Sie die Infektionsmarker und wann ihre Probe entnommen wurde.',
    decisions: { tested: 'Geprüft', rebook: 'Neue Termine suchen', ...stop },
    meanings: {
      tested: 'Ich habe die Infektionsmarker geprüft, und dass die Probe in ihrem Zeitfenster liegt.',
      rebook:
        'Ich habe dokumentiert, dass die Probe außerhalb ihres Zeitfensters liegt oder fehlt: Neue Termine müssen gefunden werden.',
      stopped: 'Ich habe dokumentiert, dass die Marker diese Entnahme ausschließen: Die Behandlung wird beendet.',
    },
  },
  'Confirm readiness': {
    title: 'Entnahmebereitschaft bestätigen',
    ask: 'Bitte bestätigen Sie, ob die Entnahme am gebuchten Termin möglich ist.',
    decisions: { ready: 'Bereit', rebook: 'Neue Termine suchen', reorder: 'Neu bestellen', ...stop },
    meanings: {
      ready:
        'Ich bestätige, dass die Entnahme am gebuchten Termin möglich ist: Absetzfristen, Blutbild, Zugang und Set sind in Ordnung.',
      rebook:
        'Ich habe dokumentiert, dass die Entnahme an diesem Termin nicht möglich ist: Neue Termine müssen gefunden werden.',
      reorder:
        'Ich habe dokumentiert, dass eine Grundlage der Bestellung nicht mehr gilt: Es muss neu bestellt werden.',
      stopped: 'Ich habe dokumentiert, dass nicht entnommen wird: Die Behandlung wird beendet.',
    },
  },
  'Record apheresis': {
    title: 'Leukapherese dokumentieren',
    ask: 'Bitte prüfen Sie zu zweit die Identität und dokumentieren Sie dann die Leukapherese und ihre Kennzeichen.',
    decisions: { collected: 'Entnommen', rebook: 'Neue Termine suchen', recollect: 'Erneut entnehmen', ...stop },
    meanings: {
      collected: 'Ich habe die Entnahme und ihre Etiketten dokumentiert, und was mit dem Material in Berührung kam.',
      rebook: 'Ich habe dokumentiert, dass in diesem Termin nicht entnommen wird: Neue Termine müssen gefunden werden.',
      recollect:
        'Ich habe dokumentiert, dass diese Entnahme kein verwendbares Material ergeben hat und wiederholt werden muss.',
      stopped: 'Ich habe dokumentiert, dass die Entnahme und damit die Behandlung beendet wird.',
      'record:ready-again': 'Ich bestätige erneut, dass die Entnahme am Termin, wie er jetzt steht, möglich ist.',
      'record:patient-identified': identified,
      'record:patient-identified-second': second(identified),
    },
  },
  'Release the collection': {
    title: 'Entnahme freigeben',
    ask: 'Bitte prüfen Sie Ausbeute und Etiketten des Ausgangsmaterials und entscheiden Sie über die Freigabe.',
    decisions: {
      released: 'Freigeben',
      'released-under-target': 'Unter Zielwert freigeben',
      recollect: 'Erneut entnehmen',
      ...stop,
    },
    meanings: {
      released: 'Ich habe Ausbeute und Etiketten des Ausgangsmaterials geprüft und gebe es zum Versand frei.',
      'released-under-target':
        'Ich habe Etiketten und Ausbeute geprüft; die Ausbeute liegt unter dem Zielwert, und ich gebe aufgrund der schriftlichen Zustimmung des Herstellers frei.',
      recollect: 'Ich gebe dieses Material nicht frei: Es muss erneut entnommen werden.',
      stopped: 'Ich gebe dieses Material nicht frei: Die Behandlung wird beendet.',
    },
  },
  'Ship the starting material': {
    title: 'Ausgangsmaterial versenden',
    ask: 'Bitte dokumentieren Sie aus den Begleitdokumenten Übergabe und Ankunft des Ausgangsmaterials beim Hersteller.',
    decisions: { delivered: 'Beim Hersteller angekommen', recollect: 'Verloren: erneut entnehmen', ...stop },
    meanings: {
      delivered: 'Ich habe aus den Dokumenten dokumentiert, dass das Ausgangsmaterial den Hersteller erreicht hat.',
      recollect:
        'Ich habe dokumentiert, dass das Ausgangsmaterial verloren oder verdorben ist: Es muss erneut entnommen werden.',
      stopped:
        'Ich habe dokumentiert, dass das Ausgangsmaterial verloren oder verdorben ist: Die Behandlung wird beendet.',
      ...custodyMeanings,
    },
  },
} satisfies Record<string, StepTexts>;
