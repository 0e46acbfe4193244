import type { correcting as english } from '../en/correcting.ts';

export const correcting: typeof english = {
  title: 'Corregir un valor',
  intro:
    'Lo que se firmó queda en el registro, con el valor tal como estaba. El valor nuevo cuenta de inmediato para cada plazo y cada condición, un límite que permitiría más solo una vez firmado; quien firma este paso lo firma de nuevo.',
  pinIsTooLittle:
    'En este centro un PIN no basta para este paso. Pida a operaciones que corrija el valor; quien firma este paso lo firma de nuevo.',
  which: 'Qué es incorrecto',
  to: 'Qué debe decir',
  toHint:
    'Escrito como arriba: una hora como 2027-01-11T14:30 en el huso del centro, un día como 2027-01-11, un número sin separador de millares; si no, las palabras.',
  why: 'Motivo',
  ask: 'Corregir',
  steps: 'Paso que se corrige',
  open: 'Abrir para corregir un valor',
  readBy: {
    gatesChanged: 'Condiciones cuyo veredicto cambió',
    gatesStand: 'Condiciones que lo leyeron y se mantienen',
    clocksMoved: 'Plazos movidos',
    clocksStand: 'Plazos que lo leyeron y se mantienen',
    documents: 'Documentos hechos a partir de él',
    onceSigned: 'Cuenta una vez firmado; hasta entonces cuenta el más estricto de los dos valores. Lo que seguiría:',
    since: 'Corregido desde esta firma',
    gatesHere: 'Condiciones examinadas aquí',
  },
  problems: {
    unreadable: 'No se corrigió nada: el valor nuevo no está escrito como este valor. Lea la nota debajo del campo.',
    refused: 'No se corrigió nada. El motivo, tal como lo da el registro:',
    'wrong-credential': 'No se corrigió nada: el PIN no es correcto o está bloqueado por un rato.',
    changed: 'No se corrigió nada: el valor ha cambiado desde que abrió la página. Aquí está como es ahora.',
    'say-why': 'No se corrigió nada: indique el motivo.',
  },
};
