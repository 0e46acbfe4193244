import type { rungs as english } from '../en/rungs.ts';
import { urgent } from './urgent.ts';

export const rungs: typeof english = {
  asked: { subject: 'por favor, firme', why: 'Este paso está ahora abierto y le espera.' },
  half: { subject: 'mitad del plazo', why: 'Ha transcurrido la mitad del plazo de este paso.' },
  nearly: { subject: 'vence pronto', why: 'El plazo de este paso está a punto de terminar.' },
  due: { subject: 'vence ahora', why: 'Este paso vence ahora.' },
  overdue: {
    subject: 'vencido',
    why: 'Este paso ha vencido. Sigue esperando una decisión y se ha escalado.',
  },
  weekly: { subject: 'sigue esperando', why: 'Este paso sigue esperando. Se le recuerda una vez por semana.' },
  monthly: { subject: 'sigue esperando', why: 'Este paso sigue esperando. Se le recuerda una vez al mes.' },
  expiry: { subject: 'caduca pronto', why: 'El producto caduca pronto.' },
  expired: {
    subject: 'producto caducado',
    why: 'El producto ha alcanzado su caducidad y no puede liberarse. No se desecha nada hasta que decida una persona responsable.',
  },
  'in-use': {
    subject: 'tiempo de uso agotado',
    why: 'El tiempo de uso del producto ha terminado. El envase se retiene hasta que decida una persona responsable.',
  },
  'in-use-ends': {
    subject: 'tiempo de uso: minutos',
    why: 'El tiempo de uso de un envase termina en pocos minutos. Adminístrelo ahora, o decida qué se hace con él.',
  },
  'slot-hold-ends-soon': {
    subject: 'reserva acaba pronto',
    why: 'El fabricante guarda las citas ofrecidas un día más, o algo más si hay días de cierre por medio. Resérvelas, o pida que las guarde más tiempo.',
  },
  'slot-hold-ended': {
    subject: 'reserva terminada',
    why: 'Ha terminado el tiempo durante el que el fabricante guardaba las citas. Pregunte si aún pueden reservarse.',
  },
  'slot-in-3-days': {
    subject: 'cita en unos 3 días',
    why: 'La extracción reservada es dentro de tres días, o algo más si hay días de cierre por medio.',
  },
  'slot-tomorrow': {
    subject: 'cita en un día',
    why: 'La extracción reservada es dentro de un día, o algo más si hay días de cierre por medio.',
  },
  'readiness-again': {
    subject: 'confirmar de nuevo',
    why: 'La cita se movió después de confirmarse la aptitud. Confírmela de nuevo para la cita actual, o busque nuevas citas.',
  },
  'sample-too-old': {
    subject: 'muestra antigua',
    why: 'La cita se movió, y la muestra de las pruebas del donante es demasiado antigua para ella. Busque nuevas citas: entonces se piden las pruebas de nuevo.',
  },
  'shipment-hold-ends': {
    subject: 'límite del contenedor',
    why: 'El contenedor de transporte está cualificado un día más, y no hay ninguna llegada registrada. Pregunte ahora al transportista.',
  },
  'ready-in-a-week': {
    subject: 'listo en una semana',
    why: 'Se prevé que el producto esté listo dentro de una semana, o algo más si hay días de cierre por medio.',
  },
  'maker-silent': {
    subject: 'sin noticias',
    why: 'Hace mucho que no se registra ningún hito. Pregunte al fabricante cómo va la fabricación.',
  },
  'delivery-in-2-days': {
    subject: 'suministro en 2 días',
    why: 'El suministro acordado es dentro de dos días, o algo más si hay días de cierre por medio.',
  },
  'delivery-tomorrow': {
    subject: 'suministro en un día',
    why: 'El suministro acordado es dentro de un día, o algo más si hay días de cierre por medio.',
  },
  'arrival-late': {
    subject: 'el envío se retrasa',
    why: 'El transportista prevé el envío más de cuatro horas después de lo acordado, o después de terminar la cualificación de su contenedor. Asegúrese de que haya alguien para recibirlo, y pregunte al fabricante si el contenedor no aguanta.',
  },
  'no-scan': {
    subject: 'sin llegada registrada',
    why: 'El envío debería haber llegado hace dos horas, y no hay ninguna llegada registrada. Pregunte al transportista dónde está, y registre cuándo se espera ahora.',
  },
  'leaves-tomorrow': {
    subject: 'sale en un día',
    why: 'El material de partida debe salir dentro de un día, o algo más si hay días de cierre por medio. Asegúrese de que el contenedor y el transportista estén preparados.',
  },
  'must-leave': {
    subject: 'material sin salir',
    why: 'El material de partida ya debería haber salido, y no hay ninguna entrega registrada. Regístrela si ha salido; si no, pregunte al fabricante si aún puede utilizarse.',
  },
  'acceptance-overdue': {
    subject: 'no aceptado a tiempo',
    why: 'Ha terminado el plazo en que un producto recibido se acepta, se pone en cuarentena o se rechaza, y no se ha decidido nada.',
  },
  'visit-window': {
    subject: 'visita pendiente',
    why: 'Esta visita de seguimiento no está registrada, y su ventana termina en la fecha indicada abajo. Asegúrese de que esté organizada.',
  },
  'documents-pending': {
    subject: 'faltan documentos',
    why: 'Documentos que faltaban a la llegada siguen sin estar. Pídalos al fabricante.',
  },
  'conditioning-in-3-days': {
    subject: 'empieza en unos 3 días',
    why: 'El acondicionamiento está previsto para dentro de tres días, o algo más si hay días de cierre por medio.',
  },
  'conditioning-in-5-days': {
    subject: 'empieza en unos 5 días',
    why: 'El acondicionamiento está previsto para dentro de cinco días, o algo más si hay días de cierre por medio.',
  },
  'go-ends': {
    subject: 'el GO ya no vale',
    why: 'El GO ha terminado. Se da de nuevo antes de iniciar nada.',
  },
  'window-ends-in-2-days': {
    subject: 'ventana: unos 2 días',
    why: 'La ventana posterior al acondicionamiento termina dentro de dos días, o algo más si hay días de cierre por medio. Después se decide de nuevo sobre el acondicionamiento.',
  },
  'window-ends-tomorrow': {
    subject: 'ventana: un día',
    why: 'La ventana posterior al acondicionamiento termina dentro de un día, o algo más si hay días de cierre por medio. Después se decide de nuevo sobre el acondicionamiento.',
  },
  'window-ended': {
    subject: 'ventana terminada',
    why: 'La ventana posterior al acondicionamiento ha terminado. El producto no puede liberarse para descongelarlo; se decide de nuevo sobre el acondicionamiento.',
  },
  'observation-due': {
    subject: 'observación ahora',
    why: 'Una observación que pide la ficha técnica toca ahora, y no hay ninguna registrada. Evalúe al paciente y registre los grados.',
  },
  'observation-missed': {
    subject: 'falta la observación',
    why: 'Hace horas que tocaba una observación, y no hay ninguna registrada. Asegúrese de que se vea ahora al paciente, y registre los grados.',
  },
  'tocilizumab-resupply': {
    subject: 'falta tocilizumab',
    why: 'Se administró una dosis de tocilizumab, y no hay otra registrada como disponible en el plazo de la ficha técnica.',
  },
  'proximity-ends-in-2-days': {
    subject: 'termina en unos 2 días',
    why: 'El tiempo en que el paciente permanece cerca del hospital termina dentro de dos días, o algo más si hay días de cierre por medio.',
  },
  'reassessment-in-2-days': {
    subject: 'vence en unos 2 días',
    why: 'El paciente debería ser visto de nuevo en un plazo de dos días, o algo más si hay días de cierre por medio.',
  },
  resent: {
    subject: 'firme (reenviado)',
    why: 'Este correo se ha enviado de nuevo a petición. Los enlaces anteriores siguen funcionando.',
  },
  reissued: {
    subject: 'nuevo enlace',
    why: 'Este es un enlace nuevo. Los enlaces anteriores a este paso ya no funcionan.',
  },
  reassigned: { subject: 'asignado a usted', why: 'Este paso se le ha asignado a usted.' },
  extended: { subject: 'nuevo plazo', why: 'Se ha cambiado el plazo de este paso.' },
  released: {
    subject: 'reanudado: firme',
    why: 'Se ha levantado la suspensión de este recorrido. El paso puede firmarse de nuevo.',
  },
  unseen: urgent.unseen,
};
