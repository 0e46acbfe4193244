import type { StepTexts } from '../en/step-texts.ts';

export const ofDeviations = {
  'Triage the deviation': {
    title: 'Clasificar la desviación',
    ask: 'Lea lo que se encontró, confirme o cambie su clase y registre qué se hizo de inmediato y qué envases están retenidos.',
    decisions: { investigate: 'Investigar', closed: 'Menor: cerrar' },
    meanings: {
      investigate:
        'He clasificado esta desviación: su clase como se muestra o como la cambié, qué se hizo de inmediato y qué envases están retenidos hasta la decisión. Se investiga.',
      closed: 'He clasificado esta desviación como menor: por el motivo indicado no hay que hacer nada más.',
    },
  },
  'Investigate the deviation': {
    title: 'Investigar la desviación',
    ask: 'Investigue la desviación en 30 días: su causa raíz y qué significa para el producto y el paciente.',
    decisions: { investigated: 'Investigada' },
    meanings: {
      investigated: 'He investigado esta desviación: su causa raíz y qué significa para el producto y el paciente.',
    },
  },
  'Decide on the deviation': {
    title: 'Decidir sobre la desviación',
    ask: 'Lea la investigación y decida: qué pasa con el material, a quién se informa y si hace falta una CAPA.',
    decisions: { 'no-capa': 'Decidido, sin CAPA', capa: 'Decidido, hace falta CAPA', again: 'Investigar de nuevo' },
    meanings: {
      'no-capa':
        'He decidido sobre esta desviación y la he notificado a los indicados. No hace falta ninguna acción correctiva ni preventiva.',
      capa: 'He decidido sobre esta desviación y la he notificado a los indicados. Hacen falta las acciones correctivas y preventivas indicadas.',
      again: 'No acepto la investigación: la desviación se clasifica y se investiga de nuevo.',
    },
  },
  'Plan the CAPA': {
    title: 'Planificar la CAPA',
    ask: 'Planifique las acciones correctivas y preventivas: qué se hace, quién responde y para cuándo.',
    decisions: { planned: 'Planificada' },
    meanings: {
      planned: 'He planificado las acciones correctivas y preventivas: qué se hace, quién responde y para cuándo.',
    },
  },
  'Check that the CAPA works': {
    title: 'Comprobar la eficacia de la CAPA',
    ask: 'Compruebe, con pruebas, si las acciones correctivas y preventivas evitan que vuelva a ocurrir.',
    decisions: { effective: 'Eficaz', 'not-effective': 'No eficaz' },
    meanings: {
      effective:
        'He comprobado qué lograron las acciones correctivas y preventivas: según la prueba indicada no ha vuelto a ocurrir.',
      'not-effective': 'He comprobado qué lograron las acciones correctivas y preventivas: se planifican de nuevo.',
    },
  },
} satisfies Record<string, StepTexts>;
