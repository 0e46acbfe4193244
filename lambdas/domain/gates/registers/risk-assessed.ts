import type { Gate } from '../gate.ts';
import { judgeServing } from './judge-serving.ts';

/** There is a risk assessment of the product that counts, with what must be done before use, and with its risks accepted (clinical-pathway 3.2). */
export const riskAssessed: Gate = {
  name: 'risk-assessed',
  class: 'qa-exemption',
  registers: ['risk-assessments'],
  judge: (context) =>
    judgeServing(context, {
      register: 'risk-assessments',
      what: context.protocol.id,
      missing: `No risk assessment of ${context.protocol.id} is in the register. Quality assurance enters it, or exempts.`,
    }),
};
