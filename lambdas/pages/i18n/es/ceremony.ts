import type { ceremony as english, offer as englishOffer } from '../en/ceremony.ts';

export const offer: typeof englishOffer = {
  signing: {
    button: 'Firmar con llave de acceso',
    working: 'Esperando su llave de acceso…',
    failed:
      'En este momento no ha sido posible firmar con una llave de acceso. No se ha registrado nada. Por favor, firme con su PIN.',
  },
  opening: {
    button: 'Iniciar sesión con llave de acceso',
    working: 'Esperando su llave de acceso…',
    failed:
      'En este momento no es posible iniciar sesión con una llave de acceso. Por favor, utilice su identificador y su PIN, o vuelva a cargar la página.',
  },
  adding: {
    button: 'Añadir una llave de acceso',
    working: 'Esperando su llave de acceso…',
    failed:
      'En este momento no se ha podido añadir la llave de acceso. Por favor, inténtelo de nuevo con el mismo enlace.',
  },
};

export const ceremony: typeof english = {
  signing: {
    cancelled:
      'Ninguna llave de acceso ha firmado: la operación se canceló, tardó demasiado, o este dispositivo no conoce ninguna llave de acceso suya. No se ha registrado nada. Puede intentarlo de nuevo o firmar con su PIN.',
    'wrong-key':
      'Esta llave de acceso no pertenece al identificador, fue revocada, o no ha firmado lo que se muestra. No se ha registrado nada. Puede intentarlo de nuevo o firmar con su PIN.',
    unsupported:
      'Este navegador no puede utilizar llaves de acceso en esta página. No se ha registrado nada. Por favor, firme con su PIN.',
    fields: 'Por favor, rellene lo que falta; con una llave de acceso no se necesita el PIN.',
    'not-permitted':
      'Usted no puede firmar esto: se pide otro rol u otro centro, se asignó a otra persona, o debe firmarlo alguien distinto de usted. No se ha registrado nada.',
    changed:
      'La página ha estado abierta mucho tiempo o ha cambiado desde entonces. No se ha registrado nada. Por favor, vuelva a cargarla.',
    conflict:
      'Esto ya se registró o ya no está abierto. No se ha modificado nada. Por favor, vuelva a cargar la página.',
  },
  opening: {
    cancelled:
      'Ninguna llave de acceso ha iniciado su sesión: la operación se canceló, tardó demasiado, o este dispositivo no conoce ninguna llave de acceso suya.',
    'wrong-key':
      'Esta llave de acceso no inicia la sesión de nadie: fue revocada o no se conoce aquí. Por favor, utilice su identificador y su PIN.',
    unsupported:
      'Este navegador no puede utilizar llaves de acceso en esta página. Por favor, utilice su identificador y su PIN.',
  },
  attaching: {
    remove: 'No adjuntar',
    working: 'El archivo se está guardando…',
    kept: 'Adjunto:',
    removed: 'No hay nada adjunto.',
    'too-large': 'No adjuntado: el archivo está vacío o es demasiado grande.',
    'wrong-type': 'No adjuntado: el archivo no es de ninguno de los tipos admitidos.',
    'signed-out': 'No adjuntado: ya no tiene la sesión iniciada. Inicie sesión y abra el paso de nuevo.',
    failed:
      'No adjuntado: no se ha podido guardar el archivo. Por favor, inténtelo de nuevo, o firme solo con la referencia.',
  },
  adding: {
    done: 'Se ha añadido la llave de acceso. Puede cerrar esta página y firmar con ella desde ahora.',
    cancelled:
      'No se ha añadido ninguna llave de acceso: la operación se canceló o tardó demasiado. Puede intentarlo de nuevo con el mismo enlace.',
    known:
      'Este dispositivo o llave de seguridad ya contiene una llave de acceso de este identificador. No se ha añadido nada.',
    refused:
      'No se ha añadido la llave de acceso: el enlace ya se utilizó, ha caducado, o la llave no comprobó quién la tiene.',
    unsupported:
      'Este navegador no puede utilizar llaves de acceso. Por favor, abra el enlace en otro navegador o en otro dispositivo.',
  },
};
