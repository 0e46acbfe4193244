import * as z from 'zod';
import { lazily } from '../lazily.ts';

const userId = z.string().min(1).max(64);

/** The multidisciplinary board of a site: who sits on it, how many of them decide, and who may sign what it decided. */
export const boardPolicy = lazily(() =>
  z
    .strictObject({
      /** User ids. */
      members: z.array(userId).min(2).max(60),
      /** Of the members, who leads a meeting and signs its decision. */
      chairs: z.array(userId).min(1).max(10),
      /** So many members must be present. */
      quorum: z.int().min(2).max(60),
    })
    .superRefine(({ members, chairs, quorum }, context) => {
      const stranger = chairs.findIndex((one) => !members.includes(one));
      if (stranger >= 0) {
        context.addIssue({ code: 'custom', path: ['chairs', stranger], message: 'expected a member of the board' });
      }
      const most = new Set(members).size;
      if (quorum > most) {
        const message = `got ${quorum}, expected at most the ${most} members of the board`;
        context.addIssue({ code: 'custom', path: ['quorum'], message });
      }
    }),
);
export type BoardPolicy = z.infer<ReturnType<typeof boardPolicy>>;
