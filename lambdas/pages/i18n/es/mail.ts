import type { mail as english } from '../en/mail.ts';
import { rungs } from './rungs.ts';
import { urgent } from './urgent.ts';

const awaited: (typeof english)['awaited'] = {
  'Check certificate': {
    subject: 'firmar cuando llegue',
    why: (due) => `El certificado se espera antes del ${due}. Firme cuando haya llegado.`,
  },
  'Record apheresis': {
    subject: 'firmar tras la extracción',
    why: (due) => `La extracción está prevista hasta el ${due}. Regístrela durante su realización y después.`,
  },
  'Follow the manufacture': {
    subject: 'registrar lo que se comunique',
    why: (due) => `El producto se espera antes del ${due}. Registre cada hito y cómo terminó la fabricación.`,
  },
  'Follow the delivery': {
    subject: 'firmar cuando llegue',
    why: (due) => `El suministro se espera antes del ${due}. Firme cuando haya llegado.`,
  },
  'Record the pending tests': {
    subject: 'firmar cuando estén',
    why: (due) => `Los resultados se esperan antes del ${due}. Firme cuando estén disponibles.`,
  },
  'End the proximity period': {
    subject: 'aún no vence',
    why: (due) => `El paciente permanece cerca del hospital hasta el ${due}. Firme cuando hayan hablado.`,
  },
  'Record follow-up visit': {
    subject: 'ventana abierta',
    why: (due) =>
      `La ventana de esta visita está abierta hasta el ${due}. Registre la visita cuando haya tenido lugar.`,
  },
};

const sides: (typeof english)['sides'] = { ehr: 'Historia clínica electrónica', operator: 'Operaciones' };

