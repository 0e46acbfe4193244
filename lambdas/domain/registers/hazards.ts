import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { printedDate } from '../time.ts';
import { asText, asWhole, asYesOrNo, type Cell } from './csv.ts';
import { person, text } from './fields.ts';

const rating = z.int().min(1).max(10);

/** One way in which something can fail, how bad, how often and how well noticed (1 to 10 each), and what is done about it. */
export const hazard = lazily(() =>
  z.strictObject({
    failureMode: text(120),
    cause: text(120),
    effect: text(120),
    controls: text(200).optional(),
    severity: rating,
    occurrence: rating,
    detection: rating,
    action: text(100).optional(),
    actionOwner: person.optional(),
    due: printedDate.optional(),
    /** The action is done before anything is used that the assessment is about. */
    beforeUse: z.boolean().optional(),
    doneOn: printedDate.optional(),
    residualSeverity: rating.optional(),
    residualOccurrence: rating.optional(),
    residualDetection: rating.optional(),
    /** Who takes the risk that remains, and since when. */
    acceptedBy: person.optional(),
    acceptedOn: printedDate.optional(),
  }),
);
export type Hazard = z.infer<ReturnType<typeof hazard>>;

export const hazardCells: Readonly<Record<keyof Hazard, Cell>> = {
  failureMode: asText,
  cause: asText,
  effect: asText,
  controls: asText,
  severity: asWhole,
  occurrence: asWhole,
  detection: asWhole,
  action: asText,
  actionOwner: asText,
  due: asText,
  beforeUse: asYesOrNo,
  doneOn: asText,
  residualSeverity: asWhole,
  residualOccurrence: asWhole,
  residualDetection: asWhole,
  acceptedBy: asText,
  acceptedOn: asText,
};

/** Risk priority number as it is now: with what remains once the action is done. */
export const priorityOf = (one: Hazard): number =>
  (one.residualSeverity ?? one.severity) *
  (one.residualOccurrence ?? one.occurrence) *
  (one.residualDetection ?? one.detection);

/** The same hazard as it was assessed; what is done about it and who accepts the rest goes on. */
export const asAssessed = ({
  failureMode,
  cause,
  effect,
  severity,
  occurrence,
  detection,
  action,
  beforeUse,
}: Hazard) => ({
  ...{ failureMode, cause, effect, severity, occurrence, detection, action, beforeUse },
});

/** Why an assessment with this hazard may not be used; undefined when it may. */
export function closesUse(one: Hazard, threshold: number): string | undefined {
  const { failureMode, action, actionOwner, beforeUse, doneOn, acceptedBy } = one;
  if (beforeUse === true && doneOn === undefined) {
    return `not done, and to be done before use: “${action}” (${actionOwner})`;
  }
  const priority = priorityOf(one);
  return priority > threshold && acceptedBy === undefined
    ? `“${failureMode}” has the risk priority number ${priority}, over ${threshold}, and nobody accepted it`
    : undefined;
}

/** What of a hazard does not fit together, as a sentence; null where all does. */
export function hazardMisfit(one: Hazard): string | null {
  const residual = [one.residualSeverity, one.residualOccurrence, one.residualDetection];
  const given = residual.filter((rate) => rate !== undefined).length;
  const of = `hazard “${one.failureMode}”`;
  if (one.action !== undefined && (one.actionOwner === undefined || one.due === undefined)) {
    return `${of}: got an action without owner or due day, expected both`;
  }
  if (one.action === undefined && (one.beforeUse !== undefined || one.doneOn !== undefined)) {
    return `${of}: got an action to be done or done, expected to be told which`;
  }
  if (given !== 0 && given !== residual.length) return `${of}: got ${given} residual ratings, expected three or none`;
  if (given > 0 && one.doneOn === undefined)
    return `${of}: got residual ratings, expected them once the action is done`;
  if ((one.acceptedBy === undefined) !== (one.acceptedOn === undefined)) {
    return `${of}: got ${one.acceptedBy === undefined ? 'a day' : 'a person'} of acceptance alone, expected both`;
  }
  return one.acceptedBy !== undefined && one.acceptedBy === one.actionOwner
    ? `${of}: acceptedBy: got the owner of the action ${one.acceptedBy}, expected another person`
    : null;
}
