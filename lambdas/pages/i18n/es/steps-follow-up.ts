import type { StepTexts } from '../en/step-texts.ts';

export const followUp = {
  'Record follow-up visit': {
    title: 'Registrar la visita',
    ask: 'Por favor, registre si tuvo lugar la visita de seguimiento.',
    decisions: { attended: 'Tuvo lugar', missed: 'No realizada', lost: 'Perdido para el seguimiento' },
    meanings: {
      attended: 'He registrado esta visita de seguimiento tal como tuvo lugar.',
      missed: 'He registrado que esta visita de seguimiento no tuvo lugar.',
      lost: 'He registrado que ya no es posible localizar al paciente para el seguimiento, tras los intentos indicados. El seguimiento no se cierra con ello.',
    },
  },
  'Report to the registry': {
    title: 'Notificar al registro',
    ask: 'Por favor, notifique esta visita al registro.',
    decisions: { reported: 'Notificada', 'not-reported': 'No notificada' },
    meanings: {
      reported: 'He notificado esta visita al registro.',
      'not-reported': 'He registrado por qué no se notifica esta visita al registro.',
    },
  },
  'Arrange the lifelong watch': {
    title: 'Organizar vigilancia de por vida',
    ask: 'Por favor, organice quién vigila desde ahora la aparición de neoplasias secundarias.',
    decisions: { arranged: 'Organizada', 'arranged-unreached': 'Organizada, paciente no informado' },
    meanings: {
      arranged:
        'He organizado quién vigila de por vida la aparición de neoplasias secundarias, y a quién se llama si se sospecha una.',
      'arranged-unreached':
        'He organizado a quién se llama si se sospecha una neoplasia secundaria; no se pudo informar al paciente, por el motivo indicado.',
    },
  },
  'Stand everything down': {
    title: 'Avisar a quienes esperan',
    ask: 'Por favor, diga a todos los que esperan este tratamiento que ha terminado.',
    decisions: { done: 'Todos informados' },
    meanings: {
      done: 'He dicho a todos los que esperaban este tratamiento que ha terminado, y he devuelto lo reservado.',
    },
  },
  'Account for every container': {
    title: 'Justificar cada envase',
    ask: 'Por favor, justifique el destino de cada envase no administrado, con su certificado y un testigo, y el de cada donación de la que no se hizo ningún lote certificado.',
    decisions: { accounted: 'Todo justificado' },
    meanings: {
      accounted:
        'He justificado el destino de cada envase de este tratamiento que no se administró, con su certificado y un testigo, y el de cada donación de la que no se hizo ningún lote certificado, con su documento.',
    },
  },
  'Close the course': {
    title: 'Cerrar el tratamiento',
    ask: 'Por favor, revise el registro de este tratamiento y ciérrelo.',
    decisions: { closed: 'Cerrar' },
    meanings: {
      closed:
        'He revisado este tratamiento: el destino de los envases está justificado, las desviaciones están tratadas o vinculadas, y el registro está completo.',
    },
  },
} satisfies Record<string, StepTexts>;
