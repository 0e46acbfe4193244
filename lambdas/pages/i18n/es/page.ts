import type { page as english, back as englishBack, outcomes as englishOutcomes } from '../en/page.ts';

export const page: typeof english = {
  unreviewed: 'Esta traducción aún no ha sido revisada por un clínico; prevalece el texto inglés.',
  readInEnglish: 'Leer en inglés',
  skip: 'Ir al contenido',
  journey: 'Recorrido',
  phase: 'Fase',
  round: (round: number): string => `vuelta ${round}`,
  askedOf: 'Se pide a',
  due: 'Plazo',
  linkValidUntil: 'Enlace válido hasta',
  whatYouSign: 'Lo que usted firma',
  aboutStep: 'Sobre este paso',
  decisionTitle: 'Su decisión',
  decisionHint: 'Elija una. Lo que pide se abre entonces debajo de ella.',
  checklistTitle: 'Lista de comprobación',
  checklistHint: 'Cada punto se firma por separado, en el momento en que ocurre.',
  checklistDone: (done: number, all: number): string => `${done} de ${all} registrados`,
  recordedBy: (by: string, at: string): string => `Registrado por ${by}, ${at}`,
  container: (container: string): string => `Envase ${container}`,
  containerDone: (done: number, all: number): string => `${done} de ${all}`,
  followedBy: (items: string): string => `Después: ${items}.`,
  allItems: 'Todos los puntos de este envase',
  strangerContainer: 'Este envase no está prescrito. Deténgase y notifique que los identificadores no coinciden.',
  otherContainer: 'Un envase que no figura en la lista',
  otherContainerHint:
    'Lo que se hizo puede registrarse para cualquier envase. Si no está prescrito, deténgase y notifique que los identificadores no coinciden.',
  recordedByRoles: (roles: string): string => `Lo registra: ${roles}.`,
  secondWaits: 'Para una segunda persona, después de que la primera lo haya registrado.',
  secondAfter: (by: string): string =>
    `Registrado primero por ${by}. Otra persona debe firmar aquí, y lo lee de nuevo.`,
  againstNow: 'Registrar esto ahora abre una desviación crítica:',
  soFar: 'Registrado hasta ahora',
  itemOpen: 'Pendiente',
  occurredAt: '¿Cuándo ocurrió?',
  occurredAtHint: (zone: string): string => `Déjelo vacío si ocurre ahora. Hora local del centro: ${zone}.`,
  timeHint: (zone: string): string => `Hora local del centro: ${zone}.`,
  reason: 'Motivo u observación',
  optional: 'opcional',
  choose: 'Por favor, elija',
  linesHint: 'Uno por línea.',
  row: (place: number): string => `Fila ${place}`,
  moreRows: 'Más filas',
  signTitle: 'Firmar',
  meaningLabel: 'Mi firma significa:',
  signer: 'Identificador',
  pin: 'PIN',
  pinHint: 'Su PIN tiene el valor de su firma manuscrita. No lo comparta nunca.',
  passkeyOnly:
    'Su centro exige una llave de acceso en este paso. Un PIN no lo firma. El botón correspondiente aparece abajo si su navegador puede utilizar llaves de acceso.',
  sign: (decision: string): string => `Firmar: ${decision}`,
  signItem: 'Firmar este punto',
  diedInstead:
    'El paciente ha fallecido: notificarlo aquí. Dos personas lo confirman, y después el tratamiento termina.',
  reportsTitle: 'Notificar algo',
  reportsHint:
    'Cualquier persona implicada puede notificar en cualquier momento; nada cierra una notificación. Lo que detiene, lo detiene al instante, y se pregunta a quien decide sobre ello.',
  reportsMade: 'Notificado hasta ahora',
  madeBy: (what: string, by: string, at: string): string => `${what}: ${by}, ${at}`,
  signReport: 'Firmar esta notificación',
  problemTitle: 'No registrado',
  decidedTitle: 'Ya decidido',
  decidedText: (decision: string, by: string, at: string): string => `${decision}, firmado por ${by}, ${at}.`,
  meaningWas: 'La firma significa:',
  notAskedTitle: 'No se pide',
  withdrawnTitle: 'Ya no se pide',
  withdrawnText: 'Este paso se ha retirado. No hay nada que firmar aquí.',
  heldTitle: 'Recorrido suspendido',
  heldText:
    'Hasta que se levante la suspensión no se autoriza nada nuevo. Lo ocurrido puede registrarse igualmente, y detener es siempre posible.',
  closedHere: 'Cerrado ahora',
  paperTitle: 'Está transcribiendo del papel',
  paperText:
    'Todo lo de esta página se registra como hecho por la persona que firmó el papel, a la hora que figura en él. Después otra persona lo compara.',
  enterFromPaper: 'Se hizo y se firmó en papel: transcribirlo de allí',
  signNow: 'No hay nada en papel: firmarlo ahora',
  paperDoneBy: 'Quién firmó el papel (identificador)',
  paperReference: 'Dónde se encuentra el papel o su escaneado',
  paperSha256: 'SHA-256 del escaneado',
  paperTimeHint: (zone: string): string => `Como figura en el papel. Hora local del centro: ${zone}.`,
  onBehalf: (by: string, of: string): string => `${by} en lugar de ${of}`,
  onBehalfOf: 'Usted firma',
  ownRight: 'en su propio nombre',
  inPlaceOf: (id: string, until: string): string => `en lugar de ${id} (traspasado a usted hasta ${until})`,
  fromPaper: (by: string): string => `Del papel, transcrito por ${by}.`,
  correctedTitle: 'Corregido desde entonces, y firmado de nuevo',
  correctedUnsignedTitle: 'Corregido desde entonces, y aún sin firmar de nuevo',
  corrected: ({ what, from, to, by, at, signedAgain }): string =>
    `${what}: ${from} → ${to}, corregido por ${by} el ${at}, ${signedAgain ? 'firmado de nuevo' : 'aún sin firmar de nuevo'}.`,
  save: 'Guardar sin firmar',
  filledIn: (by: string, at: string): string => `Rellenado por ${by}, ${at}. Sin firmar.`,
  filledInEarlier: (by: string, at: string): string => `Rellenado antes por ${by}, ${at}. Sin firmar.`,
  filledInBy: (who: string): string => `Algunas partes las había rellenado ${who}.`,
  enteredFromPaper:
    'He transcrito esto tal como figura en el documento en papel aquí nombrado, que fue firmado por la persona aquí nombrada.',
  disclaimer:
    'ATMP Journey organiza, registra y recuerda. No diagnostica, no calcula dosis ni recomienda, y no es la alarma principal del almacenamiento ni de las constantes vitales.',
};

