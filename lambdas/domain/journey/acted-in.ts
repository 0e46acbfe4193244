import type { UnsealedEvent } from '../events/journey-event.ts';
import type { Decision } from './state.ts';

type Signed = UnsealedEvent<'step.decided' | 'checklist.recorded' | 'report.made'>;

/** Who did what an event records: its signer, or whom the paper names that the signer entered it from. */
export function actedIn({ by, data: { paper } }: Signed): Pick<Decision, 'by' | 'paper' | 'enteredBy'> {
  if (paper === undefined) return { by };
  const enteredBy = by.kind === 'person' ? { enteredBy: by.id } : {};
  return { by: { kind: 'person', ...paper.doneBy }, paper, ...enteredBy };
}
