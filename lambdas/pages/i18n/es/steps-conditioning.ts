import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';

export const conditioning = {
  'Prescribe the product': {
    title: 'Prescribir el producto',
    ask: 'Por favor, prescriba el producto, con el acondicionamiento y el día 0 según lo previsto.',
    decisions: { prescribed: 'Prescribir', ...back },
    meanings: {
      prescribed:
        'Prescribo estos envases del producto aceptado, con el acondicionamiento y el día 0 según lo previsto.',
      ...waysBack('No prescribo este producto: no puede utilizarse.'),
    },
  },
  'Verify the prescription': {
    title: 'Verificar la prescripción',
    ask: 'Por favor, verifique la prescripción como segunda persona y reserve la medicación de rescate.',
    decisions: { verified: 'Verificada', represcribe: 'Prescribir de nuevo', ...stop },
    meanings: {
      verified:
        'He verificado la prescripción frente al producto, el peso y el protocolo, y he reservado la medicación de rescate.',
      represcribe: 'He encontrado una diferencia: el producto debe prescribirse de nuevo.',
      stopped: 'He constatado que este producto no debe administrarse: el tratamiento finaliza.',
    },
  },
  'Give GO for conditioning': {
    title: 'Dar GO de acondicionamiento',
    ask: 'Por favor, decida si se inicia el acondicionamiento.',
    decisions: { go: 'GO', 'go-without-conditioning': 'GO sin acondicionamiento', defer: 'Aplazar', ...back },
    meanings: {
      go: 'Confirmo que el paciente es apto, y que el producto y la medicación de rescate están disponibles: el acondicionamiento puede iniciarse.',
      'go-without-conditioning':
        'Confirmo que el paciente es apto, y que se prescinde del acondicionamiento según la regla de la ficha técnica.',
      defer: 'Aplazo el tratamiento a la fecha indicada: no se administra nada antes de decidir de nuevo.',
      ...waysBack('No doy el GO: el producto no puede utilizarse.'),
    },
  },
  'Start conditioning': {
    title: 'Iniciar el acondicionamiento',
    ask: 'Por favor, compruebe que el GO sigue vigente, y registre después la primera dosis del acondicionamiento.',
    decisions: {
      started: 'Iniciado',
      'started-without-go': 'Iniciado sin GO vigente',
      'go-lapsed': 'El GO ya no vale',
      ...stop,
    },
    meanings: {
      started: 'He comprobado que el GO está vigente, y he iniciado el acondicionamiento según lo prescrito.',
      'started-without-go': 'He registrado que el acondicionamiento se inició sin que hubiera un GO vigente.',
      'go-lapsed': 'He registrado que el GO ya no vale: debe darse de nuevo antes del acondicionamiento.',
      stopped: 'He registrado que el acondicionamiento no se iniciará: el tratamiento finaliza.',
    },
  },
  'Complete conditioning': {
    title: 'Completar acondicionamiento',
    ask: 'Por favor, registre el acondicionamiento tal como se administró, y cuándo terminó su última dosis.',
    decisions: { completed: 'Completado', ...back, recondition: 'Interrumpido: decidir de nuevo' },
    meanings: {
      completed: 'He registrado el acondicionamiento tal como se administró, y cuándo terminó su última dosis.',
      ...waysBack('He registrado que el acondicionamiento se interrumpió.'),
      recondition: 'He registrado que el acondicionamiento se interrumpió y hay que decidir de nuevo sobre él.',
    },
  },
} satisfies Record<string, StepTexts>;
