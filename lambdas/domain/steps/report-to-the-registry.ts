import * as z from 'zod';
import { reportDue } from '../clocks/follow-up.ts';
import { consentToRegistry } from '../gates/consented-to.ts';
import { registryReportNotNeeded } from '../journey/registry.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { reference } from './evidence.ts';
import { visitLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** S25: the visit is reported to the registry the protocol names, as long as the patient consents. */
export const reportToTheRegistry: StepDefinition = {
  step: 'Report to the registry',
  phase: 'FollowUpVisit',
  role: 'registry',
  decisions: {
    reported: {
      ...recorded(
        'I reported this visit to the registry.',
        lazily(() => z.strictObject({ registryReference: reference })),
      ),
      deviations: [consentToRegistry],
    },
    'not-reported': recorded('I recorded why this visit is not reported to the registry.'),
  },
  notNeeded: registryReportNotNeeded,
  deadline: { kind: 'hard', within: 'P30D', due: reportDue },
  ladder: visitLadder('registry'),
  officeHoursOnly: true,
};
