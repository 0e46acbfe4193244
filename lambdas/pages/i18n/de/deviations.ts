import type {
  deviations as english,
  notNeeded as englishNotNeeded,
  reports as englishReports,
} from '../en/deviations.ts';

export const deviations: typeof english = {
  'in-use-exceeded': 'Aufbrauchfrist überschritten',
  'given-after-expiry': 'Produkt nach Ablauf der Verwendbarkeit verabreicht',
  'given-outside-window': 'Produkt außerhalb des Zeitfensters nach der Konditionierung verabreicht',
  'bedside-order': 'Ereignisse am Bett in anderer Reihenfolge als vorgeschrieben',
  'bedside-incomplete': 'Verabreicht, ohne dass jedes Ereignis am Bett dokumentiert ist',
  premedication: 'Prämedikation ausgelassen oder nicht zu ihrer Zeit',
  'wrong-container': 'Ein nicht verordnetes Behältnis wurde entnommen, aufgetaut oder infundiert',
  'defect-after-thaw':
    'Behältnis nach dem Auftauen undicht oder verklumpt; der Hersteller ist am selben Tag zu informieren',
  'thawed-before-the-one-before-was-given': 'Behältnis aufgetaut, bevor das vorige verabreicht war',
  'recorded-while-held': 'Dokumentiert, während der Behandlungsweg angehalten war',
  'against-no-death-reported': 'Durchgeführt, während ein gemeldeter Tod bestätigt wurde',
  'against-consent-stands': 'Durchgeführt trotz widerrufener Einwilligung',
  'against-no-mismatch-open': 'Durchgeführt bei offener Identitätsabweichung',
  'against-go-stands-thaw': 'Aufgetaut, obwohl kein GO galt',
  'against-go-stands-conditioning': 'Konditionierung begonnen, obwohl kein GO galt',
  'against-not-flagged-do-not-thaw': 'Aufgetaut oder infundiert trotz Sperrvermerk „Nicht auftauen“',
  'against-not-flagged-do-not-condition': 'Konditionierung begonnen trotz Sperrvermerk „Nicht konditionieren“',
  'against-not-flagged-do-not-ship': 'Versendet trotz Sperrvermerk „Nicht versenden“',
  'against-donor-tests-in-window': 'Entnommen, obwohl die Probe der Infektionsmarker zu alt war',
  'against-custody-seal': 'Siegel der Sendung bei Ankunft nicht unversehrt',
  'against-custody-temperature': 'Sendung außerhalb ihres Temperaturbereichs',
  'against-custody-qualification': 'Sendung nach Ende der Qualifizierung ihres Transportbehälters angekommen',
  'against-custody-departure': 'Material später abgegangen, als die Freigabe erlaubt',
  'against-custody-contents': 'Andere Behältnisse übergeben als erwartet',
  'against-monitored-long-enough': 'Akutüberwachung früher beendet, als die Fachinformation verlangt',
  'against-near-long-enough': 'Zeit in Kliniknähe früher beendet, als die Fachinformation verlangt',
  'against-told-to-stay-near': 'Mit zu kurzer Zeit in Kliniknähe entlassen',
  'against-told-not-to-drive': 'Mit zu kurzem Fahrverbot entlassen',
  'conditioning-without-go': 'Konditionierung ohne GO begonnen',
  'partial-dose': 'Nur ein Teil der Dosis verabreicht',
  'late-test-failed': 'Eine bei der Zertifizierung ausstehende Prüfung ist nicht bestanden',
  'identity-not-resolved': 'Eine Identitätsabweichung war nicht zu klären',
  excursion: 'Abweichung gemeldet (Temperatur, Zeit oder Unversehrtheit)',
  'identity-mismatch': 'Identitätsabweichung gemeldet',
};

export const reports: typeof englishReports = {
  excursion: 'Abweichung bei Temperatur, Zeit oder Unversehrtheit',
  'identity-mismatch': 'Kennzeichen stimmen nicht überein',
  'flags-raised': 'Sperrvermerk setzen: nicht versenden, konditionieren oder auftauen',
  'consent-withdrawn': 'Einwilligung widerrufen',
  death: 'Tod der Patientin oder des Patienten',
  'dates-moved': 'Termine verschoben',
  'storage-moved': 'Behältnisse umgelagert',
  'partner-id': 'Kennzeichen eines Partners',
};

export const notNeeded: typeof englishNotNeeded = {
  'still-counts-from-before': 'Was vorher unterzeichnet wurde, gilt weiter.',
  'made-again-from-kept-material': 'Das Produkt wird aus beim Hersteller aufbewahrtem Material neu hergestellt.',
  'nothing-is-booked': 'Es ist nichts gebucht, das zurückzugeben wäre.',
  'every-container-accounted': 'Der Verbleib jedes Behältnisses ist geklärt.',
  'follow-up-goes-on': 'Die Dokumentation wird am Ende der Nachsorge geprüft.',
  'no-consent-to-registry': 'In das Register wurde nicht eingewilligt.',
  'not-on-the-registry-track': 'Für diesen Termin ist keine Registermeldung fällig.',
};
