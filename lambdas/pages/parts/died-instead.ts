import type { StepName } from '../../domain/vocabulary.ts';
import type { VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import type { Language, StepView } from '../views.ts';
import { openLink, reportId } from './open-link.ts';

/** Where somebody expects to see the patient, and learns of a death. */
const SEES_THE_PATIENT: readonly StepName[] = [
  'Reassess the patient',
  'Monitor the patient',
  'Discharge',
  'End the proximity period',
  'Record follow-up visit',
  'Arrange the lifelong watch',
];

/** No decision of these steps says that the patient has died: the way to the report that does. */
export const diedInstead = (view: StepView, language: Language): VNode | null =>
  SEES_THE_PATIENT.includes(view.step)
    ? openLink({ view, language, id: reportId('death'), class: 'card line' }, dictionary(language).page.diedInstead)
    : null;
