import type { StepTexts } from '../en/step-texts.ts';

export const order = {
  'Register the referral': {
    title: 'Registrar la derivación',
    ask: 'Por favor, compruebe la derivación e indique si pasa al comité multidisciplinar.',
    decisions: { registered: 'Registrada', returned: 'Devolver al remitente' },
    meanings: {
      registered:
        'He comprobado que la derivación está completa y que el paciente que nombra es el de la historia clínica.',
      returned: 'He devuelto la derivación a su remitente: no conduce a este tratamiento.',
    },
  },
  'Confirm eligibility': {
    title: 'Confirmar la elegibilidad',
    ask: 'Por favor, confirme si el paciente es elegible para este tratamiento.',
    decisions: { eligible: 'Elegible', 'not-eligible': 'No elegible' },
    meanings: {
      eligible:
        'Confirmo la decisión del comité multidisciplinar de que este tratamiento está indicado y el paciente es apto para él.',
      'not-eligible': 'Confirmo la decisión del comité multidisciplinar de que este tratamiento no se administra.',
    },
  },
  'Confirm funding': {
    title: 'Confirmar la financiación',
    ask: 'Por favor, confirme si el financiador ha aprobado este tratamiento.',
    decisions: { funded: 'Aprobada', refused: 'No aprobada' },
    meanings: {
      funded: 'Confirmo que el financiador aprobó este tratamiento para este paciente, con las condiciones indicadas.',
      refused: 'Confirmo que el financiador no aprobó este tratamiento.',
    },
  },
  'Confirm consent': {
    title: 'Confirmar el consentimiento',
    ask: 'Por favor, registre cada consentimiento del paciente, con el formulario que se firmó.',
    decisions: { consented: 'Consentimiento dado', refused: 'Consentimiento denegado' },
    meanings: {
      consented:
        'Confirmo que el consentimiento informado se dio en mi presencia sobre las versiones indicadas de los formularios.',
      refused: 'Confirmo que no se dio el consentimiento a este tratamiento.',
    },
  },
  'Place the order': {
    title: 'Hacer el pedido',
    ask: 'Por favor, pida el tratamiento a su fabricante, con la cadena de identidad de este tratamiento.',
    decisions: { ordered: 'Pedir', rejected: 'No pedir' },
    meanings: {
      ordered: 'Pido este tratamiento para este paciente, con la cadena de identidad y el número de pedido indicados.',
      rejected: 'No pido este tratamiento.',
    },
  },
  'Check the order': {
    title: 'Comprobar el pedido',
    ask: 'Por favor, compare como segunda persona el pedido con la aprobación y con la fuente de la pulsera identificativa.',
    decisions: { checked: 'Correcto', reorder: 'Pedir de nuevo', rejected: 'No pedir' },
    meanings: {
      checked:
        'He comparado como segunda persona el pedido con la aprobación, y sus identificadores con la fuente de la pulsera identificativa.',
      reorder: 'He encontrado una diferencia: el pedido debe hacerse de nuevo.',
      rejected: 'He constatado que este pedido no debe llegar al fabricante: el tratamiento no se administra.',
    },
  },
} satisfies Record<string, StepTexts>;
