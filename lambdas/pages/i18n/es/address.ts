import type { address as english } from '../en/address.ts';

export const address: typeof english = {
  title: 'Confirmar que esta dirección le llega',
  lead: 'Ha recibido un correo de prueba. Pulse el botón, y lo urgente podrá enviarse a esta dirección.',
  notYours: 'Si este no es su identificador, cierre esta página y avise a la coordinación.',
  button: 'Los correos a esta dirección me llegan',
  proved: {
    title: 'Gracias',
    message: 'Su dirección está confirmada. Se le preguntará de nuevo dentro de un mes.',
  },
  over: {
    title: 'Este enlace no confirma ninguna dirección',
    message:
      'Ha caducado, nunca se envió, o su dirección ha cambiado desde entonces. Se le enviará otro correo de prueba; no tiene que hacer nada.',
  },
};
