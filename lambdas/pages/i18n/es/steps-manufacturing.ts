import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const manufacturing = {
  'Record acceptance by the maker': {
    title: 'Aceptación por el fabricante',
    ask: 'Por favor, registre a partir del documento del fabricante si aceptó el material de partida.',
    decisions: { accepted: 'Aceptado', recollect: 'Rechazado: extraer de nuevo', ...stop },
    meanings: {
      accepted:
        'He registrado, a partir del documento del fabricante, que aceptó el material de partida y fabrica el producto.',
      recollect: 'He registrado que el fabricante rechazó el material de partida: debe extraerse de nuevo.',
      stopped: 'He registrado que el fabricante rechazó el material de partida: el tratamiento finaliza.',
    },
  },
  'Follow the manufacture': {
    title: 'Seguir la fabricación',
    ask: 'Por favor, registre cada hito que comunique el fabricante, y cómo terminó la fabricación.',
    decisions: { made: 'Fabricado', failed: 'Fallida' },
    meanings: {
      made: 'He registrado que el fabricante terminó el producto y anunció su certificado.',
      failed: 'He registrado que la fabricación falló o fue finalizada por el fabricante.',
      'record:milestone': 'He registrado un hito de la fabricación tal como lo comunicó el fabricante.',
    },
  },
  'Decide after a failed manufacture': {
    title: 'Decidir tras fabricación fallida',
    ask: 'Por favor, decida con el fabricante y el comité multidisciplinar cómo continúa este tratamiento.',
    decisions: back,
    meanings: waysBack('He decidido con el fabricante y el comité multidisciplinar tras la fabricación fallida.'),
  },
  'Check certificate': {
    title: 'Comprobar el certificado',
    ask: 'Por favor, compruebe el certificado del fabricante frente al pedido y a la cadena de identidad.',
    decisions: { certified: 'Certificado correcto', ...back },
    meanings: {
      certified:
        'He comprobado el certificado de este lote frente al pedido y a la cadena de identidad, y sus resultados frente a sus límites.',
      ...waysBack('He comprobado lo recibido: no hay producto utilizable.'),
    },
  },
} satisfies Record<string, StepTexts>;
