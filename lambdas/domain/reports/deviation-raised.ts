import * as z from 'zod';
import { CONCERNS } from '../deviations/concern.ts';
import { DEVIATION_CLASSES } from '../deviations/deviation-class.ts';
import { lazily } from '../lazily.ts';
import { explanation } from '../steps/evidence.ts';
import type { Role } from '../vocabulary.ts';
import type { ReportDefinition } from './report.ts';

const raised = lazily(() =>
  z.strictObject({
    deviationClass: z.enum(DEVIATION_CLASSES),
    concerns: z.enum(CONCERNS),
    explanation,
    immediateAction: explanation.optional(),
  }),
);

/** What no rule finds, somebody sees: the step from whose page it is raised is its context. */
export const deviationRaised = (roles: readonly Role[]): ReportDefinition => ({
  report: 'deviation-raised',
  roles,
  meaning: 'I raise a deviation from what is required, as I describe it here. Quality assurance triages it.',
  values: raised,
  deviation: (values) => raised().parse(values).deviationClass,
});
