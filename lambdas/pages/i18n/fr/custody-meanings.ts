/** Custody events of a shipment, the same for both legs. */
export const custodyMeanings = {
  'record:handed-over':
    'J’ai consigné la remise de cet envoi d’après son document, avec le conteneur de transport, le scellé et l’enregistreur.',
  'record:arrival-foreseen':
    'J’ai consigné le moment auquel le transporteur prévoit maintenant l’arrivée de cet envoi.',
  'record:arrived': 'J’ai consigné l’arrivée de cet envoi d’après son document.',
};
