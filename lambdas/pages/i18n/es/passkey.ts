import type { passkey as english } from '../en/passkey.ts';

export const passkey: typeof english = {
  title: 'Añadir una llave de acceso para firmar',
  lead: 'Una llave de acceso (passkey) firma pasos en lugar de su PIN: una llave de seguridad, o este dispositivo con su huella, su cara o su código. Es solo suya. No la añada en un dispositivo que otras personas puedan desbloquear.',
  signer: 'Identificador',
  notYours: 'Si este no es su identificador, cierre esta página y avise a quien le dio el enlace.',
  once: 'Este enlace añade una sola llave de acceso. Puede pedir otro enlace para cada llave adicional.',
  needsScript: 'Para añadir una llave de acceso, esta página necesita JavaScript. Firmar con su PIN funciona sin él.',
  over: {
    title: 'Este enlace no añade ninguna llave de acceso',
    message: 'Ya se utilizó, ha caducado o nunca se entregó. Pida uno nuevo a quien comprobó su identidad.',
  },
};
