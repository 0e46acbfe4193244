import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { type Instant, startOfPrintedDay } from '../time.ts';
import { currentCertificate } from './product.ts';
import type { JourneyState } from './state.ts';

const pending = lazily(() => z.array(z.object({ test: z.string(), dueOn: z.string() })));

/** Tests whose results were still to come when the newest batch was certified. */
export function pendingTests(state: JourneyState): z.infer<ReturnType<typeof pending>> {
  const read = pending().safeParse(currentCertificate(state)?.evidence.pendingTests);
  return read.success ? read.data : [];
}

/** When the first of them is due. */
export const pendingTestsDue = (state: JourneyState): Instant | undefined =>
  pendingTests(state)
    .map(({ dueOn }) => startOfPrintedDay(dueOn, state.site.zone))
    .toSorted()[0];
