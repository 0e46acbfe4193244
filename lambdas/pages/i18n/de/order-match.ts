export const orderMatch = {
  phases: { OrderMatch: 'Zuordnung einer Anforderung' },
  steps: {
    'Match the order': {
      title: 'Anforderung zuordnen',
      ask: 'Für eine Patientin oder einen Patienten mit diesem Behandlungsweg ist eine Anforderung eingegangen. Bitte suchen Sie sie in der Krankenakte und entscheiden Sie, ob sie zu dieser Behandlung gehört.',
      decisions: { 'same-course': 'Diese Behandlung', 'another-course': 'Eine andere Behandlung' },
      meanings: {
        'same-course':
          'Ich habe die Anforderung in der Krankenakte mit diesem Behandlungsweg verglichen: Sie gehört zu dieser Behandlung.',
        'another-course':
          'Ich habe die Anforderung in der Krankenakte mit diesem Behandlungsweg verglichen: Sie gehört zu einer anderen Behandlung und eröffnet einen eigenen Behandlungsweg.',
      },
    },
  },
  fields: {
    orderCompared: 'Ich habe die Anforderung in der Krankenakte gefunden und Person, Produkt und Datum verglichen',
  },
  facts: {
    identityDiffers: 'Die Akte des Absenders weicht von unserer ab bei',
    orderSender: 'Gesendet von',
    orderMessage: 'Nachricht',
    orderEvent: 'Aufbewahrt als',
    orderedAt: 'Angefordert',
    orderSite: 'Angefordert für Standort',
    orderWithdrawn: 'Vom Absender zurückgezogen als',
  },
};
