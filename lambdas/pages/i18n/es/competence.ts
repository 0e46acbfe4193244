import type { competence as english } from '../en/competence.ts';

export const competence: typeof english = {
  title: 'Quién puede hacer qué tarea',
  lead: 'Según las evaluaciones del personal del centro. Lo que caduca antes va primero.',
  leadOwn: 'En qué se le ha evaluado. Lo de otros lo ven la garantía de calidad y la dirección del programa.',
  none: 'No hay nada registrado.',
  left: (count) => `${count} más no se muestran aquí. Elija una tarea, o pregunte a atmp register competence.`,
  person: 'Quién',
  task: 'Tarea',
  standing: 'Cómo está',
  until: 'Hasta',
  training: 'Formación',
  how: {
    may: 'puede hacerla',
    revoked: 'retirada',
    lapsed: 'caducada',
    'newer-version': 'debe leer antes una versión nueva',
    'not-yet': 'todavía no',
  },
  records: 'Todo lo registrado',
  assessed: (training, assessor, on, until) => `evaluación: ${training}, por ${assessor}, el ${on}, hasta ${until}`,
  read: (procedure, version, on) => `versión ${version} de ${procedure} leída el ${on}`,
  revoke: 'Retirar ahora',
  revokeHint: 'Una persona. Desde entonces no firma nada que pida esta tarea, hasta una nueva evaluación.',
  meaning: 'Retiro de inmediato la habilitación para esta tarea.',
  button: 'Firmar y retirar',
  done: 'Firmado. La habilitación para esta tarea queda retirada.',
};
