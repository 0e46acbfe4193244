/** Custody events of a shipment, the same for both legs. */
export const custodyMeanings = {
  'record:handed-over':
    'He registrado la entrega de este envío a partir de su documento, con el contenedor de transporte, el precinto y el registrador.',
  'record:arrival-foreseen': 'He registrado cuándo prevé ahora el transportista la llegada de este envío.',
  'record:arrived': 'He registrado la llegada de este envío a partir de su documento.',
};
