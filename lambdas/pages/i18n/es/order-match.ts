/** An order that came while the journey was open: its step, its phase, and what is shown of it. */
export const orderMatch = {
  phases: { OrderMatch: 'Asignación de un pedido' },
  steps: {
    'Match the order': {
      title: 'Asignar el pedido',
      ask: 'Ha llegado un pedido para un paciente que ya tiene este recorrido. Por favor, búsquelo en la historia clínica e indique si es para este tratamiento.',
      decisions: { 'same-course': 'Este tratamiento', 'another-course': 'Otro tratamiento' },
      meanings: {
        'same-course': 'He comparado el pedido de la historia clínica con este recorrido: es para este tratamiento.',
        'another-course':
          'He comparado el pedido de la historia clínica con este recorrido: es para otro tratamiento y abre un recorrido propio.',
      },
    },
  },
  fields: { orderCompared: 'He encontrado el pedido en la historia clínica y he comparado paciente, producto y fecha' },
  facts: {
    identityDiffers: 'El registro del remitente difiere del nuestro en',
    orderSender: 'Enviado por',
    orderMessage: 'Mensaje',
    orderEvent: 'Conservado como',
    orderedAt: 'Pedido el',
    orderSite: 'Pedido para el centro',
    orderWithdrawn: 'Retirado por su remitente como',
  },
};
