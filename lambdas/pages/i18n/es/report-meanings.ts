/** What a signature under a report means. */
export const reportMeanings = {
  'report:excursion':
    'Notifico que material ha salido de sus límites de temperatura, tiempo o integridad. Queda a la espera de la decisión de su fabricante.',
  'report:identity-mismatch':
    'Notifico que hay identificadores que no coinciden. Todo se detiene hasta que dos personas lo hayan resuelto.',
  'report:flags-raised': 'Establezco estos bloqueos: lo que nombran espera hasta que un médico los levante.',
  'report:consent-withdrawn':
    'Notifico que el paciente retira estos consentimientos. Lo que permitían se detiene ahora.',
  'report:consent-given':
    'Notifico que el paciente da estos consentimientos en mi presencia, sobre la versión indicada del formulario. Lo que permiten continúa desde ahora.',
  'report:death': 'Notifico que el paciente ha fallecido. Todo se detiene hasta que dos personas lo hayan confirmado.',
  'report:dates-moved':
    'He registrado que estas fechas se han movido; el plan se ajusta, y se informa a quienes afecta.',
  'report:storage-moved': 'He trasladado estos envases a otra posición de almacenamiento.',
  'report:storage-alarm':
    'Notifico una alarma del dispositivo de almacenamiento aquí indicado. Los envases que están en él, de este tratamiento y de todos los demás de este centro, esperan la decisión de su fabricante.',
  'report:deviation-raised':
    'Señalo una desviación de lo exigido, tal como la describo aquí. Garantía de calidad la clasifica.',
  'report:partner-id': 'He registrado un identificador con el que un colaborador conoce este recorrido.',
  'report:qa-exemption':
    'Eximo este paso del bloqueo indicado aquí hasta la hora indicada aquí, por el motivo que doy. No firmo lo que se haga así.',
  'report:emergency-continuation':
    'Esperar dañaría al paciente. Junto con una segunda persona en otra función sigo pese al bloqueo indicado aquí hasta la hora indicada aquí, por el motivo que doy. No firmo lo que se haga así.',
  'report:exemption-taken-back':
    'Retiro que alguien pueda pasar en este paso el bloqueo indicado aquí, por el motivo que indico. Desde ahora está cerrado como antes; lo hecho hasta ahora queda como está registrado.',
};
