import * as z from 'zod';
import { isCanonical } from '../audit/hash.ts';
import { statedValue, stepRef } from '../events/data.ts';
import { lazily } from '../lazily.ts';
import { plainJson } from '../plain-json.ts';
import { REGISTERS } from '../registers/names.ts';
import { entryId } from '../registers/standing.ts';
import { userId } from '../sign-off/user-id.ts';
import { instant, occurrence } from '../time.ts';

const none = z.strictObject({}).default({});

/** The commands of operations and what each takes (design 6, `POST /ops/journeys/{id}/commands`). */
export const commandArguments = lazily(
  () =>
    ({
      hold: none,
      resume: none,
      cancel: none,
      'resume-execution': none,
      extend: z.strictObject({ ...stepRef.shape, dueAt: instant }),
      /** To one person; without `to`, back to everybody of its role. */
      reassign: z.strictObject({
        ...stepRef.shape,
        to: z.string().transform(userId).pipe(z.string().min(1).max(64)).optional(),
      }),
      reissue: stepRef,
      resend: stepRef,
      /** A version of an entry of a register closed it: what was signed minutes before is judged once more. `readiness` is the version of the site from then on. */
      'recheck-registers': z.strictObject({
        register: z.enum(REGISTERS),
        id: entryId,
        version: z.int().min(1),
        readiness: z.int().min(1),
      }),
      /** When an event happened, or one value that its evidence states. */
      correct: z.union([
        z.strictObject({ seq: z.int().min(1), occurredAt: occurrence }),
        z.strictObject({
          seq: z.int().min(1),
          evidence: z.strictObject({ path: z.string().min(1).max(200), to: statedValue }),
        }),
      ]),
    }) as const,
);
export type CommandName = keyof ReturnType<typeof commandArguments>;

const command = lazily(() =>
  z
    .strictObject({
      command: z.enum(Object.keys(commandArguments()) as [CommandName, ...CommandName[]]),
      /** Why; kept in the log. */
      reason: z.string().trim().min(1).max(2000),
      /** The operator; on AWS the IAM principal is taken instead. */
      by: z.string().trim().min(1).max(256).optional(),
      secondApprover: z.string().trim().min(1).max(256).optional(),
      args: z.record(z.string(), z.json()).default({}),
    })
    .refine(isCanonical, { error: 'expected text in well-formed Unicode' }),
);
/** A command as posted by operations. */
export const commandSchema = lazily(() => plainJson.pipe(command()));
export type OperatorCommand = z.infer<ReturnType<typeof commandSchema>>;