export const outcomes: typeof englishOutcomes = {
  recorded: { title: 'Registrado', message: 'Su firma está registrada. Puede cerrar esta página.' },
  'already-decided': { title: 'Ya decidido', message: 'Alguien ya ha decidido este paso. No se ha modificado nada.' },
  expired: {
    title: 'Enlace caducado',
    message:
      'Este enlace ya no abre el paso. Inicie sesión: mientras se le pida, su lista de trabajo lo abre de nuevo.',
  },
  'not-found': {
    title: 'No encontrado',
    message: 'Este enlace no abre nada. Cópielo completo del correo, o pida uno nuevo a la coordinación.',
  },
  'not-permitted': { title: 'No permitido', message: 'Usted no puede firmar este paso. No se ha registrado nada.' },
  changed: {
    title: 'Modificado entretanto',
    message: 'Lo que se le mostró ya no es actual. No se ha registrado nada. Lea la página de nuevo y después firme.',
  },
  held: {
    title: 'Recorrido suspendido',
    message: 'No se autoriza nada nuevo hasta que se levante la suspensión. No se ha registrado nada.',
  },
  withdrawn: { title: 'Ya no se pide', message: 'Este paso se ha retirado. No se ha registrado nada.' },
  failed: {
    title: 'Algo ha fallado',
    message: 'No es seguro que su firma se haya registrado. Abra de nuevo el enlace: la página muestra si se registró.',
  },
};

export const back: typeof englishBack = 'Leer la página de nuevo';
