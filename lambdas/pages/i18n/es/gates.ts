import type { gates as english } from '../en/gates.ts';

export const gates: typeof english = {
  'not-held.closed': 'El recorrido está suspendido. Esto podrá firmarse cuando se levante la suspensión.',
  'not-held.unknown': 'No se sabe si el recorrido está suspendido.',
  'not-expired.closed': 'El producto ha caducado. No puede administrarse.',
  'not-expired.unknown': 'Ningún certificado indica cuándo caduca el producto.',
  'identity-matches.closed':
    'La cadena de identidad difiere de la registrada para este recorrido. Deténgase y llame a garantía de calidad.',
  'identity-matches.unknown': 'La cadena de identidad no se pudo leer, por lo que no se puede comparar.',
  'donations-collected.closed':
    'El certificado nombra una donación que no se extrajo en este recorrido. Deténgase y notifique que los identificadores no coinciden.',
  'donations-collected.unknown':
    'El certificado no nombra ninguna donación, por lo que no se puede comparar con las extracciones. Pregunte al fabricante.',
  'batch-certified.closed':
    'El lote de la etiqueta difiere del certificado y prescrito. Deténgase y llame a garantía de calidad.',
  'batch-certified.unknown': 'El lote no se puede comparar: no se leyó ninguno, o ninguno está certificado.',
  'expiry-certified.closed':
    'La caducidad de la etiqueta difiere de la certificada. Deténgase y llame a garantía de calidad.',
  'expiry-certified.unknown': 'La caducidad no se puede comparar: no se leyó ninguna, o ninguna está certificada.',
  'component-in-order.closed': 'Aún no se han infundido envases de un componente que se administra antes que este.',
  'component-in-order.unknown': 'No se sabe si los componentes se administran en su orden.',
  'container-prescribed.closed': 'Este envase no está prescrito. Deténgase y llame a garantía de calidad.',
  'container-prescribed.unknown': 'No se sabe si este envase está prescrito.',
  'sound-after-thaw.closed':
    'El envase tiene fugas o grumos. El médico, el farmacéutico y el laboratorio celular deciden con el fabricante, a quien se informa hoy.',
  'sound-after-thaw.unknown': 'No se sabe si el envase está en buen estado.',
  'no-death-reported.closed': 'Se notificó el fallecimiento del paciente y dos personas lo están confirmando.',
  'no-death-reported.unknown': 'No se sabe si se notificó un fallecimiento.',
  'before-death.closed':
    'El paciente ha fallecido, como confirmaron dos personas. Registre aquí solo lo que ocurrió antes.',
  'before-death.unknown': 'No se sabe si el paciente había fallecido.',
  'consent-stands.closed': 'Se retiró un consentimiento en el que esto se basa. Un médico decide lo que sigue.',
  'consent-stands.unknown': 'No se sabe si el consentimiento está vigente.',
  'no-mismatch-open.closed':
    'Hay una discrepancia de identidad abierta. Deténgase hasta que garantía de calidad la haya resuelto.',
  'no-mismatch-open.unknown': 'No se sabe si hay una discrepancia de identidad abierta.',
  'storage-qualified.closed':
    'Según el registro de equipos, este recipiente o posición no puede usarse ahora: no está en uso, o su mapeo, calibración o prueba de alarma ha caducado. Almacene en otro; el responsable consta en el registro.',
  'storage-qualified.unknown':
    'No se sabe si este almacenamiento puede usarse: no está en el registro de equipos, o este no se ha leído recientemente. Use otro, o haga que se inscriba o se confirme.',
  'device-in-date.closed':
    'Según el registro de equipos, este aparato no puede usarse ahora: no está en uso, o su calibración o mantenimiento ha caducado. Use otro; el responsable consta en el registro.',
  'device-in-date.unknown':
    'No se sabe si el aparato estaba al día: no se nombró ninguno, no está en el registro, o este no se ha leído recientemente.',
  'shipper-qualified.closed':
    'Según el registro de contenedores de transporte, este no puede usarse ahora: no está en uso, o su cualificación o prueba de mantenimiento ha caducado. Tome otro.',
  'shipper-qualified.unknown':
    'No se sabe si el contenedor de transporte está cualificado: no está en el registro, o este no se ha leído recientemente.',
  'logger-in-date.closed':
    'Según el registro de contenedores de transporte, este registrador no puede usarse ahora: no está en uso, o su calibración ha caducado. Tome otro.',
  'logger-in-date.unknown':
    'No se sabe si el registrador está calibrado: no está en el registro, o este no se ha leído recientemente.',
  'competent.closed':
    'Su evaluación en esta tarea ha caducado o fue retirada. Puede firmar alguien competente, o se renueva su evaluación.',
  'competent.unknown':
    'No consta ninguna evaluación suya en esta tarea. Puede firmar alguien competente, o se registra su evaluación.',
  'shift-covered.closed':
    'Hay demasiado pocas personas competentes presentes el día del tratamiento. Asigne a otras, o acuerde otra hora; en una emergencia siguen dos personas juntas.',
  'shift-covered.unknown':
    'No se sabe si hay suficientes personas competentes presentes el día del tratamiento. Haga que se lea de nuevo el cuadrante de turnos.',
  'approvals-valid.closed':
    'La elegibilidad o la financiación ya no valen. Vuelva a pedir: entonces se pide de nuevo lo que venció.',
  'approvals-valid.unknown': 'No se sabe si la elegibilidad y la financiación siguen valiendo.',
  'site-ready.closed':
    'El centro no está preparado para este producto: algo en lo que se basa ha caducado o está cerrado. Garantía de calidad sabe qué es y lo renueva.',
  'site-ready.unknown': 'No se sabe si el centro está preparado para este producto. Garantía de calidad lo registra.',
  'risk-assessed.closed':
    'El análisis de riesgos de este producto no es válido ahora: ha caducado, queda una acción abierta o un riesgo no fue aceptado. Garantía de calidad se ocupa de ello.',
  'risk-assessed.unknown':
    'No hay ningún análisis de riesgos de este producto en el registro. Garantía de calidad lo registra.',
  'agreement-in-date.closed':
    'El acuerdo sobre este producto no está en vigor, o su revisión está atrasada. Garantía de calidad se ocupa de ello.',
  'agreement-in-date.unknown':
    'No hay ningún acuerdo sobre este producto en el registro. Garantía de calidad lo registra.',
  'procedure-effective.closed':
    'El procedimiento junto a este formulario no está en vigor en esta versión. Garantía de calidad se ocupa de ello.',
  'procedure-effective.unknown':
    'El procedimiento junto a este formulario no está en el registro de documentos. Garantía de calidad lo registra.',
  'slot-still-held.closed':
    'El fabricante ya no guarda estas citas. Pida una nueva oferta y regístrela antes de reservar.',
  'slot-still-held.unknown': 'No se sabe hasta cuándo guarda el fabricante estas citas.',
  'readiness-in-time.closed': 'Es demasiado pronto para confirmar la aptitud para esta cita (vea desde cuándo).',
  'readiness-in-time.unknown': 'No hay ninguna cita reservada, por lo que no se sabe desde cuándo cuenta la aptitud.',
  'readiness-stands.closed':
    'La aptitud confirmada no se refiere a esta extracción: se confirmó después de iniciarla, la cita se movió después, o es demasiado antigua. Confírmela de nuevo o busque nuevas citas.',
  'readiness-stands.unknown': 'No hay ninguna aptitud registrada.',
  'donor-tests-in-window.closed':
    'La muestra de las pruebas del donante es demasiado antigua para esta extracción. Busque nuevas citas: entonces se piden las pruebas de nuevo.',
  'donor-tests-in-window.unknown': 'No se sabe cuándo se tomó la muestra de las pruebas del donante.',
  'product-available.closed':
    'El producto aún no está tan cerca como piden el protocolo y el centro antes del acondicionamiento.',
  'product-available.unknown': 'No se sabe dónde está el producto.',
  'product-accepted.closed':
    'El producto certificado no se ha aceptado en el centro. Inspecciónelo y acéptelo primero.',
  'product-accepted.unknown': 'No se sabe si se aceptó el producto.',
  'inspection-clean.closed':
    'La inspección o los documentos del envío muestran algo incorrecto. Ponga el producto en cuarentena; garantía de calidad lo resuelve con el fabricante.',
  'inspection-clean.unknown': 'No se registró ninguna inspección de este suministro.',
  'custody-seal.closed': 'El precinto estaba roto a la llegada.',
  'custody-seal.unknown': 'No se sabe si el precinto estaba intacto.',
  'custody-temperature.closed': 'El envío estuvo fuera de su intervalo de temperatura.',
  'custody-temperature.unknown': 'No se sabe a qué temperatura viajó el envío.',
  'custody-qualification.closed':
    'El envío se entregó o llegó después de terminar la cualificación de su contenedor de transporte.',
  'custody-qualification.unknown': 'No se sabe hasta cuándo estaba cualificado el contenedor de transporte.',
  'custody-departure.closed': 'El material sale más tarde de lo que permite su liberación.',
  'custody-departure.unknown': 'No se sabe antes de cuándo debe salir el material.',
  'custody-order.closed': 'La llegada es anterior a la entrega. Indique cuándo ocurrió cada una.',
  'custody-order.unknown': 'No se sabe en qué orden se entregó y llegó el envío.',
  'custody-contents.closed': 'Los envases entregados no son los de este recorrido.',
  'custody-contents.unknown': 'No se sabe qué envases se esperan.',
  'tests-passed.closed': 'Una prueba pendiente en la certificación no es conforme.',
  'tests-passed.unknown': 'Aún no están los resultados de pruebas pendientes en la certificación.',
  'no-critical-deviation-open.closed':
    'Hay abierta una desviación crítica del producto o de la identidad. Garantía de calidad la clasifica, la hace investigar y decide primero.',
  'no-critical-deviation-open.unknown': 'No se sabe si hay abierta una desviación crítica.',
  'major-deviations-triaged.closed':
    'Una desviación mayor del producto o de la identidad aún no está clasificada. Garantía de calidad la clasifica primero.',
  'major-deviations-triaged.unknown': 'No se sabe si una desviación mayor está clasificada.',
  'not-contained.closed': 'Tras una desviación, garantía de calidad retiene estos envases o rechazó este material.',
  'not-contained.unknown': 'No se sabe si hay envases retenidos tras una desviación.',
  'no-open-excursion.closed':
    'Tras una excursión se espera la decisión escrita del fabricante, o esta rechaza el material.',
  'no-open-excursion.unknown': 'No se sabe si hay una excursión abierta.',
  'in-conditioning-window.closed':
    'No es el momento del producto: la ventana posterior al acondicionamiento aún no se ha abierto, o ha terminado.',
  'in-conditioning-window.unknown':
    'No hay ningún acondicionamiento completado registrado, por lo que no se conoce su ventana.',
  'conditioning-not-to-repeat.closed':
    'El acondicionamiento terminó hace demasiado tiempo y debe repetirse según la regla de la ficha técnica. Decida de nuevo sobre el acondicionamiento.',
  'conditioning-not-to-repeat.unknown':
    'El acondicionamiento terminó hace mucho: vuelva a contar los leucocitos e introduzca el recuento con el GO.',
  'first-go-stands.closed': 'El primer GO ya no vale. No lo confirme: ambas personas deben darlo de nuevo.',
  'first-go-stands.unknown': 'No se sabe si el primer GO vale.',
  'go-stands-conditioning.closed':
    'Ningún GO de acondicionamiento vale ahora o a la hora indicada. Debe darse de nuevo.',
  'go-stands-conditioning.unknown': 'No se sabe si vale un GO de acondicionamiento.',
  'go-stands-thaw.closed': 'Ningún GO de descongelación vale ahora o a la hora indicada. Debe darse de nuevo.',
  'go-stands-thaw.unknown': 'No se sabe si vale un GO de descongelación.',
  'not-flagged-do-not-ship.closed': 'El bloqueo «no enviar» está establecido. Un médico lo revisa.',
  'not-flagged-do-not-ship.unknown': 'No se sabe si el bloqueo «no enviar» está establecido.',
  'not-flagged-do-not-condition.closed': 'El bloqueo «no acondicionar» está establecido. Un médico lo revisa.',
  'not-flagged-do-not-condition.unknown': 'No se sabe si el bloqueo «no acondicionar» está establecido.',
  'not-flagged-do-not-thaw.closed': 'El bloqueo «no descongelar» está establecido. Un médico lo revisa.',
  'not-flagged-do-not-thaw.unknown': 'No se sabe si el bloqueo «no descongelar» está establecido.',
  'monitored-long-enough.closed': 'Según la ficha técnica, la vigilancia aguda aún no ha terminado (vea su plazo).',
  'monitored-long-enough.unknown': 'No se sabe hasta cuándo dura la vigilancia aguda.',
  'consent-to-registry.closed': 'El paciente no consiente el registro.',
  'consent-to-registry.unknown': 'No se sabe si el paciente consiente el registro.',
  'consent-to-disposal.closed':
    'El paciente no consiente el uso ni la eliminación del material no utilizado. Consulte primero al médico.',
  'consent-to-disposal.unknown':
    'No se sabe si el paciente consiente el uso o la eliminación del material no utilizado.',
  'near-long-enough.closed':
    'Según la ficha técnica, la estancia cerca del hospital aún no ha terminado (vea su plazo).',
  'near-long-enough.unknown': 'No se sabe hasta cuándo permanece el paciente cerca del hospital.',
  'told-to-stay-near.closed': 'Según la ficha técnica, el paciente permanece más tiempo cerca del hospital.',
  'told-to-stay-near.unknown': 'No se sabe hasta cuándo debe permanecer el paciente cerca del hospital.',
  'told-not-to-drive.closed': 'Según la ficha técnica, el paciente aún no conduce ese día.',
  'told-not-to-drive.unknown': 'No se sabe hasta cuándo no conduce el paciente.',
};
