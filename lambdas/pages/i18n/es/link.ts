import type { link as english } from '../en/link.ts';

export const link: typeof english = {
  site: 'Centro',
  givenTo: 'Asignado a una persona',
  lead: 'Inicie sesión para leer el paso y firmarlo. De qué trata solo se muestra a quienes se les pide.',
  signIn: 'Iniciar sesión con identificador y PIN',
  signedOut:
    'Usted no ha iniciado sesión, o ya no la tiene abierta: tras un cuarto de hora sin abrir una página, tras ocho horas, y cuando se restablece su PIN, hay que iniciar sesión de nuevo. No se ha registrado nada.',
  nothingRecorded: 'No se ha registrado nada.',
  otherTitle: 'Este paso se pide a otra persona',
  otherText: (name: string, role: string): string =>
    `Ha iniciado sesión como ${name}. Este paso se pide a: ${role}. No se le muestra nada de él y no puede firmarlo.`,
  askForIt: (site: string): string =>
    `¿Debería ser suyo? Pida a la coordinación de ${site} que se lo asigne, o que inscriba su rol en el registro de personal. Sus propios pasos están en su lista de trabajo.`,
  signInAsOther: 'Iniciar sesión como otra persona',
};
