import type { Gate } from '../gate.ts';
import { judgeServing } from './judge-serving.ts';

/** An agreement about the product with its maker is in force, and its review is not overdue (clinical-pathway 3.6). */
export const agreementInDate: Gate = {
  name: 'agreement-in-date',
  class: 'qa-exemption',
  registers: ['agreements'],
  judge: (context) =>
    judgeServing(context, {
      register: 'agreements',
      what: context.protocol.id,
      missing: `No agreement about ${context.protocol.id} is in the register. Quality assurance enters it, or exempts.`,
    }),
};
