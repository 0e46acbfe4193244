import * as z from 'zod';
import { TASKS } from '../competence/tasks.ts';
import { lazily } from '../lazily.ts';
import { PLACES } from '../shifts/places.ts';
import { procedure } from '../steps/procedure.ts';
import { instant, printedDate } from '../time.ts';

/** By what somebody had shown that they can do a task. */
const assessment = lazily(() => ({
  training: z.string(),
  /** The version that they were trained in or had read since, where the assessment names a procedure. */
  procedure: procedure.optional(),
  assessedOn: printedDate,
  validUntil: printedDate,
}));
/** In what, and by what, whoever did it had shown that they can. */
export const competence = lazily(() => z.strictObject({ task: z.enum(TASKS), ...assessment() }).optional());
/** Who was on site for it by the rota of shifts, each for one thing. */
export const cover = lazily(() =>
  z
    .strictObject({
      /** For when it was asked. */
      at: instant,
      shifts: z.array(z.string().min(1).max(40)),
      places: z
        .array(z.strictObject({ place: z.enum(PLACES), by: z.string().min(1).max(64), ...assessment() }))
        .max(40),
    })
    .optional(),
);
