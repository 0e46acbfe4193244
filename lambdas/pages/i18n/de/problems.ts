import type { problems as english, fieldProblems as englishFields, forms as englishForms } from '../en/problems.ts';
import { changeControl } from './change-control.ts';

export const problems: typeof english = {
  'check-fields': 'Bitte korrigieren Sie die folgenden Angaben und unterzeichnen Sie erneut.',
  'outside-limits':
    'Ein Wert liegt außerhalb seiner Grenzen. Korrigieren Sie ihn, wenn er falsch getippt ist. Wenn er so war, beschreiben Sie die Abweichung und unterzeichnen Sie erneut: Beides wird zusammen dokumentiert. Noch wurde nichts gespeichert.',
  'not-recorded': 'So konnte dies nicht gespeichert werden. Bitte lesen Sie die Seite noch einmal.',
  'wrong-credential':
    'Benutzerkennung und PIN passen nicht zusammen, oder die Kennung ist nach fünf falschen PINs für 15 Minuten gesperrt. Es wurde nichts gespeichert.',
  'other-role': 'Mit Ihrer Rolle dürfen Sie diesen Schritt nicht unterzeichnen. Es wurde nichts gespeichert.',
  'other-site': 'Dieser Schritt gehört zu einem anderen Standort als Ihrem. Es wurde nichts gespeichert.',
  'assurance-too-low':
    'Ihr Standort verlangt für diesen Schritt mehr als Benutzerkennung und PIN. Unterschreiben Sie so, wie Ihr Standort es dafür eingerichtet hat. Es wurde nichts gespeichert.',
  'no-chair-of-board':
    'Was das Board entschieden hat, unterschreibt eine seiner Leitungen. Es wurde nichts gespeichert.',
  'other-person': 'Dieser Schritt wurde an eine andere Person übergeben. Es wurde nichts gespeichert.',
  'delegation-over':
    'Dieser Schritt war Ihnen damals übergeben und ist es jetzt nicht mehr. Was auf Ihrem Papier steht, muss eine andere Person eingeben. Es wurde nichts dokumentiert.',
  'no-delegation':
    'Dieser Schritt ist Ihnen von dieser Person zurzeit nicht übergeben. Unterschreiben Sie in eigenem Namen oder bitten Sie um die Übergabe. Es wurde nichts dokumentiert.',
  'same-person':
    'Den ersten Teil haben Sie selbst unterzeichnet: Hier muss eine andere Person unterzeichnen. Es wurde nichts gespeichert.',
  'belongs-to-another-journey':
    'Ein angegebenes Kennzeichen gehört zu einem anderen Behandlungsweg. Halten Sie an, vergleichen Sie die Etiketten und melden Sie es. Es wurde nichts gespeichert.',
  'gate-closed': 'Dies kann zurzeit nicht unterzeichnet werden. Es wurde nichts gespeichert.',
  'checklist-incomplete': 'Bitte dokumentieren Sie zuerst jeden Punkt der Checkliste. Es wurde nichts gespeichert.',
  'thaw-recorded':
    'Der Beginn des Auftauens ist dokumentiert: Das Produkt kann nicht mehr warten. Es wurde nichts gespeichert.',
  'transcription-open':
    'Etwas wurde vom Papier eingegeben und noch nicht verglichen. Vergleichen Sie es zuerst. Nichts wurde dokumentiert.',
  'deviation-open':
    'Eine Abweichung oder CAPA ist noch nicht abgeschlossen. Schließen Sie sie zuerst ab. Nichts wurde dokumentiert.',
  'correction-open':
    'Etwas wurde berichtigt und noch nicht erneut unterschrieben. Unterschreiben Sie zuerst die Berichtigung. Nichts wurde dokumentiert.',
  'continuation-open':
    'Eine Fortsetzung im Notfall wurde noch nicht geprüft. Prüfen Sie sie zuerst. Es wurde nichts dokumentiert.',
  'item-recorded': 'Dieser Punkt wurde bereits dokumentiert. Seine Zeit kann von der Koordination berichtigt werden.',
  changed:
    'Die Seite war länger geöffnet oder hat sich seitdem geändert. Bitte lesen Sie sie neu und unterzeichnen Sie noch einmal; Ihre Eingaben sind erhalten.',
  'too-large': 'Das Formular war zu groß. Bitte kürzen Sie Ihre Angaben.',
  'nothing-to-acknowledge': 'Eine solche dringende Nachricht wurde nicht gesendet. Bitte lesen Sie die Seite neu.',
  'not-readable':
    'Das Formular konnte nicht gelesen werden. Bitte laden Sie die Seite neu und füllen Sie sie noch einmal aus.',
};

