import * as z from 'zod';
import { attachment } from '../attachments/attachment.ts';
import { custodyInOrder } from '../gates/custody-in-order.ts';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { identityMatches } from '../gates/identity-matches.ts';
import { notFlagged } from '../gates/not-flagged.ts';
import { shipperQualified } from '../gates/registers/shipper-qualified.ts';
import { type Leg, travelRange } from '../journey/custody.ts';
import { lazily } from '../lazily.ts';
import { chainOfIdentity, confirmed, containers, dateTime, reference, temperature } from './evidence.ts';
import { describedDeviation, outsideRange } from './limits.ts';
import type { ChecklistItem } from './step.ts';

/**
 * Custody events of a shipment, the same for both legs (clinical-pathway 1.11): who handed what to whom, in which shipper,
 * under which seal and logger, and until when the shipper is qualified to hold its temperature. What was shipped is recorded whatever stood against it; what left its limits waits for its maker.
 */
export const custodyItems = (leg: Leg): readonly ChecklistItem[] => [
  {
    item: 'handed-over',
    meaning: 'I recorded the hand-over of this shipment from its document, with shipper, seal and logger.',
    values: lazily(() =>
      z.strictObject({
        chainOfIdentity,
        containers,
        handedBy: reference,
        handedTo: reference,
        from: reference,
        to: reference,
        shipper: reference,
        seal: reference,
        logger: reference,
        waybill: reference,
        qualifiedUntil: dateTime,
      }),
    ),
    gates: [identityMatches],
    deviations: [
      notFlagged('do-not-ship'),
      ...everyAuthorisation,
      custodyInOrder(leg, 'departure'),
      custodyInOrder(leg, 'contents'),
      custodyInOrder(leg, 'order'),
      shipperQualified(leg, 'shipper'),
      shipperQualified(leg, 'logger'),
    ],
    // Documents come in any order: the limit can be told after the arrival was.
    excursions: [custodyInOrder(leg, 'qualification')],
  },
  {
    item: 'arrival-foreseen',
    meaning: 'I recorded when the carrier now expects this shipment to arrive.',
    values: lazily(() => z.strictObject({ expectedAt: dateTime })),
    gates: [],
    per: 'many',
  },
  {
    item: 'arrived',
    meaning: 'I recorded the arrival of this shipment from its document.',
    values: lazily(() =>
      z.strictObject({
        receivedBy: reference,
        sealIntact: z.boolean(),
        lowestTemperature: temperature,
        highestTemperature: temperature,
        loggerRead: confirmed,
        loggerAttachment: attachment.optional(),
        deviation: describedDeviation.optional(),
      }),
    ),
    gates: [],
    limits: ({ evidence, protocol }) =>
      outsideRange(evidence, ['lowestTemperature', 'highestTemperature'], travelRange(leg, protocol), '°C'),
    deviations: [custodyInOrder(leg, 'order')],
    excursions: [custodyInOrder(leg, 'seal'), custodyInOrder(leg, 'temperature'), custodyInOrder(leg, 'qualification')],
  },
];
