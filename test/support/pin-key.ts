import { createHmac } from 'node:crypto';
import type { PinKey } from '../../lambdas/adapters/pin-key.ts';

/** What KMS does with a key, with one that everybody knows. */
export const pinKey: PinKey = {
  macOf: async ({ id, pin }) => createHmac('sha256', 'test').update(`${id}\n${pin}`).digest(),
};

/** Of somebody enrolled as they should be. */
export const IDENTITY = { checkedBy: 'qa', checkedAt: '2026-11-01', how: 'staff card, in person' };
