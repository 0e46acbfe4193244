import type { StepTexts } from '../en/step-texts.ts';
import { second, stop } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

const identified =
  'He comparado dos identificadores del paciente y la cadena de identidad con las etiquetas, antes de la extracción.';
const reorder = 'He registrado que aquello en lo que se basa el pedido ya no vale: debe pedirse de nuevo.';

export const collection = {
  'Book the slots': {
    title: 'Reservar las citas',
    ask: 'Por favor, registre las citas ofrecidas y reserve la extracción y la fabricación antes de que dejen de guardarse.',
    decisions: { booked: 'Reservadas', 'slot-lost': 'Citas perdidas', reorder: 'Pedir de nuevo', ...stop },
    meanings: {
      booked: 'He reservado estas citas con el fabricante y con aféresis; las fechas que siguen son el plan.',
      'slot-lost': 'He registrado que las citas ofrecidas se perdieron: hay que buscar otras.',
      reorder,
      stopped: 'He registrado que no se reservarán citas: el tratamiento finaliza.',
      'record:slot-offered': 'He registrado las citas que ofrece el fabricante, y hasta cuándo nos las guarda.',
    },
  },
  'Check donor tests': {
    title: 'Comprobar pruebas del donante',
    ask: 'Por favor, compruebe los marcadores de enfermedades infecciosas y cuándo se tomó su muestra.',
    decisions: { tested: 'Comprobado', rebook: 'Buscar nuevas citas', ...stop },
    meanings: {
      tested:
        'He comprobado los marcadores de enfermedades infecciosas del donante, y que la muestra está dentro de su ventana.',
      rebook: 'He registrado que la muestra está fuera de su ventana o falta: hay que buscar nuevas citas.',
      stopped: 'He registrado que los marcadores descartan esta extracción: el tratamiento finaliza.',
    },
  },
  'Confirm readiness': {
    title: 'Confirmar la aptitud',
    ask: 'Por favor, confirme si al paciente se le puede hacer la extracción en la cita reservada.',
    decisions: { ready: 'Apto', rebook: 'Buscar nuevas citas', reorder: 'Pedir de nuevo', ...stop },
    meanings: {
      ready:
        'Confirmo que la extracción puede hacerse en la cita reservada: períodos de lavado, recuentos, acceso venoso y kit están en orden.',
      rebook: 'He registrado que la extracción no puede hacerse en esta cita: hay que buscar nuevas citas.',
      reorder,
      stopped: 'He registrado que no se hará la extracción: el tratamiento finaliza.',
    },
  },
  'Record apheresis': {
    title: 'Registrar la aféresis',
    ask: 'Por favor, identifique al paciente con una segunda persona, y registre después la aféresis y sus identificadores.',
    decisions: { collected: 'Extraído', rebook: 'Buscar nuevas citas', recollect: 'Extraer de nuevo', ...stop },
    meanings: {
      collected: 'He registrado la extracción, sus etiquetas y lo que estuvo en contacto con el material.',
      rebook: 'He registrado que no se extrae nada en esta cita: hay que buscar nuevas citas.',
      recollect: 'He registrado que esta extracción no dio material utilizable y debe repetirse.',
      stopped: 'He registrado que la extracción, y con ella el tratamiento, finaliza.',
      'record:ready-again': 'Confirmo de nuevo que la extracción puede hacerse en la cita tal como está ahora.',
      'record:patient-identified': identified,
      'record:patient-identified-second': second(identified),
    },
  },
  'Release the collection': {
    title: 'Liberar la extracción',
    ask: 'Por favor, compruebe el rendimiento y las etiquetas del material de partida y decida sobre su liberación.',
    decisions: {
      released: 'Liberar',
      'released-under-target': 'Liberar por debajo del objetivo',
      recollect: 'Extraer de nuevo',
      ...stop,
    },
    meanings: {
      released: 'He comprobado el rendimiento y las etiquetas del material de partida, y lo libero para su envío.',
      'released-under-target':
        'He comprobado las etiquetas y el rendimiento; el rendimiento está por debajo del objetivo, y lo libero con la aceptación escrita del fabricante.',
      recollect: 'No libero este material: debe extraerse de nuevo.',
      stopped: 'No libero este material: el tratamiento finaliza.',
    },
  },
  'Ship the starting material': {
    title: 'Enviar el material de partida',
    ask: 'Por favor, registre a partir de los documentos la entrega del material de partida y su llegada al fabricante.',
    decisions: { delivered: 'Llegado al fabricante', recollect: 'Perdido: extraer de nuevo', ...stop },
    meanings: {
      delivered: 'He registrado, a partir de los documentos, que el material de partida llegó a su fabricante.',
      recollect: 'He registrado que el material de partida se perdió o se deterioró: debe extraerse de nuevo.',
      stopped: 'He registrado que el material de partida se perdió o se deterioró: el tratamiento finaliza.',
      ...custodyMeanings,
    },
  },
} satisfies Record<string, StepTexts>;
