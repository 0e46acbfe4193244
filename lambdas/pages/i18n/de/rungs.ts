import type { rungs as english } from '../en/rungs.ts';
import { urgent } from './urgent.ts';

export const rungs: typeof english = {
  asked: { subject: 'bitte unterzeichnen', why: 'Dieser Schritt ist jetzt offen und wartet auf Sie.' },
  half: { subject: 'halbe Frist vorbei', why: 'Die Hälfte der Frist für diesen Schritt ist vorbei.' },
  nearly: { subject: 'bald fällig', why: 'Die Frist für diesen Schritt ist fast abgelaufen.' },
  due: { subject: 'jetzt fällig', why: 'Dieser Schritt ist jetzt fällig.' },
  overdue: {
    subject: 'überfällig',
    why: 'Dieser Schritt ist überfällig. Er wartet weiter auf eine Entscheidung und wurde eskaliert.',
  },
  weekly: { subject: 'wartet noch', why: 'Dieser Schritt wartet noch. Sie werden einmal pro Woche erinnert.' },
  monthly: { subject: 'wartet noch', why: 'Dieser Schritt wartet noch. Sie werden einmal im Monat erinnert.' },
  expiry: { subject: 'Produkt verfällt bald', why: 'Das Produkt verfällt bald.' },
  expired: {
    subject: 'Produkt verfallen',
    why: 'Das Produkt hat sein Verfalldatum erreicht und darf nicht freigegeben werden. Verworfen wird nichts, bis eine verantwortliche Person entscheidet.',
  },
  'in-use': {
    subject: 'Aufbrauchfrist vorbei',
    why: 'Die Aufbrauchfrist des Produkts ist vorbei. Das Behältnis ist gesperrt, bis eine verantwortliche Person entscheidet.',
  },
  'in-use-ends': {
    subject: 'Aufbrauchfrist knapp',
    why: 'Die Aufbrauchfrist eines Behältnisses endet in wenigen Minuten. Bitte verabreichen Sie es jetzt, oder entscheiden Sie, was mit ihm geschieht.',
  },
  'slot-hold-ends-soon': {
    subject: 'Reservierung endet bald',
    why: 'Die Reservierung der angebotenen Termine durch den Hersteller endet in einem Tag oder etwas später, wenn geschlossene Tage dazwischen liegen. Bitte buchen Sie sie, oder bitten Sie um eine längere Reservierung.',
  },
  'slot-hold-ended': {
    subject: 'Reservierung beendet',
    why: 'Die Reservierung der Termine durch den Hersteller ist beendet. Bitte klären Sie, ob sie noch gebucht werden können.',
  },
  'slot-in-3-days': {
    subject: 'Entnahme in etwa 3 Tagen',
    why: 'Die gebuchte Entnahme ist in drei Tagen oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'slot-tomorrow': {
    subject: 'Entnahme in etwa 1 Tag',
    why: 'Die gebuchte Entnahme ist in einem Tag oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'readiness-again': {
    subject: 'erneut bestätigen',
    why: 'Der Termin wurde verschoben, nachdem die Entnahmebereitschaft bestätigt war. Bitte bestätigen Sie sie für den jetzigen Termin erneut, oder suchen Sie neue Termine.',
  },
  'sample-too-old': {
    subject: 'Infektionsmarker zu alt',
    why: 'Der Termin wurde verschoben, und die Probe der Infektionsmarker ist dafür zu alt. Bitte suchen Sie neue Termine: Die Marker werden dann erneut gefragt.',
  },
  'shipment-hold-ends': {
    subject: 'Transportgrenze nah',
    why: 'Der Transportbehälter ist noch einen Tag qualifiziert, und es ist keine Ankunft dokumentiert. Bitte fragen Sie jetzt beim Transporteur nach.',
  },
  'ready-in-a-week': {
    subject: 'fertig in etwa 1 Woche',
    why: 'Das Produkt ist voraussichtlich in einer Woche fertig oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'maker-silent': {
    subject: 'Hersteller schweigt',
    why: 'Seit längerer Zeit ist kein Meilenstein dokumentiert. Bitte fragen Sie beim Hersteller nach dem Stand.',
  },
  'delivery-in-2-days': {
    subject: 'Ankunft in etwa 2 Tagen',
    why: 'Die vereinbarte Lieferung ist in zwei Tagen oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'delivery-tomorrow': {
    subject: 'Ankunft in etwa 1 Tag',
    why: 'Die vereinbarte Lieferung ist in einem Tag oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'arrival-late': {
    subject: 'Sendung verspätet',
    why: 'Der Transporteur erwartet die Sendung mehr als vier Stunden später als vereinbart oder nach Ende der Qualifizierung ihres Transportbehälters. Bitte stellen Sie sicher, dass jemand sie annimmt, und fragen Sie beim Hersteller nach, wenn der Behälter nicht so lange reicht.',
  },
  'no-scan': {
    subject: 'Ankunft fehlt',
    why: 'Die Sendung sollte vor zwei Stunden angekommen sein, und keine Ankunft ist dokumentiert. Bitte fragen Sie beim Transporteur nach, wo sie ist, und dokumentieren Sie, wann sie nun erwartet wird.',
  },
  'leaves-tomorrow': {
    subject: 'Abgang in etwa 1 Tag',
    why: 'Das Ausgangsmaterial muss in einem Tag oder etwas später, wenn geschlossene Tage dazwischen liegen, abgehen. Bitte stellen Sie sicher, dass Transportbehälter und Transporteur bereit sind.',
  },
  'must-leave': {
    subject: 'Abgang überfällig',
    why: 'Das Ausgangsmaterial musste bis jetzt abgehen, und keine Übergabe ist dokumentiert. Bitte dokumentieren Sie sie, wenn es abgegangen ist; sonst fragen Sie beim Hersteller nach, ob das Material noch verwendet werden kann.',
  },
  'acceptance-overdue': {
    subject: 'Annahme überfällig',
    why: 'Die Zeit, in der ein eingetroffenes Produkt angenommen, in Quarantäne gestellt oder abgelehnt wird, ist vorbei, und nichts ist entschieden.',
  },
  'visit-window': {
    subject: 'Termin steht noch aus',
    why: 'Dieser Nachsorgetermin ist nicht dokumentiert, und sein Zeitfenster endet am unten genannten Datum. Bitte stellen Sie sicher, dass er vereinbart ist.',
  },
  'documents-pending': {
    subject: 'Dokumente fehlen noch',
    why: 'Dokumente, die bei der Ankunft fehlten, liegen noch nicht vor. Bitte fordern Sie sie beim Hersteller an.',
  },
  'conditioning-in-3-days': {
    subject: 'Beginn in etwa 3 Tagen',
    why: 'Die Konditionierung ist in drei Tagen geplant oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'conditioning-in-5-days': {
    subject: 'Beginn in etwa 5 Tagen',
    why: 'Die Konditionierung ist in fünf Tagen geplant oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'go-ends': {
    subject: 'GO gilt nicht mehr',
    why: 'Das GO ist abgelaufen. Es wird neu erteilt, bevor etwas beginnt.',
  },
  'window-ends-in-2-days': {
    subject: 'Fenster noch etwa 2 Tage',
    why: 'Das Zeitfenster nach der Konditionierung endet in zwei Tagen oder etwas später, wenn geschlossene Tage dazwischen liegen. Danach wird über die Konditionierung neu entschieden.',
  },
  'window-ends-tomorrow': {
    subject: 'Fenster noch etwa 1 Tag',
    why: 'Das Zeitfenster nach der Konditionierung endet in einem Tag oder etwas später, wenn geschlossene Tage dazwischen liegen. Danach wird über die Konditionierung neu entschieden.',
  },
  'window-ended': {
    subject: 'Fenster beendet',
    why: 'Das Zeitfenster nach der Konditionierung ist beendet. Das Produkt darf nicht zum Auftauen freigegeben werden; über die Konditionierung wird neu entschieden.',
  },
  'observation-due': {
    subject: 'Beobachtung fällig',
    why: 'Eine Beobachtung, die die Fachinformation verlangt, ist jetzt fällig und noch nicht dokumentiert. Bitte untersuchen Sie die Patientin oder den Patienten und dokumentieren Sie die Grade.',
  },
  'observation-missed': {
    subject: 'Beobachtung fehlt',
    why: 'Eine Beobachtung war vor Stunden fällig und ist nicht dokumentiert. Bitte stellen Sie sicher, dass die Patientin oder der Patient jetzt gesehen wird, und dokumentieren Sie die Grade.',
  },
  'tocilizumab-resupply': {
    subject: 'Tocilizumab fehlt',
    why: 'Eine Dosis Tocilizumab wurde gegeben, und in der Zeit der Fachinformation ist keine weitere als verfügbar dokumentiert.',
  },
  'proximity-ends-in-2-days': {
    subject: 'endet in etwa 2 Tagen',
    why: 'Die Zeit, in der die Patientin oder der Patient in Kliniknähe bleibt, endet in zwei Tagen oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  'reassessment-in-2-days': {
    subject: 'fällig in etwa 2 Tagen',
    why: 'Die Patientin oder der Patient sollte in den nächsten zwei Tagen erneut gesehen werden, oder etwas später, wenn geschlossene Tage dazwischen liegen.',
  },
  resent: {
    subject: 'erneut gesendet',
    why: 'Diese E-Mail wurde auf Wunsch erneut gesendet. Frühere Links gelten weiter.',
  },
  reissued: {
    subject: 'neuer Link',
    why: 'Dies ist ein neuer Link. Frühere Links zu diesem Schritt gelten nicht mehr.',
  },
  reassigned: { subject: 'an Sie übergeben', why: 'Dieser Schritt wurde an Sie übergeben.' },
  extended: { subject: 'neue Frist', why: 'Die Frist dieses Schritts wurde geändert.' },
  released: {
    subject: 'Halt aufgehoben',
    why: 'Der Halt dieses Behandlungswegs wurde aufgehoben. Der Schritt kann wieder unterzeichnet werden.',
  },
  unseen: urgent.unseen,
};
