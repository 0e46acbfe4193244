import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

export const receipt = {
  'Agree the delivery': {
    title: 'Acordar el suministro',
    ask: 'Por favor, acuerde con el fabricante la ventana de suministro, con un receptor y una posición de almacenamiento.',
    decisions: { agreed: 'Acordado', remake: 'Fabricar de nuevo', ...stop },
    meanings: {
      agreed:
        'He acordado esta ventana de suministro con el fabricante: hay un receptor formado de servicio y una posición de almacenamiento reservada.',
      remake: 'He registrado que este producto no se suministrará: debe fabricarse de nuevo.',
      stopped: 'He registrado que este producto no debe suministrarse: el tratamiento finaliza.',
    },
  },
  'Follow the delivery': {
    title: 'Seguir el suministro',
    ask: 'Por favor, registre la entrega y la llegada del producto a partir de los documentos de transporte.',
    decisions: { arrived: 'Llegado', ...back },
    meanings: {
      arrived: 'He registrado que el envío está aquí y descargado.',
      ...waysBack('He registrado que el envío se perdió o se deterioró por el camino.'),
      ...custodyMeanings,
    },
  },
  'Inspect the delivery': {
    title: 'Inspeccionar el suministro',
    ask: 'Por favor, registre lo que encuentra en el suministro, bueno o malo. Una segunda persona lo juzga.',
    decisions: { inspected: 'Inspeccionado' },
    meanings: { inspected: 'He inspeccionado el suministro y registrado lo que encontré, bueno o malo.' },
  },
  'Accept receipt': {
    title: 'Decidir sobre la recepción',
    ask: 'Por favor, compare como segunda persona la etiqueta, el certificado y la inspección, y decida sobre la recepción.',
    decisions: { accepted: 'Aceptar', quarantined: 'Poner en cuarentena', ...back },
    meanings: {
      accepted:
        'He comparado como segunda persona la etiqueta, el certificado, la inspección y la cadena de identidad, y acepto el producto.',
      quarantined: 'Pongo el producto en cuarentena: algo del suministro no está claro.',
      ...waysBack('No acepto lo suministrado; se devuelve o se elimina como indique su fabricante.'),
    },
  },
  'Resolve quarantine': {
    title: 'Resolver la cuarentena',
    ask: 'Por favor, decida qué se hace con el producto en cuarentena.',
    decisions: { accepted: 'Aceptar', ...back },
    meanings: {
      accepted:
        'He revisado el producto en cuarentena, su etiqueta y lo encontrado a la llegada, y lo libero con la decisión escrita del fabricante.',
      ...waysBack('He resuelto la cuarentena: el producto no se acepta.'),
    },
  },
  'Confirm receipt to the maker': {
    title: 'Confirmar recepción al fabricante',
    ask: 'Por favor, confirme al fabricante que su producto llegó y fue aceptado.',
    decisions: { confirmed: 'Confirmado' },
    meanings: { confirmed: 'He confirmado al fabricante que el producto llegó y fue aceptado.' },
  },
} satisfies Record<string, StepTexts>;