export const fieldProblems: typeof englishFields = {
  required: 'bitte ausfüllen',
  'choose-one': 'bitte eine der Antworten wählen',
  confirm: 'bitte bestätigen',
  'not-a-number': 'bitte eine Zahl schreiben, ohne Tausenderpunkte und Einheiten',
  'ambiguous-number':
    'kann als Tausender oder als Dezimalzahl gelesen werden: Trennzeichen weglassen oder eine Stelle mehr schreiben (1,2340)',
  'not-a-whole-number': 'bitte eine ganze Zahl schreiben, ohne Trennzeichen und Einheiten',
  'not-a-time': 'bitte Datum und Uhrzeit vollständig angeben',
  'not-a-date': 'bitte das Datum vollständig angeben',
  'no-such-local-time': 'diese Zeit gab es am Standort nicht: Umstellung auf Sommerzeit',
  'not-text': 'enthält Zeichen, die nicht gespeichert werden können',
  repeated: 'wurde mehrfach gesendet',
  'too-long': 'ist zu lang',
  'too-short': 'ist zu kurz',
  'too-high': 'liegt über dem, was hier zulässig ist',
  'too-low': 'liegt unter dem, was hier zulässig ist',
  'outside-limits': 'liegt außerhalb der Grenzen',
  'describe-deviation': 'bitte beschreiben, oder den Wert außerhalb der Grenzen korrigieren',
  'not-of-the-scan':
    'ist nicht die des angehängten Scans: Lassen Sie das Feld leer, oder hängen Sie den richtigen Scan an',
  'not-stored': 'ist hier nicht mit dieser Prüfsumme gespeichert: Hängen Sie die Datei noch einmal an',
  'wrong-form': 'hat nicht die erwartete Form',
  'enter-again': 'bitte neu eingeben',
  'not-on-the-register': 'ist die Benutzerkennung von niemandem',
  'not-from-paper': 'kann nicht vom Papier eingegeben werden: unterzeichnen Sie diesen Schritt selbst',
  'no-member': 'nennt jemanden, der nicht Mitglied des Boards ist',
  'no-quorum': 'nennt weniger Mitglieder, als das Board zum Entscheiden braucht',
  'no-chair': 'nennt keine Leitung des Boards',
  'in-the-future': 'liegt in der Zukunft',
  'before-the-order': 'liegt vor dem Auftrag',
  'infusion-recorded': 'besagt, dass nichts gegeben wurde, aber der Beginn einer Infusion ist dokumentiert',
  'infused-is-followed':
    'kann nicht „Behandlung beendet“ sein: Die Infusion hat begonnen, und die Patientin oder der Patient wird überwacht und nachgesorgt. Wählen Sie eine andere Entscheidung.',
  'consent-needed':
    'kann nicht „Behandlung geht weiter“ sein: Die Behandlung braucht eine Einwilligung, die widerrufen wurde. Beenden Sie sie, oder dokumentieren Sie, dass erneut eingewilligt wurde.',
  'before-the-withdrawal': 'liegt nicht nach dem Widerruf der Einwilligung',
  'day-of-the-withdrawal':
    'fehlt: Die Einwilligung wurde am selben Tag widerrufen; geben Sie an, um wie viel Uhr das Formular unterschrieben wurde',
  'not-on-its-day': 'liegt an einem anderen Tag als „Unterschrieben am“',
  'withdrawal-undecided':
    'nennt eine Einwilligung, über deren Widerruf noch entschieden wird: Wählen Sie dort „Erneut eingewilligt“',
  'consents-stand':
    'kann nicht „Behandlung beendet“ sein: Jede Einwilligung, die die Behandlung braucht, gilt. Melden Sie zuerst, dass sie widerrufen wurde.',
  'not-ahead': 'muss in der Zukunft liegen',
  'gate-not-asked': 'gehört nicht zu diesem Schritt, oder der Schritt wartet nicht mehr',
  'passed-otherwise': 'wird an Ihrem Standort auf andere Weise aufgehoben, oder von niemandem',
  'exempted-too-long': 'liegt zu spät: im Notfall höchstens 12 Stunden, durch die Qualitätssicherung höchstens 3 Tage',
  'gate-open': 'ist offen: niemand muss ausgenommen werden',
  'nothing-to-take-back': 'nennt nichts, wovon hier jetzt jemand ausgenommen ist',
  'gate-of-nobody': 'muss leer bleiben: Bei dieser Sperre geht es um keine Person',
  'not-oneself': 'ist Ihre eigene: Eine andere Person muss Sie ausnehmen',
  'counts-from-now': 'muss leer bleiben: Es gilt ab Ihrer Unterschrift',
  'outside-conditioning-window': 'passt nicht zum Zeitfenster nach der geplanten Konditionierung',
  'weighed-long-ago': 'ist zu lange her: bitte neu messen',
  'not-after-start': 'muss nach dem Beginn liegen',
  'used-before': 'wurde schon verwendet; jede Entnahme und jede Charge hat eine eigene',
  'named-twice': 'nennt ein Behältnis zweimal',
  'no-longer-valid': 'gilt heute nicht mehr',
  'not-after-the-one-before': 'muss nach dem Termin davor und in der Zukunft liegen',
  'no-date': 'ist leer wie jeder andere Termin: Nennen Sie mindestens einen, der verschoben wurde',
  'not-as-offered':
    'ist nicht, was der Hersteller anbietet. Bitten Sie um ein anderes Angebot, und dokumentieren Sie es zuerst.',
  'held-too-long':
    'liegt später, als das entnommene Material warten darf. Wählen Sie eine frühere Zeit, oder nennen Sie die schriftliche Verlängerung des Herstellers.',
  'outside-opening-hours':
    'liegt außerhalb der Öffnungszeiten des Standorts. Wählen Sie ein anderes Zeitfenster, oder nennen Sie die Absprache mit dem Dienst.',
  'concern-without-reason': 'ist leer: Begründen Sie, warum sie etwas anderes betrifft als bei der Eröffnung angegeben',
  ...changeControl.problems,
  'class-without-reason': 'ist leer: Nennen Sie, warum die Klasse eine andere ist als bei der Eröffnung',
  'critical-is-investigated': 'kann eine kritische Abweichung nicht abschließen: Eine andere Person untersucht sie.',
  'not-within-a-year': 'muss ein Tag ab heute sein, innerhalb eines Jahres.',
  'not-of-this-course': 'ist kein Behältnis dieser Behandlung. Lesen Sie das Etikett erneut.',
  'outside-window': 'liegt vor dem Zeitfenster, das Gesetz und Hersteller vor der Entnahme erlauben',
  'before-day-zero': 'liegt vor Tag 0',
  'treatment-goes-on':
    'kann nicht „Für die Nachsorge nicht mehr erreichbar“ sein, solange die Patientin oder der Patient behandelt wird oder in der Nähe bleiben muss. Dokumentieren Sie den Termin als versäumt.',
  'attempts-not-in-order': 'liegt vor dem Versuch darüber; der älteste steht zuerst',
  'before-the-collection': 'liegt vor der Entnahme',
  'not-before-expiry': 'muss vor dem Verfall liegen',
  'not-as-many-as-protocol':
    'nennt eine andere Zahl von Behältnissen als das Protokoll dieses Produkts. Fragen Sie den Hersteller.',
  'other-unit': 'ist nicht die Einheit dieser Prüfung. Rechnen Sie Ergebnis und Grenzwerte um.',
  'not-a-component': 'ist keine Komponente dieses Produkts',
  'result-twice': 'nennt eine Prüfung einer Komponente doppelt',
  'result-missing': 'enthalten nicht vitale Zellen und Viabilität jeder Komponente',
  'limit-missing': 'fehlt: Das Protokoll hat für diese Prüfung keinen Grenzwert, also ist der des Zertifikats nötig',
  'out-of-specification':
    'liegt außerhalb der Grenzwerte: Die Charge entspricht nicht der Spezifikation und kann hier nicht freigegeben werden. Fragen Sie Hersteller und behandelnde Person; wählen Sie, wie es weitergeht.',
  'labels-not-reconciled': 'stimmt nicht mit den angebrachten und vernichteten Etiketten zusammen überein',
  'not-as-collected': 'ist nicht die der Entnahme. Halten Sie an und vergleichen Sie die Etiketten.',
  'not-autologous': 'steht nicht für „nur zur autologen Verwendung“. Halten Sie an und vergleichen Sie die Etiketten.',
  'none-attached': 'sind keine: Mindestens ein Etikett ist auf dem Material',
  'target-unknown':
    'ist nicht bekannt: Das Protokoll hat keinen. Nennen Sie ihn mit seiner Quelle, oder die schriftliche Zustimmung des Herstellers.',
  'maker-decision-missing': 'fehlt: Ein Marker ist positiv. Fragen Sie den Hersteller, oder beenden Sie.',
  'donor-positive': 'fehlt: Ein Infektionsmarker ist positiv',
  'not-as-recorded':
    'ist nicht, was vorher dokumentiert wurde. Vergleichen Sie erneut; bei einer Abweichung wählen Sie „Neu bestellen“.',
  'under-target': 'liegt unter der Mindestausbeute. Fragen Sie den Hersteller, oder entnehmen Sie erneut.',
  'shelf-life-too-short':
    'gehört zu einem Produkt mit zu kurzer Restlaufzeit. Nehmen Sie es in Quarantäne und fragen Sie den Hersteller.',
  'fewer-than-label': 'sind weniger, als die Fachinformation verlangt',
  'infused-not-named': 'muss jedes Behältnis nennen, dessen Infusion begonnen wurde, auch wenn sie abgebrochen wurde',
  'not-prescribed':
    'ist nicht die verordnete Dosis: Ein anderes Behältnis wurde genannt oder infundiert. Wählen Sie „Teilweise verabreicht“.',
  'not-all-given':
    'lässt ein verordnetes Behältnis aus. Wurde nur ein Teil verabreicht, wählen Sie „Teilweise verabreicht“.',
  'is-involved': 'wartet nach der Dokumentation auf diesen Behandlungsweg (siehe oben) und muss es erfahren',
  'not-all-donations-accounted': 'muss genau die Spenden mit offenem Verbleib nennen (siehe oben), je einmal',
  'not-all-accounted': 'muss genau die Behältnisse mit offenem Verbleib nennen (siehe oben), je einmal',
  'other-container':
    'ist ein anderes Behältnis als das dieser Zeile. Öffnen Sie die Zeile des Behältnisses in Ihrer Hand; hat es keine, halten Sie an und melden Sie, dass Kennzeichen nicht übereinstimmen.',
  'already-expired': 'ist überschritten: Eine verfallene Charge kann nicht freigegeben werden',
  'not-as-protocol': 'entspricht nicht dem Protokoll dieses Produkts',
  'not-as-certified': 'stimmt nicht mit dem Zertifikat überein (siehe oben). Nehmen Sie das Produkt in Quarantäne.',
  'components-not-as-protocol':
    'nennt nicht jedes Behältnis einmal mit einer Komponente dieses Produkts, so oft wie im Protokoll (siehe oben)',
  'component-missing':
    'lässt eine Komponente des Produkts aus: Die Dosis besteht aus allen. Wurde nur ein Teil gegeben, wählen Sie „Teilweise verabreicht“.',
  'not-certified': 'enthält ein Behältnis, das nicht auf dem Zertifikat steht (siehe oben)',
};

