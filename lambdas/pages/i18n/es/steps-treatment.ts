import type { StepTexts } from '../en/step-texts.ts';
import { back, second, waysBack } from './common-decisions.ts';

const beforeThaw =
  'He comparado la cadena de identidad, el lote, la caducidad y el envase con la prescripción, antes de descongelar este envase.';
const atBedside =
  'He comparado la cadena de identidad, el lote, la caducidad y el envase con el paciente que tengo delante, según sus propias palabras y su pulsera identificativa.';

const tocilizumab = {
  'record:tocilizumab-given':
    'He registrado una dosis de tocilizumab; debe haber otra disponible en el plazo de la ficha técnica.',
  'record:tocilizumab-resupplied': 'He registrado que hay otra dosis de tocilizumab disponible para este paciente.',
};

export const treatment = {
  'Give GO for thaw': {
    title: 'Dar GO de descongelación',
    ask: 'Por favor, evalúe ahora al paciente y decida si puede iniciarse la descongelación.',
    decisions: { go: 'GO', defer: 'Aplazar', recondition: 'Decidir de nuevo el acondicionamiento', ...back },
    meanings: {
      go: 'He evaluado ahora al paciente: apto para el tratamiento, acceso venoso permeable, equipo y medicación de rescate a mano. La descongelación puede iniciarse.',
      defer: 'Aplazo el tratamiento a la fecha indicada: el producto sigue congelado.',
      recondition:
        'He registrado que la ventana posterior al acondicionamiento ha pasado o pasará: se decide de nuevo sobre el acondicionamiento.',
      ...waysBack('No doy el GO: el producto no puede utilizarse.'),
    },
  },
  'Confirm GO for thaw': {
    title: 'Confirmar GO de descongelación',
    ask: 'Por favor, confirme el GO como segunda persona, o deniéguelo.',
    decisions: { go: 'GO confirmado', 'no-go': 'Sin GO' },
    meanings: {
      go: 'Confirmo como segunda persona que el producto, el equipo de descongelación, el personal y los documentos están preparados: la descongelación puede iniciarse.',
      'no-go': 'No confirmo el GO: debe darse de nuevo.',
    },
  },
  'Give the product': {
    title: 'Administrar el producto',
    ask: 'Por favor, registre cada punto de la lista de comprobación y después la administración misma.',
    decisions: {
      given: 'Administrado',
      'partly-given': 'Administrado en parte',
      'go-lapsed': 'No descongelado: el GO ya no vale',
      defer: 'No descongelado: aplazar',
      remake: 'No administrado: fabricar de nuevo',
      recollect: 'No administrado: extraer de nuevo',
      stopped: 'No administrado: finalizar el tratamiento',
    },
    meanings: {
      given: 'Fui responsable de la administración aquí registrada, y se administró toda la dosis prevista.',
      'partly-given':
        'Fui responsable de la administración aquí registrada, y se administró solo una parte de la dosis prevista.',
      'go-lapsed': 'He registrado que el GO ya no vale y no se descongeló nada: debe darse de nuevo.',
      defer:
        'Aplazo la administración a la fecha indicada: el producto no se descongeló, y se decide de nuevo sobre el GO antes de administrarlo.',
      ...waysBack('Confirmo que no se administró nada del producto.'),
      'record:premedication-given': 'He registrado cuándo se administró la premedicación.',
      'record:reaction': 'He registrado una reacción durante la infusión o después, y qué se hizo.',
      'record:identity-checked-before-thaw': beforeThaw,
      'record:identity-checked-before-thaw-second': second(beforeThaw),
      'record:removed-from-storage': 'He registrado cuándo se retiró este envase del almacenamiento.',
      'record:thaw-started': 'He registrado cuándo se inició la descongelación de este envase.',
      'record:thaw-ended': 'He registrado cuándo terminó la descongelación de este envase.',
      'record:inspected-after-thaw': 'He inspeccionado este envase tras la descongelación y registrado lo que vi.',
      'record:identity-checked': atBedside,
      'record:identity-checked-second': second(atBedside),
      'record:infusion-started': 'He registrado cuándo se inició la infusión de este envase.',
      'record:infusion-ended': 'He registrado cuándo terminó la infusión de este envase.',
    },
  },
  'Monitor the patient': {
    title: 'Vigilar al paciente',
    ask: 'Por favor, registre lo evaluado durante la vigilancia aguda, cada dosis de tocilizumab y el fin de la vigilancia.',
    decisions: { completed: 'Vigilancia completada' },
    meanings: {
      completed:
        'He registrado que la vigilancia aguda se hizo durante el tiempo que pide el protocolo, con los grados máximos observados.',
      'record:observation': 'He registrado los grados tal como se evaluaron a pie de cama.',
      ...tocilizumab,
    },
  },
  Discharge: {
    title: 'Alta hospitalaria',
    ask: 'Por favor, registre cómo terminó la estancia.',
    decisions: { discharged: 'Dado de alta' },
    meanings: {
      discharged:
        'He dado de alta al paciente tras la vigilancia aguda, con tarjeta de alerta, cuidador e instrucciones.',
      ...tocilizumab,
    },
  },
  'Send the discharge letter': {
    title: 'Enviar el informe de alta',
    ask: 'Por favor, envíe el informe de alta al médico de cabecera y al servicio que derivó.',
    decisions: { sent: 'Enviado' },
    meanings: {
      sent: 'He enviado el informe de alta al médico de cabecera y al servicio que derivó.',
      ...tocilizumab,
    },
  },
  'End the proximity period': {
    title: 'Terminar la estancia cercana',
    ask: 'Por favor, hable con el paciente sobre el fin de la estancia cerca del hospital.',
    decisions: { ended: 'Terminada' },
    meanings: {
      ended: 'He hablado con el paciente: la estancia cerca del hospital ha terminado, y se sabe lo que sigue vigente.',
      ...tocilizumab,
    },
  },
} satisfies Record<string, StepTexts>;
