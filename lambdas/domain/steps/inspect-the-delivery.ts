import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { labelCodes } from '../journey/label-faults.ts';
import { arrivedAt } from '../journey/shipments.ts';
import { lazily } from '../lazily.ts';
import { storageRange } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { acceptanceOverdue } from './acceptance-overdue.ts';
import { recorded } from './decisions.ts';
import { chainOfIdentity, containers, count, explanation, reference, temperature } from './evidence.ts';
import { usualLadder } from './ladders.ts';
import { outsideRange, raisedDeviation } from './limits.ts';
import type { StepDefinition } from './step.ts';

/** What the first person found, good or bad; the second judges it (clinical-pathway 1.16). */
export const inspection = lazily(() =>
  z.strictObject({
    sealIntact: z.boolean(),
    shipperUndamaged: z.boolean(),
    loggerFile: reference,
    loggerAttachment: attachment.optional(),
    lowestTemperature: temperature,
    highestTemperature: temperature,
    temperatureInRange: z.boolean(),
    containersCounted: count,
    containersIntact: z.boolean(),
    chainOfIdentity,
    batch: reference,
    containers,
    /** Where the label of the maker bears codes: what they say is compared, what they do not say is not asked. */
    labelCodes: labelCodes().optional(),
    autologousUseOnly: z.boolean(),
    documentsPresent: z.boolean(),
    findings: explanation.optional(),
    deviation: raisedDeviation().optional(),
  }),
);

/** S15: the first of two people inspects what arrived. Nothing is authorised here, so nothing is ever refused here. */
export const inspectTheDelivery: StepDefinition = {
  step: 'Inspect the delivery',
  phase: 'Receipt',
  role: 'cell-lab',
  decisions: {
    inspected: {
      ...recorded('I inspected the delivery and recorded what I found, good or bad.', inspection),
      limits: ({ evidence, protocol }) =>
        outsideRange(evidence, ['lowestTemperature', 'highestTemperature'], storageRange(protocol), '°C'),
    },
  },
  deadline: {
    kind: 'hard',
    within: 'PT2H',
    due: (state) => {
      const arrived = arrivedAt(state);
      return arrived === undefined ? undefined : plus(arrived, 'PT2H', state.site.zone);
    },
  },
  ladder: [...usualLadder('cell-lab'), acceptanceOverdue],
};