export const forms: typeof englishForms = {
  donationNumber:
    'ist keine gültige Spendennummer: 13 Zeichen wie auf dem Etikett und ein Prüfzeichen, das dazu passt. Bitte erneut scannen oder ablesen.',
  donationNumbers:
    'enthält eine Nummer, die keine gültige Spendennummer ist: 13 Zeichen wie gedruckt, und ein dazu passendes Prüfzeichen. Bitte jede erneut scannen oder ablesen.',
  productCode: 'ist kein gültiger Produktcode: 8 Zeichen wie auf dem Etikett. Bitte erneut scannen oder ablesen.',
  collectedOn: 'ist nicht als Tag lesbar: Code scannen oder Jahr, Monat und Tag eingeben, etwa 2027-03-31.',
  donationSequence:
    'ist keine Spendenkennungssequenz: 21 Zeichen in Großbuchstaben. Bitte erneut scannen oder ablesen.',
  code: 'ist nicht als Code von GS1 oder ISBT 128 lesbar. Bitte erneut scannen, oder die Zeile weglassen und unter Feststellungen beschreiben.',
  'chainOfIdentity.issuer': 'darf nur einfache Buchstaben, Ziffern und Zeichen enthalten, keine Umlaute',
  'chainOfIdentity.scheme': 'darf nur Kleinbuchstaben, Ziffern und Bindestriche enthalten, etwa isbt128',
  'chainOfIdentity.value':
    'liest sich nicht wie gedruckt. Im Schema isbt128 sind es 15 Zeichen, beginnend mit CH, und ein Prüfzeichen muss dazu passen. Bitte erneut scannen oder ablesen.',
};