const tells: (typeof english)['tells'] = {
  'journey-held': {
    subject: 'suspendido, por favor decida',
    text: 'Este recorrido se ha suspendido. No se autoriza nada nuevo hasta que se levante la suspensión; los plazos del producto siguen corriendo. Decida: reanudar o cancelar, a través de operaciones.',
  },
  'journey-resumed': {
    subject: 'suspensión levantada',
    text: 'Se ha levantado la suspensión de este recorrido. Los pasos abiertos pueden firmarse de nuevo.',
  },
  'journey-cancelled': {
    subject: 'cancelado',
    text: 'Este recorrido se ha cancelado. Los pasos abiertos se retiran; sus enlaces ya no son válidos.',
  },
  'journey-closing': {
    subject: 'el tratamiento termina',
    text: 'Este tratamiento termina y sus pasos abiertos se retiran. Solo queda abierta una administración ya iniciada, hasta que lo administrado esté registrado y firmado. Después se pone en orden lo que se reservó o fabricó. Resultado:',
  },
  'journey-reported': {
    subject: 'notificación',
    text: 'Alguien ha notificado algo en este recorrido. Lo que detiene está detenido; a quien decide sobre ello se le pide en un correo aparte.',
  },
  'product-given': {
    subject: 'producto administrado',
    text: 'El producto de este recorrido se ha administrado, por completo o en parte. Comienzan el seguimiento y sus notificaciones al registro.',
  },
  'patient-lost': {
    subject: 'perdido para el seguimiento',
    text: 'Ya no es posible localizar al paciente de este recorrido. El recorrido sigue abierto: las siguientes visitas del plan se piden igualmente, el registro quiere saberlo, y quien tenga noticias del paciente las registra allí.',
  },
  'finding-recorded': {
    subject: 'hallazgo registrado, por favor actúe',
    text: 'Se ha registrado en este recorrido un hallazgo ante el que alguien debe actuar; los correos no lo nombran. Lea el registro del paso y notifíquelo a quien corresponda.',
  },
  'journey-closed': { subject: 'cerrado', text: 'Este recorrido está cerrado. Resultado:' },
  'message-parked': {
    subject: 'Mensaje apartado',
    text: 'Se recibió un mensaje firmado, pero no se entendió. Se conserva y espera a una persona; no se modificó ningún recorrido.',
  },
  'renewal-due': {
    subject: 'caduca, por favor renueve',
    text: 'Lo indicado aquí deja de contar después de su último día; lo que depende de ello queda entonces cerrado. Por favor, haga que se renueve y que se registre. Si ya ha caducado, se indican los pasos abiertos que lo piden.',
  },
  'mirror-refused': {
    subject: 'exportación rechazada, corríjala',
    text: 'Una exportación que otro sistema dejó aquí para un registro se rechazó entera: no se tomó nada de ella, y el registro dice lo que decía antes. Por favor, haga corregir allí lo que se indica y dejar la exportación aquí de nuevo.',
  },
  'mirror-late': {
    subject: 'la exportación no llegó',
    text: 'Un registro se lleva en otro sistema, y su exportación no llegó a tiempo. Por favor, averigüe por qué. Lo que se sabe de él cuenta hasta que sea más antiguo de lo que permite el centro; después, los controles no saben si sus entradas pueden usarse.',
  },
  'mirror-ageing': {
    subject: 'confirme antes de que sea antiguo',
    text: 'Estas entradas se llevan en otro sistema y se leyeron hace tanto que pronto los controles no sabrán si pueden usarse. Por favor, mire allí si siguen vigentes y confirme cada una, con lo que ha mirado: atmp register confirm. Si la exportación llega antes, no hay nada que confirmar.',
  },
  'mirror-too-old': {
    subject: 'demasiado antiguo, confirme',
    text: 'Estas entradas se llevan en otro sistema y se leyeron hace más tiempo del que permite el centro: los controles no saben si pueden usarse, y los pasos que las piden esperan. Por favor, mire allí si siguen vigentes y confirme cada una, con lo que ha mirado: atmp register confirm. O haga que la exportación vuelva a llegar.',
  },
  'task-due': {
    subject: 'por hacer, ocúpese por favor',
    text: 'Lo indicado aquí debe hacerse hasta su último día. Si no se hace, no se cierra nada, pero se avisa a garantía de calidad. Por favor, hágalo y haga que conste en el registro.',
  },
  'training-joined': {
    subject: 'formación asignada',
    text: 'Quien trabaja en esta función o unidad se forma en lo que aquí se indica. Léalo, haga la prueba y deje que se observe su práctica hasta el día indicado; después se registra la evaluación. Quien se ocupa de ello recibe lo mismo.',
  },
  'training-version': {
    subject: 'versión nueva, léala',
    text: 'Un procedimiento según el cual se le evaluó ha cambiado de forma importante. Quien no haya leído y entendido la versión nueva hasta el día indicado deja de ser competente en la tarea. Léala, y haga que se registre.',
  },
  'training-label': {
    subject: 'ficha técnica modificada, léala',
    text: 'La ficha técnica o el protocolo de un producto para el que está formado ha sido revisado. Lea lo nuevo antes de trabajar según ello.',
  },
  'shift-short': {
    subject: 'turno incompleto, complételo',
    text: 'En un día de tratamiento previsto en los próximos 7 días hay demasiado pocas personas competentes presentes para todo lo que se hace a la vez. Asigne a otras, o haga acordar otra hora; después haga escribir de nuevo el cuadrante: atmp staff shifts. Hasta entonces no se puede dar el visto bueno para descongelar.',
  },
  'rota-gap': {
    subject: 'nadie de guardia, por favor cubra el hueco',
    text: 'En algún momento de los próximos 14 días no hay nadie de guardia mientras el centro está cerrado. Lo urgente va entonces a todas las personas del rol. Cubra el hueco y haga escribir de nuevo el cuadro de guardias: atmp staff rota.',
  },
  'deviation-opened': {
    subject: 'desviación crítica',
    text: 'Se ha abierto una desviación crítica en este recorrido. No se ha detenido nada; espera a que garantía de calidad la evalúe.',
  },
  'mail-bounced': urgent.bounced,
  'address-bounced': {
    subject: 'un correo no llegó',
    text: 'Un resumen, un correo de prueba u otro correo que no trata de ningún recorrido en particular no llegó a esta persona. Por favor, dígale qué le espera y haga corregir la dirección en el registro de personal.',
  },
  'mail-budget': {
    subject: 'demasiados correos',
    text: 'Esta persona ha recibido hoy tantos correos como permite el centro. Lo que puede esperar le llega desde ahora en un resumen; lo urgente sigue llegando al instante. Por favor, averigüe de dónde viene el ruido: `atmp alerts` muestra a qué recordatorios no responde nadie.',
  },
  'run-replaced': {
    subject: 'ejecución sustituida',
    text: 'Una ejecución de este recorrido terminó cuando no debía y se inició de nuevo a partir del diario. El diario está intacto; averigüe por qué terminó.',
  },
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const digest: (typeof english)['digest'] = {
  name: 'Resumen:',
  title: 'Lo que le espera',
  text: 'Esto ha llegado desde su último correo y sigue esperando, o sigue siendo así. Lo urgente nunca espera a este correo: llega al instante y por separado.',
  open: 'Abrir mi lista de trabajo',
  wanted: (steps: number, others: number): string =>
    [
      ...(steps === 0 ? [] : [counted(steps, 'paso abierto', 'pasos abiertos')]),
      ...(others === 0 ? [] : [counted(others, 'aviso', 'avisos')]),
    ].join(', '),
};

const address: (typeof english)['address'] = {
  name: 'Correo de prueba:',
  wanted: 'por favor, confirme',
  title: '¿Lee usted este correo?',
  text: 'A esta dirección se envían pasos y avisos urgentes. Por favor, confirme que le llega; se le pregunta una vez al mes. Con ello no se firma ni se modifica nada más.',
  open: 'Confirmar esta dirección',
  notYours: 'Si este no es su identificador, no confirme y avise a la coordinación.',
};

export const mail: typeof english = {
  address,
  digest,
  critical: 'URGENTE',
  heldBack: 'Este correo se retuvo mientras el recorrido estaba suspendido.',
  due: 'Plazo',
  wasDue: 'Plazo vencido',
  when: 'Cuándo',
  message: 'Mensaje',
  sender: 'Remitente',
  run: 'Nueva ejecución',
  competenceIn: 'Competencia',
  headcount: 'Cuántas son competentes',
  lapses: 'Caduca',
  renewedIn: 'Se renueva en',
  lastDay: 'Último día',
  asksForIt: 'Lo pide',
  toDo: 'Por hacer',
  mirror: {
    comesFrom: 'Se lleva en',
    here: 'aquí',
    competence: 'Competencia del personal',
    items: {
      refused: 'Rechazada porque',
      late: 'Rechazada porque',
      ageing: 'Por confirmar',
      'too-old': 'Por confirmar',
    },
    more: (n: number): string => `${n} más; todos: atmp register import --dry-run, o las páginas de los registros`,
    on: { refused: 'Llegó', late: 'Llegó por última vez', ageing: 'Conocido hasta', 'too-old': 'Conocido hasta' },
    never: 'nunca',
  },
  tasks: {
    'order-verification': 'Comprobación de pedidos y prescripciones',
    leukapheresis: 'Leucaféresis',
    receipt: 'Recepción del producto',
    thaw: 'Descongelación',
    'bedside-check': 'Comprobaciones junto al paciente',
    'crs-icans-care': 'Atención de CRS e ICANS',
    'blood-products': 'Hemoderivados tras terapia celular',
  },
  rotaOf: 'Guardias de',
  rotaGap: 'Nadie de guardia',
  deviation: 'Desviación',
  report: 'Notificación',
  recordedIn: 'Registrado en',
  by: 'Por',
  visit: (name: string, day: string): string => `${name}, prevista el ${day}`,
  daysLeft: (days: number): string =>
    days === 0 ? 'queda menos de un día' : days === 1 ? 'queda 1 día' : `quedan ${days} días`,
  forInformation: (role: string): string => `Para su información; esto lo decide: ${role}.`,
  open: 'Abrir el paso',
  inPlaceOf: (ids: string): string =>
    `Recibe esto en lugar de ${ids}: se le ha traspasado por un tiempo. Elija en la página en lugar de quién firma.`,
  toTeam: (team: string): string =>
    `A todas las personas de ${team}: inicie sesión e indique en la página que usted se encarga, para que las demás lo sepan. Firma quien ha iniciado sesión, no este buzón.`,
  onCall: 'Recibe esto porque está de guardia.',
  linkOnly: 'El enlace solo abre la página. Allí firma usted con su identificador y su PIN; abrirlo no cambia nada.',
  keepLink: 'Por favor, no reenvíe este enlace. Si no es usted la persona adecuada, avise a la coordinación.',
  openEntry: 'Abrir la entrada',
  wholeList: (address: string): string => `Todo lo que le espera: ${address}`,
  closedOtherwise: 'Esto no puede firmarse ahora. La página dice por qué y qué hacer.',
  noReply: 'Este buzón no se lee.',
  rungs,
  awaited,
  sides,
  tells,
};
