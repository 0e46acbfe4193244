import type { registerActs as english } from '../en/register-acts.ts';

export const registerActs: typeof english = {
  waitingTitle: 'Offene Schritte, die diesen Eintrag brauchen',
  waitingNote:
    'Solange er nicht verwendet werden darf, können diese nicht unterschrieben werden, oder nur mit einem anderen an seiner Stelle.',
  waitingNone: 'Kein offener Schritt braucht diesen Eintrag jetzt.',
  waitingBy: (step, due) => `${step}, fällig ${due}`,
  unseen: (count) =>
    count === 1
      ? '1 weiterer Schritt, einer Behandlung, die Sie nicht sehen.'
      : `${count} weitere Schritte, von Behandlungen, die Sie nicht sehen.`,
  title: 'Eine Änderung unterschreiben',
  byOthers: (owner) => `Mehr unterschreiben hier ${owner} sowie die Qualitätssicherung oder die Programmleitung.`,
  elsewhere: (system) =>
    `Er wird in ${system} geführt und dort geändert. Hier kann bestätigt werden, dass er noch gilt.`,
  acts: {
    quarantine: {
      title: 'Jetzt unter Quarantäne stellen',
      hint: 'Eine Person, zu jeder Stunde. Ab dann wird nichts mehr damit unterschrieben; was in den letzten 15 Minuten damit unterschrieben wurde, wird noch einmal geprüft. Zwei Personen geben es wieder frei.',
      meaning: 'Ich nehme es sofort aus dem Gebrauch.',
      button: 'Unterschreiben und unter Quarantäne stellen',
    },
    release: {
      title: 'Aus der Quarantäne freigeben',
      hint: 'Zwei Personen unterschreiben, eine davon aus der Qualitätssicherung oder der Programmleitung.',
      meaning: 'Wir haben den Nachweis gesehen: Es darf wieder verwendet werden.',
      button: 'Unterschreiben und freigeben',
    },
    renewal: {
      title: 'Mit Nachweis erneuern',
      hint: 'Was erneut getan wurde, wann, und bis wann es gilt.',
      meaning: 'Ich habe den Nachweis gesehen und gebe an, was er sagt.',
      button: 'Unterschreiben und erneuern',
    },
    confirmation: {
      title: 'Bestätigen, dass der Eintrag noch gilt',
      hint: 'Sehen Sie die Sache selbst an oder im anderen System nach. Ab dann gilt der Eintrag als jetzt gelesen.',
      meaning: 'Ich habe den Nachweis gesehen: Was hier steht, gilt noch.',
      button: 'Unterschreiben und bestätigen',
    },
  },
  because: 'Warum',
  found: 'Was gefunden und was getan wurde',
  reference: 'Nachweis',
  referenceHint: 'Was Sie angesehen haben und wo es liegt, etwa die Nummer eines Zertifikats oder Berichts.',
  part: 'Was erneuert wird',
  on: 'Durchgeführt am',
  next: 'Gilt bis',
  second: 'Benutzerkennung der zweiten Person',
  secondPin: 'PIN der zweiten Person',
  ownPin: (name) => `PIN von ${name}`,
  done: {
    quarantine:
      'Unterschrieben. Der Eintrag steht unter Quarantäne: Ab jetzt wird nichts mehr damit unterschrieben. Was in den letzten 15 Minuten damit unterschrieben wurde, wird noch einmal geprüft; was nicht bestehen bliebe, eröffnet eine Abweichung.',
    release: 'Unterschrieben. Es ist wieder im Gebrauch, sofern nichts anderes es sperrt.',
    renewal: 'Unterschrieben. Es ist erneuert.',
    confirmation: 'Unterschrieben. Der Eintrag gilt als jetzt gelesen.',
  },
  signed: {
    quarantine: 'Unter Quarantäne gestellt, mit PIN unterschrieben',
    release: 'Aus der Quarantäne freigegeben, von beiden mit PIN unterschrieben',
    renewal: 'Mit Nachweis erneuert, mit PIN unterschrieben',
    confirmation: 'Mit Nachweis bestätigt, mit PIN unterschrieben',
  },
  evidence: (reference, on) =>
    on === undefined ? `Nachweis: ${reference}` : `Nachweis: ${reference}, durchgeführt am ${on}`,
  problems: {
    'wrong-credential':
      'Die PIN ist falsch, oder Ihre Kennung ist nach fünf falschen PINs für 15 Minuten gesperrt. Es wurde nichts geändert.',
    'wrong-second':
      'Kennung oder PIN der zweiten Person ist falsch, oder diese Kennung ist nach fünf falschen PINs für 15 Minuten gesperrt. Es wurde nichts geändert.',
    'same-person': 'Die zweite Unterschrift leistet eine andere Person. Es wurde nichts geändert.',
    'not-a-keeper':
      'Das unterschreibt, wer sich darum kümmert, oder die Qualitätssicherung oder Programmleitung des Standorts. Es wurde nichts geändert.',
    'takes-two': 'Dafür braucht es zwei Personen. Es wurde nichts geändert.',
    'no-keeper-among':
      'Eine der beiden Personen gehört zur Qualitätssicherung oder zur Programmleitung. Es wurde nichts geändert.',
    'from-elsewhere':
      'Dieses Formular kam nicht von einer Seite dieser Sitzung. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
    required: 'Bitte füllen Sie jedes Feld aus. Es wurde nichts geändert.',
    changed:
      'Der Eintrag wurde inzwischen geändert: So steht er jetzt. Sie haben nichts geändert. Sehen Sie ihn an und unterschreiben Sie noch einmal.',
    busy: 'Jemand anderes hat im selben Augenblick ein Register geändert. Sie haben nichts geändert. Bitte unterschreiben Sie noch einmal.',
    'nothing-new': 'Das Register sagt das schon. Es wurde nichts geändert.',
    refused: 'Das Register nimmt das nicht an. Es wurde nichts geändert. Es sagt:',
  },
};
