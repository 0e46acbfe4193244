import type { Gate } from '../gate.ts';
import { judgeServing } from './judge-serving.ts';

/** The site is ready for the product, with every agreement, assessment, document and device that this rests on (S00, clinical-pathway 1.1). */
export const siteReady: Gate = {
  name: 'site-ready',
  class: 'qa-exemption',
  registers: ['product-readiness'],
  judge: (context) =>
    judgeServing(context, {
      register: 'product-readiness',
      what: context.protocol.id,
      missing: `Readiness for ${context.protocol.id} is not in the register of product readiness. Quality assurance enters it, or exempts.`,
    }),
};
