import type { plan as english } from '../en/plan.ts';

export const plan: typeof english = {
  items: {
    collection: 'Extracción',
    'shipment-out': 'Envío al fabricante',
    ready: 'Producto listo en el fabricante',
    delivery: 'Suministro del producto',
    conditioning: 'Inicio del acondicionamiento',
    'day-0': 'Día 0, administración del producto',
    discharge: 'Fin de la vigilancia aguda, alta como muy pronto',
    'proximity-end': 'Fin de la estancia cerca del hospital',
    visit: 'Visita de seguimiento',
  },
  isNew: {
    subject: 'nuevas fechas en su agenda',
    title: 'Nuevas fechas',
    text: 'Estas fechas del plan son nuevas y le conciernen.',
  },
  moved: {
    subject: 'se han movido fechas',
    title: 'Se han movido fechas',
    text: 'Estas fechas del plan han cambiado y le conciernen. Las fechas que no se nombran aquí siguen como estaban.',
  },
  again: (count: number): string => `número ${count}`,
  journey: (id: string): string => `recorrido ${id}`,
  wasBefore: (now: string, before: string): string => `${now} (antes: ${before})`,
  gone: (before: string): string => `ya no está previsto (antes: ${before})`,
  invitations: 'Con este correo va un archivo de calendario para cada fecha. Actualiza la entrada que usted ya tiene.',
  wholeDays: 'Una fecha sin hora está prevista o se deduce de otras fechas; será exacta cuando se acuerde.',
};
