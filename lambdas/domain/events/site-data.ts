import * as z from 'zod';
import { sitePolicy } from '../journey/site-policy.ts';
import { lazily } from '../lazily.ts';
import { changeControl } from '../registers/change-control.ts';
import { entryId } from '../registers/standing.ts';
import { zone } from '../time.ts';
import { actor } from './envelope.ts';

/** What a case of the quality system is about; of no patient and no product. */
const qualityCase = lazily(() =>
  z.discriminatedUnion('kind', [
    /** The entry of the register as it was proposed. */
    z.strictObject({ kind: z.literal('change-control'), id: entryId, entry: changeControl() }),
    z.strictObject({ kind: z.literal('deviation'), title: z.string().trim().min(1).max(90) }),
  ]),
);
export type QualityCase = z.infer<ReturnType<typeof qualityCase>>;

/** Journeys in flight that go on with another version than a change makes, as they stood when a step was asked; of many the first. */
export const concerned = z
  .strictObject({
    count: z.int().min(0),
    journeys: z.array(z.strictObject({ journeyId: z.string(), has: z.array(z.string().max(200)).min(1) })).max(100),
  })
  .optional();
export type ConcernedInFlight = NonNullable<z.infer<typeof concerned>>;

/** Data of the events about what concerns a site: a log of its own, or several journeys at once. */
export const siteData = {
  /** First event of a log that is of a site and of no patient. */
  'case.opened': lazily(() =>
    z.strictObject({
      site: z.strictObject({ id: z.string(), zone, policy: sitePolicy().optional() }),
      case: qualityCase(),
    }),
  ),
  /** An alarm of a storage device that somebody reported elsewhere, and in which containers of this course are. */
  'alarm.carried': lazily(() =>
    z.strictObject({
      /** Where it was reported, and the `seq` of the report there: each is carried once. */
      from: z.strictObject({ journeyId: z.string().min(1), seq: z.int().min(1) }),
      /** Who reported it there, and proved there who they are. */
      reportedBy: actor(),
      /** As reported there, the device by the name that this journey knows it by. */
      values: z.record(z.string(), z.json()),
    }),
  ),
} as const;
