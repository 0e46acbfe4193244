import type { StepTexts } from '../en/step-texts.ts';
import { stop } from './common-decisions.ts';

const notSo = 'He registrado que la notificación era errónea: el paciente vive.';

/** What runs beside the course, and what follows from a report. */
export const beside = {
  'Reassess the patient': {
    title: 'Reevaluar al paciente',
    ask: 'Por favor, vea de nuevo al paciente mientras se fabrica el producto, y registre si el tratamiento sigue siendo posible.',
    decisions: { fit: 'Sigue apto', deteriorated: 'No apto ahora' },
    meanings: {
      fit: 'He visto de nuevo al paciente: sigue apto para este tratamiento, con el tratamiento puente registrado.',
      deteriorated:
        'He visto de nuevo al paciente: no apto ahora. El envío, el acondicionamiento y la descongelación esperan a que se revisen los bloqueos.',
    },
  },
  'Record the pending tests': {
    title: 'Registrar pruebas pendientes',
    ask: 'Por favor, registre los resultados que estaban pendientes cuando se certificó el lote.',
    decisions: { passed: 'Todas conformes', failed: 'Una prueba no conforme' },
    meanings: {
      passed: 'He registrado, a partir del documento del fabricante, que todas las pruebas pendientes son conformes.',
      failed:
        'He registrado, a partir del documento del fabricante, que una prueba pendiente no es conforme: el producto no debe administrarse.',
    },
  },
  'Record the disposition': {
    title: 'Decisión del fabricante',
    ask: 'Por favor, obtenga y registre la decisión escrita del fabricante tras la excursión.',
    decisions: { 'may-be-used': 'Puede utilizarse', rejected: 'No debe utilizarse' },
    meanings: {
      'may-be-used': 'He registrado la decisión escrita del fabricante: lo afectado por la excursión puede utilizarse.',
      rejected: 'He registrado la decisión escrita del fabricante: lo afectado por la excursión no debe utilizarse.',
    },
  },
  'Resolve the mismatch': {
    title: 'Resolver la discrepancia',
    ask: 'Por favor, obtenga de su emisor la prueba corregida. Una discrepancia de identidad nunca se pasa por alto.',
    decisions: { resolved: 'Resuelta', 'not-resolved': 'No puede resolverse' },
    meanings: {
      resolved:
        'He obtenido por escrito la prueba corregida del emisor. El paso en que se encontró la discrepancia se comprueba de nuevo por completo.',
      'not-resolved': 'He registrado que la discrepancia no puede resolverse: lo que afecta no debe utilizarse.',
    },
  },
  'Confirm the resolution': {
    title: 'Confirmar la resolución',
    ask: 'Por favor, compare como segunda persona la prueba corregida con la cadena de identidad.',
    decisions: { confirmed: 'Confirmada', again: 'Resolver de nuevo' },
    meanings: {
      confirmed:
        'He comparado como segunda persona la prueba corregida del emisor con la cadena de identidad de este recorrido.',
      again: 'No confirmo la resolución: debe buscarse de nuevo.',
    },
  },
  'Review the flags': {
    title: 'Revisar los bloqueos',
    ask: 'Por favor, vea al paciente y decida si se levantan los bloqueos.',
    decisions: { cleared: 'Levantar los bloqueos', stay: 'Los bloqueos siguen', ...stop },
    meanings: {
      cleared:
        'He visto de nuevo al paciente y levanto los bloqueos: el envío, el acondicionamiento y la descongelación pueden continuar.',
      stay: 'He visto de nuevo al paciente: los bloqueos siguen y se revisan de nuevo.',
      stopped: 'He decidido con el comité multidisciplinar que el tratamiento finaliza.',
    },
  },
  'Decide on the withdrawal': {
    title: 'Decidir sobre la retirada',
    ask: 'Por favor, hable con el paciente sobre el consentimiento retirado y decida lo que sigue.',
    decisions: {
      ...stop,
      'goes-on': 'El tratamiento continúa',
      'consented-again': 'Consentimiento dado de nuevo',
      'not-withdrawn': 'El consentimiento sigue vigente',
    },
    meanings: {
      stopped:
        'He hablado con el paciente: el consentimiento al tratamiento se ha retirado, y el tratamiento finaliza.',
      'goes-on': 'He hablado con el paciente: el tratamiento continúa sin lo que permitía el consentimiento retirado.',
      'consented-again':
        'He hablado con el paciente: lo retirado se consintió de nuevo en mi presencia, sobre la versión indicada del formulario.',
      'not-withdrawn':
        'He hablado con el paciente: el consentimiento sigue vigente, la notificación fue un malentendido.',
    },
  },
  'Confirm the death': {
    title: 'Confirmar el fallecimiento',
    ask: 'Por favor, confirme si el paciente ha fallecido. Hasta que lo hagan dos personas, todo está suspendido.',
    decisions: { confirmed: 'Confirmado', 'not-so': 'La notificación era errónea' },
    meanings: { confirmed: 'Confirmo que el paciente ha fallecido.', 'not-so': notSo },
  },
  'Confirm the death as second person': {
    title: 'Fallecimiento: segunda persona',
    ask: 'Por favor, confirme el fallecimiento como segunda persona, a partir de una fuente propia.',
    decisions: { confirmed: 'Confirmado', 'not-so': 'La notificación era errónea' },
    meanings: {
      confirmed: 'Confirmo como segunda persona, a partir de la fuente indicada, que el paciente ha fallecido.',
      'not-so': notSo,
    },
  },
  'Compare with the paper record': {
    title: 'Comparar con el papel',
    ask: 'Por favor, compare lo transcrito con el documento en papel: persona, hora y cada valor.',
    decisions: { same: 'Igual', differs: 'No es igual' },
    meanings: {
      same: 'He comparado lo transcrito con el documento en papel aquí nombrado: la persona, la hora y cada valor son iguales.',
      differs: 'He comparado lo transcrito con el documento en papel aquí nombrado: no es igual.',
    },
  },
  'Sign the correction': {
    title: 'Firmar la corrección',
    ask: 'Se ha corregido un registro firmado. Por favor, compare y fírmelo de nuevo tal como está ahora.',
    decisions: { signed: 'Firmar de nuevo', disputed: 'No es lo que ocurrió' },
    meanings: {
      signed:
        'He comparado lo que se firmó primero con lo que se corrigió, y leído el motivo. Tal como está corregido es lo que ocurrió, y así lo firmo.',
      disputed:
        'He comparado lo que se firmó primero con lo que se corrigió: tal como está corregido no es lo que ocurrió.',
    },
  },
  'Review the emergency continuation': {
    title: 'Revisar la continuación de urgencia',
    ask: 'En una urgencia dos personas siguieron pese a un bloqueo. Por favor, revise antes del final del próximo día laborable por qué y qué se hizo después.',
    decisions: { accepted: 'Estaba justificada', 'not-accepted': 'Debió esperar' },
    meanings: {
      accepted:
        'He revisado por qué dos funciones siguieron pese a este bloqueo y qué se hizo después: esperar habría dañado al paciente. Lo que sigue se decide en la desviación indicada aquí.',
      'not-accepted':
        'He revisado por qué dos funciones siguieron pese a este bloqueo y qué se hizo después: debió esperar. Lo que sigue se decide en la desviación indicada aquí.',
    },
  },
} satisfies Record<string, StepTexts>;
