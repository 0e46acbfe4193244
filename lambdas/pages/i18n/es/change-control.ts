import type { changeControl as english } from '../en/change-control.ts';
import type { StepTexts } from '../en/step-texts.ts';

export const ofChanges = {
  'Assess the change': {
    title: 'Evaluar el cambio',
    ask: 'Evalúe qué significa el cambio para la regulación, la validación, los datos, la formación y los pacientes. Se enumeran los tratamientos en curso con otra versión.',
    decisions: { assessed: 'Evaluado', rejected: 'Rechazar', withdrawn: 'Retirado' },
    meanings: {
      assessed:
        'He evaluado este cambio: qué significa para la regulación, la validación, los datos, la formación y los pacientes, entre ellos los tratamientos en curso aquí nombrados.',
      rejected: 'He rechazado este cambio por el motivo indicado.',
      withdrawn: 'He registrado que este cambio se retiró por el motivo indicado.',
    },
  },
  'Approve the change': {
    title: 'Aprobar el cambio',
    ask: 'Lea la evaluación y decida si el cambio puede hacerse. Quien lo propuso no lo aprueba.',
    decisions: { approved: 'Aprobar', rejected: 'Rechazar', withdrawn: 'Retirado' },
    meanings: {
      approved:
        'Apruebo este cambio tal como se evaluó, con su día, su vuelta atrás y los tratamientos en curso aquí nombrados. Cuenta en cuanto una segunda persona lo haya aprobado.',
      rejected: 'He rechazado este cambio por el motivo indicado.',
      withdrawn: 'He registrado que este cambio se retiró por el motivo indicado.',
    },
  },
  'Confirm the approval': {
    title: 'Confirmar la aprobación',
    ask: 'Lea la evaluación y decida, como segunda persona, si el cambio puede hacerse.',
    decisions: { approved: 'Aprobar', rejected: 'Rechazar' },
    meanings: {
      approved:
        'Apruebo este cambio tal como se evaluó, como segunda persona. A partir de su día puede usarse lo que se basa en él.',
      rejected: 'He rechazado este cambio por el motivo indicado.',
    },
  },
  'Implement the change': {
    title: 'Implantar el cambio',
    ask: 'Haga el cambio tal como se aprobó y registre el día a partir del cual cuenta.',
    decisions: { implemented: 'Hecho como se aprobó', withdrawn: 'Retirado' },
    meanings: {
      implemented: 'He registrado que este cambio se hizo como se aprobó, el día indicado.',
      withdrawn: 'He registrado que este cambio se retiró por el motivo indicado.',
    },
  },
  'Check that the change works': {
    title: 'Comprobar el efecto del cambio',
    ask: 'Compruebe, con pruebas, si el cambio hace aquello para lo que se hizo.',
    decisions: { effective: 'Eficaz', 'not-effective': 'No eficaz' },
    meanings: {
      effective: 'He comprobado, con las pruebas indicadas, que este cambio hace aquello para lo que se hizo.',
      'not-effective':
        'He comprobado, con las pruebas indicadas, que este cambio no hace aquello para lo que se hizo. Lo que haya que hacer es un cambio aparte.',
    },
  },
  'Close the change': {
    title: 'Cerrar el cambio',
    ask: 'Lea qué ha sido del cambio y ciérrelo.',
    decisions: { closed: 'Cerrar' },
    meanings: { closed: 'He leído el expediente de este cambio y lo cierro.' },
  },
} satisfies Record<string, StepTexts>;

export const changeControl: typeof english = {
  facts: {
    caseTitle: 'Asunto',
    changeId: 'Cambio',
    changeClass: 'Clase del cambio',
    changeWhat: 'Qué se cambia',
    changeWhy: 'Por qué',
    changeOf: 'Cambia',
    changeProposedBy: 'Propuesto por',
    changeImplementOn: 'A hacer el',
    changeRollback: 'Vuelta atrás',
    changeCheckUntil: 'Efecto a comprobar hasta el',
    impactRegulatory: 'Regulación',
    impactValidation: 'Validación',
    impactData: 'Datos',
    impactTraining: 'Formación',
    impactPatients: 'Pacientes',
    changeApprovedBy: 'Aprobado por',
    changeImplementedOn: 'Hecho el',
    changeEffectiveness: 'Resultado de la comprobación',
    journeysConcerned: 'Tratamientos en curso con otra versión',
    journeyConcerned: 'Sigue con',
    journeysNotListed: 'Ningún tratamiento nombra una versión de',
  },
  fields: {
    impactRegulatory: 'Consecuencias para la regulación, o ninguna',
    impactValidation: 'Consecuencias para la validación, o ninguna',
    impactData: 'Consecuencias para los datos, o ninguna',
    impactTraining: 'Quién se forma en él, o nadie',
    impactPatients: 'Consecuencias para los pacientes en curso, o ninguna',
    changeBecause: 'Por qué',
    implementedOn: 'Hecho el',
    changeEffectiveness: 'Qué se examinó y qué muestra',
  },
  classes: { minor: 'Menor', major: 'Mayor', emergency: 'Emergencia' },
  problems: {
    'before-it-was-approved': 'es anterior al día en que se aprobó.',
    'after-its-check': 'es posterior al último día para comprobar su efecto: retire el cambio y propóngalo de nuevo.',
  },
};
