import type { passkey as english } from '../en/passkey.ts';

export const passkey: typeof english = {
  title: 'Añadir una llave de acceso para firmar',
  lead: 'Una llave de acceso (passkey) firma pasos en lugar de su PIN: una llave de seguridad, o este dispositivo con su huella, su cara o su código. Es solo suya. No la añada en un dispositivo que otras personas puedan desbloquear.',
  signer: 'Identificador',
  notYours: 'Si este no es su identificador, cierre esta página y avise a quien le dio el enlace.',
  once: 'Este enlace añade una sola llave de acceso. Puede pedir otro enlace para cada llave adicional.',
  needsScript: 'Para añadir una llave de acceso, esta página necesita JavaScript. Firmar con su PIN funciona sin él.',
  pin: {
    title: 'Establecer su PIN',
    lead: 'Usted firma con identificador y PIN. Nadie más debe conocer el PIN, nadie se lo pedirá, y uno que utilice en otro lugar no debe usarse aquí.',
    first: 'PIN nuevo',
    hint: 'De 6 a 12 cifras, no todas iguales ni seguidas.',
    again: 'El mismo PIN otra vez',
    button: 'Establecer el PIN',
    problems: {
      'not-digits': 'El PIN tiene de 6 a 12 cifras y nada más.',
      differ: 'Los dos difieren. Escriba dos veces el mismo PIN.',
      guessable: 'Este PIN está entre los primeros que cualquiera prueba. Elija otro.',
    },
  },
  pinSet: {
    title: 'PIN establecido',
    message:
      'Vale desde ahora, y este enlace ya no hace nada más. Donde tenía la sesión iniciada, se le pedirá que la inicie de nuevo.',
  },
  over: {
    title: 'Este enlace no establece nada',
    message: 'Ya se utilizó, ha caducado o nunca se entregó. Pida uno nuevo a quien comprobó su identidad.',
  },
};
