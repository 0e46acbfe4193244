import type { registerActs as english } from '../en/register-acts.ts';

export const registerActs: typeof english = {
  waitingTitle: 'Pasos abiertos que necesitan esta entrada',
  waitingNote: 'Mientras no se pueda usar, estos no pueden firmarse, o solo con otra en su lugar.',
  waitingNone: 'Ningún paso abierto necesita esta entrada ahora.',
  waitingBy: (step, due) => `${step}, vence ${due}`,
  unseen: (count) =>
    count === 1 ? '1 paso más, de un proceso que usted no ve.' : `${count} pasos más, de procesos que usted no ve.`,
  title: 'Firmar un cambio',
  byOthers: (owner) => `Otros cambios los firman aquí ${owner} y la garantía de calidad o la dirección del programa.`,
  elsewhere: (system) =>
    `Esta entrada se lleva en ${system} y se cambia allí. Aquí se puede confirmar que sigue siendo válida.`,
  acts: {
    quarantine: {
      title: 'Poner en cuarentena ahora',
      hint: 'Una persona, a cualquier hora. Desde entonces no se firma nada con ella; lo firmado con ella en los últimos 15 minutos se revisa. Dos personas la devuelven al uso.',
      meaning: 'La retiro del uso de inmediato.',
      button: 'Firmar y poner en cuarentena',
    },
    release: {
      title: 'Levantar la cuarentena',
      hint: 'Firman dos personas, una de ellas de garantía de calidad o de la dirección del programa.',
      meaning: 'Hemos visto la prueba: puede volver a usarse.',
      button: 'Firmar y levantar la cuarentena',
    },
    renewal: {
      title: 'Renovar con prueba',
      hint: 'Qué se hizo de nuevo, cuándo y hasta cuándo vale.',
      meaning: 'He visto la prueba y declaro lo que dice.',
      button: 'Firmar y renovar',
    },
    confirmation: {
      title: 'Confirmar que sigue siendo válida',
      hint: 'Mire la cosa misma, o el otro sistema. Desde entonces la entrada cuenta como leída ahora.',
      meaning: 'He visto la prueba: lo que aquí se dice sigue siendo válido.',
      button: 'Firmar y confirmar',
    },
  },
  because: 'Por qué',
  found: 'Qué se encontró y qué se hizo',
  reference: 'Prueba',
  referenceHint: 'Qué ha visto y dónde se encuentra, por ejemplo el número de un certificado o informe.',
  part: 'Qué se renueva',
  on: 'Hecho el',
  next: 'Vale hasta',
  second: 'Identificador de la segunda persona',
  secondPin: 'PIN de la segunda persona',
  ownPin: (name) => `PIN de ${name}`,
  done: {
    quarantine:
      'Firmado. Está en cuarentena: desde ahora no se firma nada con ella. Lo firmado con ella en los últimos 15 minutos se revisa, y abre una desviación si no se sostiene.',
    release: 'Firmado. Puede volver a usarse, si nada más lo impide.',
    renewal: 'Firmado. Está renovada.',
    confirmation: 'Firmado. Cuenta como leída ahora.',
  },
  signed: {
    quarantine: 'Puesta en cuarentena, firmada con PIN',
    release: 'Cuarentena levantada, firmada con PIN por ambas personas',
    renewal: 'Renovada con prueba, firmada con PIN',
    confirmation: 'Confirmada con prueba, firmada con PIN',
  },
  evidence: (reference, on) => (on === undefined ? `Prueba: ${reference}` : `Prueba: ${reference}, hecho el ${on}`),
  problems: {
    'wrong-credential':
      'El PIN es incorrecto, o su identificador está bloqueado 15 minutos tras cinco PIN incorrectos. No se cambió nada.',
    'wrong-second':
      'El identificador o el PIN de la segunda persona es incorrecto, o ese identificador está bloqueado 15 minutos tras cinco PIN incorrectos. No se cambió nada.',
    'same-person': 'La segunda firma es de otra persona. No se cambió nada.',
    'not-a-keeper':
      'Esto lo firma quien se ocupa de ello, o la garantía de calidad o la dirección del programa del centro. No se cambió nada.',
    'takes-two': 'Para esto hacen falta dos personas. No se cambió nada.',
    'no-keeper-among':
      'Una de las dos personas ha de ser de garantía de calidad o de la dirección del programa. No se cambió nada.',
    'from-elsewhere': 'Este formulario no venía de una página de esta sesión. No se cambió nada. Inténtelo de nuevo.',
    required: 'Rellene todos los campos. No se cambió nada.',
    changed: 'La entrada se cambió entretanto: así está ahora. Usted no cambió nada. Mírela y firme de nuevo.',
    busy: 'Otra persona cambió un registro en el mismo momento. Usted no cambió nada. Firme de nuevo.',
    'nothing-new': 'El registro ya dice lo mismo. No se cambió nada.',
    refused: 'El registro no lo acepta. No se cambió nada. Dice:',
  },
};
