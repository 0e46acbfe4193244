import type { StepTexts } from '../en/step-texts.ts';

export const order = {
  'Register the referral': {
    title: 'Zuweisung aufnehmen',
    ask: 'Bitte prüfen Sie die Zuweisung und entscheiden Sie, ob sie in die interdisziplinäre Konferenz geht.',
    decisions: { registered: 'Aufgenommen', returned: 'An die zuweisende Stelle zurück' },
    meanings: {
      registered:
        'Ich habe geprüft, dass die Zuweisung vollständig ist und dass die genannte Person die in der Krankenakte ist.',
      returned: 'Ich habe die Zuweisung zurückgegeben: Sie führt nicht zu dieser Behandlung.',
    },
  },
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
  'Confirm funding': {
    title: 'Kostenübernahme bestätigen',
    ask: 'Bitte bestätigen Sie, ob der Kostenträger diese Therapie bewilligt hat.',
    decisions: { funded: 'Bewilligt', refused: 'Nicht bewilligt' },
    meanings: {
      funded:
        'Ich bestätige, dass der Kostenträger diese Therapie für diese Person bewilligt hat, unter den genannten Bedingungen.',
      refused: 'Ich bestätige, dass der Kostenträger diese Therapie nicht bewilligt hat.',
    },
  },
  'Confirm consent': {
    title: 'Einwilligung bestätigen',
    ask: 'Bitte dokumentieren Sie jede Einwilligung mit dem unterschriebenen Formular.',
    decisions: { consented: 'Eingewilligt', refused: 'Abgelehnt' },
    meanings: {
      consented:
        'Ich bestätige, dass die Einwilligung nach Aufklärung in meiner Gegenwart auf den genannten Formularversionen erteilt wurde.',
      refused: 'Ich bestätige, dass in diese Therapie nicht eingewilligt wurde.',
    },
  },
  'Place the order': {
    title: 'Therapie bestellen',
    ask: 'Bitte bestellen Sie die Therapie beim Hersteller, mit der Identitätskette dieses Behandlungswegs.',
    decisions: { ordered: 'Bestellen', rejected: 'Nicht bestellen' },
    meanings: {
      ordered: 'Ich bestelle diese Therapie für diese Person, unter der genannten Identitätskette und Bestellnummer.',
      rejected: 'Ich bestelle diese Therapie nicht.',
    },
  },
  'Check the order': {
    title: 'Bestellung prüfen',
    ask: 'Bitte vergleichen Sie als zweite Person die Bestellung mit der Bewilligung und der Quelle des Armbands.',
    decisions: { checked: 'In Ordnung', reorder: 'Neu bestellen', rejected: 'Nicht bestellen' },
    meanings: {
      checked:
        'Ich habe als zweite Person die Bestellung mit der Bewilligung und ihre Kennzeichen mit der Quelle des Armbands verglichen.',
      reorder: 'Ich habe eine Abweichung gefunden: Es muss neu bestellt werden.',
      rejected:
        'Ich habe festgestellt, dass diese Bestellung nicht an den Hersteller gehen darf: Die Behandlung findet nicht statt.',
    },
  },
} satisfies Record<string, StepTexts>;
