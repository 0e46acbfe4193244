import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { instant, occurrence } from '../time.ts';
import { ROLES } from '../vocabulary.ts';
import { identifiers } from './identifiers.ts';

/** Who caused an event. A mailbox is not an identity: a person is somebody who proved who they are. */
export const actor = lazily(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('person'),
      id: z.string().min(1).max(64),
      role: z.enum(ROLES),
      /** True for somebody who does not hold the role and stood in for those who do. */
      deputy: z.literal(true).optional(),
      /** User id of somebody who handed the step over to them for a time: their act counts as done by both. */
      onBehalfOf: z.string().min(1).max(64).optional(),
    }),
    z.strictObject({
      kind: z.literal('operator'),
      id: z.string().min(1).max(256),
      secondApprover: z.string().max(256).optional(),
    }),
    z.strictObject({ kind: z.literal('sender'), id: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal('system'), id: z.string().min(1).max(64) }),
  ]),
);
export type Actor = z.infer<ReturnType<typeof actor>>;

/** The software that wrote an event, so that an inspector can say on what version it happened. */
export const release = lazily(() => z.strictObject({ version: z.string().min(1), commit: z.string().min(1) }));
export type Release = z.infer<ReturnType<typeof release>>;

/** What every event carries, beside its type and data. */
export const envelope = lazily(() => ({
  schemaVersion: z.literal(1),
  journeyId: z.string().min(1),
  /** Position in the journey's chain, from 1, without gaps. */
  seq: z.int().min(1),
  occurredAt: occurrence,
  recordedAt: instant,
  by: actor(),
  release: release(),
  identifiers: identifiers().optional(),
}));
