import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { actor } from './envelope.ts';

/** Data of the events about what concerns several journeys at once. */
export const alarmData = {
  /** An alarm of a storage device that somebody reported elsewhere, and in which containers of this course are. */
  'alarm.carried': lazily(() =>
    z.strictObject({
      /** Where it was reported, and the `seq` of the report there: each is carried once. */
      from: z.strictObject({ journeyId: z.string().min(1), seq: z.int().min(1) }),
      /** Who reported it there, and proved there who they are. */
      reportedBy: actor,
      /** As reported there, the device by the name that this journey knows it by. */
      values: z.record(z.string(), z.json()),
    }),
  ),
} as const;
