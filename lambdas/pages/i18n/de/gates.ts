import type { gates as english } from '../en/gates.ts';

export const gates: typeof english = {
  'not-held.closed':
    'Der Behandlungsweg ist angehalten. Dies kann unterzeichnet werden, sobald der Halt aufgehoben ist.',
  'not-held.unknown': 'Es ist nicht bekannt, ob der Behandlungsweg angehalten ist.',
  'not-expired.closed': 'Das Produkt ist verfallen. Es darf nicht verabreicht werden.',
  'not-expired.unknown': 'Kein Zertifikat sagt, wann das Produkt verfällt.',
  'identity-matches.closed':
    'Die Identitätskette weicht von der ab, die für diesen Behandlungsweg hinterlegt ist. Halten Sie an und rufen Sie die Qualitätssicherung.',
  'identity-matches.unknown': 'Die Identitätskette konnte nicht gelesen und daher nicht verglichen werden.',
  'donations-collected.closed':
    'Das Zertifikat nennt eine Spende, die auf diesem Behandlungsweg nicht entnommen wurde. Halten Sie an und melden Sie, dass Kennzeichnungen nicht übereinstimmen.',
  'donations-collected.unknown':
    'Das Zertifikat nennt keine Spende und kann nicht mit den Entnahmen verglichen werden. Fragen Sie den Hersteller.',
  'batch-certified.closed':
    'Die Charge auf dem Etikett weicht von der zertifizierten und verordneten ab. Halten Sie an und rufen Sie die Qualitätssicherung.',
  'batch-certified.unknown':
    'Die Charge kann nicht verglichen werden: Es wurde keine abgelesen, oder keine ist zertifiziert.',
  'expiry-certified.closed':
    'Das Verfallsdatum auf dem Etikett weicht von dem zertifizierten ab. Halten Sie an und rufen Sie die Qualitätssicherung.',
  'expiry-certified.unknown':
    'Das Verfallsdatum kann nicht verglichen werden: Es wurde keines abgelesen, oder keines ist zertifiziert.',
  'component-in-order.closed': 'Behältnisse einer Komponente, die vor dieser gegeben wird, sind noch nicht infundiert.',
  'component-in-order.unknown': 'Es ist nicht bekannt, ob die Komponenten in ihrer Reihenfolge gegeben werden.',
  'container-prescribed.closed':
    'Dieses Behältnis ist nicht verordnet. Halten Sie an und rufen Sie die Qualitätssicherung.',
  'container-prescribed.unknown': 'Es ist nicht bekannt, ob dieses Behältnis verordnet ist.',
  'sound-after-thaw.closed':
    'Das Behältnis ist undicht oder verklumpt. Ärztlicher Dienst, Apotheke und Zelllabor entscheiden mit dem Hersteller, der heute informiert wird.',
  'sound-after-thaw.unknown': 'Es ist nicht bekannt, ob das Behältnis in Ordnung ist.',
  'no-death-reported.closed':
    'Der Tod der Patientin oder des Patienten wurde gemeldet und wird von zwei Personen bestätigt.',
  'no-death-reported.unknown': 'Es ist nicht bekannt, ob ein Tod gemeldet wurde.',
  'before-death.closed':
    'Die Patientin oder der Patient ist verstorben, wie zwei Personen bestätigt haben. Dokumentieren Sie hier nur, was vorher geschah.',
  'before-death.unknown': 'Es ist nicht bekannt, ob die Patientin oder der Patient verstorben war.',
  'consent-stands.closed': 'Eine nötige Einwilligung wurde widerrufen. Der ärztliche Dienst entscheidet, was folgt.',
  'consent-stands.unknown': 'Es ist nicht bekannt, ob die Einwilligung besteht.',
  'no-mismatch-open.closed':
    'Eine Identitätsabweichung ist offen. Halten Sie an, bis die Qualitätssicherung sie geklärt hat.',
  'no-mismatch-open.unknown': 'Es ist nicht bekannt, ob eine Identitätsabweichung offen ist.',
  'storage-qualified.closed':
    'Laut Geräteverzeichnis darf dieser Behälter oder Lagerplatz jetzt nicht benutzt werden: Er ist nicht in Betrieb, oder Mapping, Kalibrierung oder Alarmprüfung ist abgelaufen. Lagern Sie in einem anderen Behälter; zuständig ist, wer im Verzeichnis steht.',
  'storage-qualified.unknown':
    'Es ist nicht bekannt, ob dieser Lagerplatz benutzt werden darf: Er steht nicht im Geräteverzeichnis, oder dieses wurde zu lange nicht gelesen. Nehmen Sie einen anderen, oder lassen Sie ihn eintragen oder bestätigen.',
  'device-in-date.closed':
    'Laut Geräteverzeichnis darf dieses Gerät jetzt nicht benutzt werden: Es ist nicht in Betrieb, oder Kalibrierung oder Wartung ist abgelaufen. Nehmen Sie ein anderes; zuständig ist, wer im Verzeichnis steht.',
  'device-in-date.unknown':
    'Es ist nicht bekannt, ob das Gerät gültig geprüft war: Es wurde keines genannt, es steht nicht im Geräteverzeichnis, oder dieses wurde zu lange nicht gelesen.',
  'shipper-qualified.closed':
    'Laut Verzeichnis der Versandbehälter darf dieser jetzt nicht benutzt werden: Er ist nicht in Betrieb, oder Qualifizierung oder Haltezeitprüfung ist abgelaufen. Nehmen Sie einen anderen.',
  'shipper-qualified.unknown':
    'Es ist nicht bekannt, ob der Versandbehälter qualifiziert ist: Er steht nicht im Verzeichnis, oder dieses wurde zu lange nicht gelesen.',
  'logger-in-date.closed':
    'Laut Verzeichnis der Versandbehälter darf dieser Logger jetzt nicht benutzt werden: Er ist nicht in Betrieb, oder seine Kalibrierung ist abgelaufen. Nehmen Sie einen anderen.',
  'logger-in-date.unknown':
    'Es ist nicht bekannt, ob der Logger kalibriert ist: Er steht nicht im Verzeichnis, oder dieses wurde zu lange nicht gelesen.',
  'competent.closed':
    'Ihre Bewertung für diese Aufgabe ist abgelaufen oder wurde zurückgenommen. Unterschreiben kann, wer dafür befähigt ist; oder Ihre Bewertung wird erneuert.',
  'competent.unknown':
    'Für diese Aufgabe ist keine Bewertung von Ihnen eingetragen. Unterschreiben kann, wer dafür befähigt ist; oder Ihre Bewertung wird eingetragen.',
  'shift-covered.closed':
    'Am Behandlungstag sind zu wenige befähigte Personen vor Ort. Andere einteilen oder eine andere Zeit vereinbaren; im Notfall machen zwei Personen gemeinsam weiter.',
  'shift-covered.unknown':
    'Es ist nicht bekannt, ob am Behandlungstag genug befähigte Personen vor Ort sind. Den Schichtplan noch einmal lesen lassen.',
  'approvals-valid.closed':
    'Eignung oder Kostenübernahme gilt nicht mehr. Bestellen Sie neu: Abgelaufenes wird dann erneut gefragt.',
  'approvals-valid.unknown': 'Es ist nicht bekannt, ob Eignung und Kostenübernahme noch gelten.',
  'site-ready.closed':
    'Der Standort ist für dieses Produkt nicht bereit: Etwas, worauf seine Bereitschaft beruht, ist abgelaufen oder gesperrt. Die Qualitätssicherung weiß, was, und erneuert es.',
  'site-ready.unknown':
    'Es ist nicht bekannt, ob der Standort für dieses Produkt bereit ist. Die Qualitätssicherung trägt die Bereitschaft ein.',
  'risk-assessed.closed':
    'Die Risikobewertung dieses Produkts gilt zurzeit nicht: Sie ist abgelaufen, eine Maßnahme ist offen, oder ein Risiko wurde nicht akzeptiert. Die Qualitätssicherung kümmert sich darum.',
  'risk-assessed.unknown':
    'Für dieses Produkt steht keine Risikobewertung im Register. Die Qualitätssicherung trägt sie ein.',
  'agreement-in-date.closed':
    'Der Vertrag über dieses Produkt ist nicht in Kraft, oder seine Überprüfung ist überfällig. Die Qualitätssicherung kümmert sich darum.',
  'agreement-in-date.unknown':
    'Für dieses Produkt steht kein Vertrag im Register. Die Qualitätssicherung trägt ihn ein.',
  'procedure-effective.closed':
    'Die Anweisung neben diesem Formular ist in dieser Version nicht in Kraft. Die Qualitätssicherung kümmert sich darum.',
  'procedure-effective.unknown':
    'Die Anweisung neben diesem Formular steht nicht im Register der Dokumente. Die Qualitätssicherung trägt sie ein.',
  'slot-still-held.closed':
    'Der Hersteller reserviert diese Termine nicht mehr. Bitten Sie um ein neues Angebot und dokumentieren Sie es vor der Buchung.',
  'slot-still-held.unknown': 'Es ist nicht bekannt, bis wann der Hersteller diese Termine reserviert.',
  'readiness-in-time.closed':
    'Es ist zu früh, die Entnahmebereitschaft für diesen Termin zu bestätigen (siehe ab wann).',
  'readiness-in-time.unknown':
    'Es ist kein Termin gebucht, also ist nicht bekannt, ab wann die Entnahmebereitschaft gilt.',
  'readiness-stands.closed':
    'Die bestätigte Entnahmebereitschaft gilt nicht für diese Entnahme: Sie wurde erst nach deren Beginn bestätigt, der Termin wurde danach verschoben, oder sie ist zu alt. Bestätigen Sie sie erneut, oder suchen Sie neue Termine.',
  'readiness-stands.unknown': 'Es ist keine Entnahmebereitschaft dokumentiert.',
  'donor-tests-in-window.closed':
    'Die Probe der Infektionsmarker ist für diese Entnahme zu alt. Suchen Sie neue Termine: Die Marker werden dann erneut gefragt.',
  'donor-tests-in-window.unknown': 'Es ist nicht bekannt, wann die Probe der Infektionsmarker entnommen wurde.',
  'product-available.closed':
    'Das Produkt ist noch nicht so weit, wie Protokoll und Standort es vor der Konditionierung verlangen.',
  'product-available.unknown': 'Es ist nicht bekannt, wo das Produkt ist.',
  'product-accepted.closed':
    'Das zertifizierte Produkt ist vor Ort nicht angenommen. Bitte zuerst kontrollieren und annehmen.',
  'product-accepted.unknown': 'Es ist nicht bekannt, ob das Produkt angenommen ist.',
  'inspection-clean.closed':
    'Kontrolle oder Begleitdokumente der Sendung zeigen einen Mangel. Nehmen Sie das Produkt in Quarantäne; die Qualitätssicherung klärt es mit dem Hersteller.',
  'inspection-clean.unknown': 'Zu dieser Lieferung ist keine Kontrolle dokumentiert.',
  'custody-seal.closed': 'Das Siegel war bei Ankunft nicht unversehrt.',
  'custody-seal.unknown': 'Es ist nicht bekannt, ob das Siegel unversehrt war.',
  'custody-temperature.closed': 'Die Sendung war außerhalb ihres Temperaturbereichs.',
  'custody-temperature.unknown': 'Es ist nicht bekannt, bei welcher Temperatur die Sendung unterwegs war.',
  'custody-qualification.closed':
    'Die Sendung wurde nach Ende der Qualifizierung ihres Transportbehälters übergeben oder ist danach angekommen.',
  'custody-qualification.unknown': 'Es ist nicht bekannt, bis wann der Transportbehälter qualifiziert war.',
  'custody-departure.closed': 'Das Material geht später ab, als die Freigabe erlaubt.',
  'custody-departure.unknown': 'Es ist nicht bekannt, bis wann das Material abgehen muss.',
  'custody-order.closed': 'Die Ankunft liegt vor der Übergabe. Geben Sie an, wann beides war.',
  'custody-order.unknown': 'Es ist nicht bekannt, in welcher Reihenfolge die Sendung übergeben wurde und ankam.',
  'custody-contents.closed': 'Die übergebenen Behältnisse sind nicht die dieses Behandlungswegs.',
  'custody-contents.unknown': 'Es ist nicht bekannt, welche Behältnisse erwartet werden.',
  'tests-passed.closed': 'Eine bei der Zertifizierung ausstehende Prüfung ist nicht bestanden.',
  'tests-passed.unknown': 'Befunde, die bei der Zertifizierung ausstanden, liegen noch nicht vor.',
  'no-critical-deviation-open.closed':
    'Eine kritische Abweichung von Produkt oder Identität ist offen. Die Qualitätssicherung stuft sie ein, lässt sie untersuchen und entscheidet zuerst darüber.',
  'no-critical-deviation-open.unknown': 'Es ist nicht bekannt, ob eine kritische Abweichung offen ist.',
  'major-deviations-triaged.closed':
    'Eine schwere Abweichung von Produkt oder Identität ist noch nicht eingestuft. Die Qualitätssicherung stuft sie zuerst ein.',
  'major-deviations-triaged.unknown': 'Es ist nicht bekannt, ob eine schwere Abweichung eingestuft ist.',
  'not-contained.closed':
    'Nach einer Abweichung hat die Qualitätssicherung diese Behältnisse gesperrt oder das Material abgelehnt.',
  'not-contained.unknown': 'Es ist nicht bekannt, ob Behältnisse nach einer Abweichung gesperrt sind.',
  'no-open-excursion.closed':
    'Nach einer Abweichung steht die schriftliche Entscheidung des Herstellers aus oder lehnt dieses Material ab.',
  'no-open-excursion.unknown': 'Es ist nicht bekannt, ob eine Abweichung offen ist.',
  'in-conditioning-window.closed': 'Das Zeitfenster nach der Konditionierung ist noch nicht offen oder schon beendet.',
  'in-conditioning-window.unknown':
    'Es ist keine abgeschlossene Konditionierung dokumentiert; ihr Zeitfenster ist daher nicht bekannt.',
  'conditioning-not-to-repeat.closed':
    'Die Konditionierung ist zu lange her und muss nach der Fachinformation wiederholt werden. Entscheiden Sie neu über die Konditionierung.',
  'conditioning-not-to-repeat.unknown':
    'Die Konditionierung ist lange her: Bestimmen Sie die Leukozyten neu und tragen Sie den Wert mit dem GO ein.',
  'first-go-stands.closed':
    'Das erste GO gilt nicht mehr. Bestätigen Sie es nicht: Es muss von beiden neu erteilt werden.',
  'first-go-stands.unknown': 'Es ist nicht bekannt, ob das erste GO gilt.',
  'go-stands-conditioning.closed':
    'Es gilt kein GO zur Konditionierung, jetzt oder zur angegebenen Zeit. Es muss neu erteilt werden.',
  'go-stands-conditioning.unknown': 'Es ist nicht bekannt, ob ein GO zur Konditionierung gilt.',
  'go-stands-thaw.closed': 'Es gilt kein GO zum Auftauen, jetzt oder zur angegebenen Zeit. Es muss neu erteilt werden.',
  'go-stands-thaw.unknown': 'Es ist nicht bekannt, ob ein GO zum Auftauen gilt.',
  'not-flagged-do-not-ship.closed':
    'Der Sperrvermerk „Nicht versenden“ ist gesetzt. Der ärztliche Dienst überprüft ihn.',
  'not-flagged-do-not-ship.unknown': 'Es ist nicht bekannt, ob der Sperrvermerk „Nicht versenden“ gesetzt ist.',
  'not-flagged-do-not-condition.closed':
    'Der Sperrvermerk „Nicht konditionieren“ ist gesetzt. Der ärztliche Dienst überprüft ihn.',
  'not-flagged-do-not-condition.unknown':
    'Es ist nicht bekannt, ob der Sperrvermerk „Nicht konditionieren“ gesetzt ist.',
  'not-flagged-do-not-thaw.closed':
    'Der Sperrvermerk „Nicht auftauen“ ist gesetzt. Der ärztliche Dienst überprüft ihn.',
  'not-flagged-do-not-thaw.unknown': 'Es ist nicht bekannt, ob der Sperrvermerk „Nicht auftauen“ gesetzt ist.',
  'monitored-long-enough.closed':
    'Die Akutüberwachung ist nach der Fachinformation noch nicht vorbei (siehe Fälligkeit).',
  'monitored-long-enough.unknown': 'Es ist nicht bekannt, bis wann die Akutüberwachung dauert.',
  'consent-to-registry.closed': 'In das Register wurde nicht eingewilligt.',
  'consent-to-registry.unknown': 'Es ist nicht bekannt, ob in das Register eingewilligt wurde.',
  'consent-to-disposal.closed':
    'In Verwendung oder Entsorgung von nicht verwendetem Material wurde nicht eingewilligt. Fragen Sie zuerst die Ärztin oder den Arzt.',
  'consent-to-disposal.unknown':
    'Es ist nicht bekannt, ob in Verwendung oder Entsorgung von nicht verwendetem Material eingewilligt wurde.',
  'near-long-enough.closed':
    'Die Zeit in Kliniknähe ist nach der Fachinformation noch nicht vorbei (siehe Fälligkeit).',
  'near-long-enough.unknown': 'Es ist nicht bekannt, bis wann die Zeit in Kliniknähe dauert.',
  'told-to-stay-near.closed': 'Nach der Fachinformation dauert die Zeit in Kliniknähe länger.',
  'told-to-stay-near.unknown': 'Es ist nicht bekannt, bis wann die Zeit in Kliniknähe dauert.',
  'told-not-to-drive.closed': 'Nach der Fachinformation gilt das Fahrverbot an diesem Tag noch.',
  'told-not-to-drive.unknown': 'Es ist nicht bekannt, bis wann das Fahrverbot gilt.',
};
