import * as z from 'zod';
import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { ACKNOWLEDGE } from '../../lambdas/domain/sign-off/submission.ts';
import { recordOf, reportOf } from '../../lambdas/domain/steps/meanings.ts';
import type { Reply } from '../scenario/world.ts';

const acknowledged = z.object({ journeyId: z.string(), step: z.string(), decision: z.string(), seq: z.int() });

/** A signature that was answered as recorded: it is never lost, whatever breaks after. */
export type Acknowledged = z.infer<typeof acknowledged>;

/** The signature that this answer acknowledges; none where it was refused, or is of something else. */
export const acknowledgedBy = (
  path: string,
  { method }: { readonly method?: string },
  { status, body }: Reply,
): readonly Acknowledged[] =>
  method === 'POST' && path.startsWith('/sign-offs/') && status === 200 ? [acknowledged.parse(body)] : [];

/** Signatures that are not in the log where it was said that they are, in words. */
export const lostSignatures = (
  signatures: readonly Acknowledged[],
  events: readonly JourneyEvent[],
): readonly string[] =>
  signatures.flatMap(({ journeyId, step, decision, seq }) => {
    const found = events.find((event) => event.journeyId === journeyId && event.seq === seq);
    const signed = found === undefined ? undefined : signedBy(found);
    return signed?.step === step && signed.decision === decision
      ? []
      : [`${step}: ${decision} was acknowledged as event ${seq}, which is ${found?.type ?? 'not there'}`];
  });

/** What a signature of this event is acknowledged as. */
function signedBy({ type, data }: JourneyEvent): { readonly step: string; readonly decision: string } | undefined {
  switch (type) {
    case 'step.decided':
      return { step: data.step, decision: data.decision };
    case 'checklist.recorded':
      return { step: data.step, decision: recordOf(data.item) };
    case 'notice.acknowledged':
      return { step: data.step, decision: ACKNOWLEDGE };
    case 'report.made':
      return { step: data.at.step, decision: reportOf(data.report) };
    default:
      return undefined;
  }
}
