import * as z from 'zod';
import { toldNotToDrive, toldToStayNear } from '../gates/told-until.ts';
import { lazily } from '../lazily.ts';
import { recorded } from './decisions.ts';
import { confirmed, date, pastDate } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';
import { tocilizumabItems, tocilizumabRung } from './tocilizumab.ts';

/** S24: the patient leaves hospital with an alert card, a carer, and knows how near to stay and when to drive again. */
export const discharge: StepDefinition = {
  step: 'Discharge',
  phase: 'Treatment',
  role: 'physician',
  checklist: { items: tocilizumabItems },
  decisions: {
    discharged: {
      ...recorded(
        'I discharged the patient after acute monitoring, with alert card, carer and instructions.',
        lazily(() =>
          z.strictObject({
            dischargedOn: pastDate,
            alertCardGiven: confirmed,
            carerInformed: confirmed,
            staysNearUntil: date,
            drivesAgainFrom: date,
          }),
        ),
      ),
      deviations: [toldToStayNear, toldNotToDrive],
    },
  },
  deadline: { kind: 'soft', within: 'P28D' },
  ladder: [...usualLadder('physician'), tocilizumabRung],
};
