import type { referral as english } from '../en/referral.ts';

export const referral: typeof english = {
  title: 'Abrir un recorrido a partir de una derivación',
  lead: 'Se abre un recorrido para el paciente y el tratamiento. El pedido que la historia clínica envía después se asigna a él.',
  formTitle: 'Derivación',
  button: 'Firmar y abrir el recorrido',
  meaning:
    'Abro un recorrido para el paciente de esta derivación, cuyo identificador he comparado con la historia clínica.',
  nothingToOpen: 'Aún no puede utilizarse aquí ningún protocolo terapéutico. Pida a la farmacia que haga firmar uno.',
  openedTitle: 'Recorrido abierto',
  openedText:
    'El recorrido está abierto con el código indicado arriba. Su primer paso se envía por correo a la coordinación del centro.',
  fields: {
    site: 'Centro',
    protocol: 'Tratamiento',
    identifierSystem: 'Emisor del identificador del paciente',
    identifierValue: 'Identificador del paciente (NHC)',
    patientName: 'Nombre del paciente',
    birthDate: 'Fecha de nacimiento',
    referralReference: 'Referencia de la derivación',
  },
  hints: {
    identifierSystem: 'Como lo nombra la historia clínica en sus mensajes, por ejemplo urn:oid:1.2.3.4.6.',
    identifierValue: 'Cópielo de la historia clínica.',
    referralReference: 'Número o fecha de la carta de derivación. Sin nombres ni fechas de nacimiento.',
  },
  problems: {
    'journey-open': (journeyId: string): string =>
      `Este paciente tiene un recorrido abierto de este tratamiento: ${journeyId}. Continúe con él. Si se trata de otro tratamiento, haga que se pida en la historia clínica: el pedido pide entonces «Asignar el pedido» en ese recorrido, y «Otro tratamiento» abre uno nuevo.`,
    'other-role': 'Solo la coordinación abre un recorrido. No se ha registrado nada.',
    'other-site': 'Usted coordina un centro distinto del elegido. No se ha registrado nada.',
    'form-used': 'Este formulario ya abrió un recorrido, con otro contenido. Por favor, vuelva a cargar la página.',
  },
  fieldProblems: {
    'other-birth-date':
      'difiere de la conocida para este identificador. Por favor, compare ambas y pregunte a admisión de pacientes cuál es la correcta.',
  },
  forms: {
    identifierSystem: 'no es un emisor tal como lo nombran los mensajes; empieza como urn:oid: o https:',
  },
};
