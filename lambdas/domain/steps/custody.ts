import * as z from 'zod';
import { identityMatches } from '../gates/identity-matches.ts';
import { chainOfIdentity, confirmed, containers, dateTime, reference, temperature } from './evidence.ts';
import type { ChecklistItem } from './step.ts';

/**
 * Custody events of a shipment, the same for both legs (clinical-pathway 1.11): who handed what to whom, in which shipper,
 * under which seal and logger, and until when the shipper is qualified to hold its temperature.
 */
export const custodyItems: readonly ChecklistItem[] = [
  {
    item: 'handed-over',
    meaning: 'I recorded the hand-over of this shipment from its document, with shipper, seal and logger.',
    values: z.strictObject({
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
    gates: [identityMatches],
  },
  {
    item: 'arrival-foreseen',
    meaning: 'I recorded when the carrier now expects this shipment to arrive.',
    values: z.strictObject({ expectedAt: dateTime }),
    gates: [],
    per: 'many',
  },
  {
    item: 'arrived',
    meaning: 'I recorded the arrival of this shipment from its document.',
    values: z.strictObject({
      receivedBy: reference,
      sealIntact: z.boolean(),
      lowestTemperature: temperature,
      highestTemperature: temperature,
      loggerRead: confirmed,
    }),
    gates: [],
  },
];
