import { h, type VNode } from '../element.ts';
import { dictionary } from '../i18n/dictionary.ts';
import { birthDateText } from '../time-text.ts';
import type { Language } from '../views.ts';
import type { PatientView } from '../worklist-views.ts';

/** Whose journey it is: name, birth date and MRN beside the code; of a case the code alone. Only for somebody who signed in and may see it. */
export function patientBanner(journeyId: string, patient: PatientView | undefined, language: Language): VNode {
  if (patient === undefined) return h('p', { class: 'code' }, journeyId);
  const { worklist } = dictionary(language);
  const { name, birthDate, identifiers, similarTo, formerNames = [], claimed } = patient;
  return h(
    'div',
    { class: 'patient', role: 'group', 'aria-label': `${worklist.patient} ${journeyId}` },
    h('span', { class: 'code' }, journeyId),
    h('strong', {}, name ?? worklist.notKnown),
    formerNames.length === 0 ? null : h('span', {}, worklist.formerly(formerNames.join(', '))),
    birthDate === undefined ? null : h('span', {}, worklist.born(birthDateText(birthDate, language))),
    identifiers.length === 0 ? null : h('span', {}, worklist.mrn(identifiers.join(', '))),
    claimed === undefined
      ? null
      : h(
          'span',
          { class: 'similar' },
          worklist.claimed(
            claimed.sender,
            [claimed.name ?? name ?? worklist.notKnown, ...claimed.identifiers].join(', '),
          ),
        ),
    similarTo.length === 0 ? null : h('span', { class: 'similar' }, worklist.similar(similarTo.join(', '))),
  );
}
