/** Custody events of a shipment, the same for both legs. */
export const custodyMeanings = {
  'record:handed-over':
    'Ich habe die Übergabe dieser Sendung aus dem Begleitdokument dokumentiert, mit Transportbehälter, Siegel und Logger.',
  'record:arrival-foreseen': 'Ich habe dokumentiert, wann der Transporteur diese Sendung jetzt erwartet.',
  'record:arrived': 'Ich habe die Ankunft dieser Sendung aus dem Begleitdokument dokumentiert.',
};
