import type { UnsealedEvent } from '../events/journey-event.ts';
import type { Decision, Transcribed } from './state.ts';

type Signed = UnsealedEvent<'step.decided' | 'checklist.recorded' | 'report.made'>;

/** Who did what an event records: its signer, or whom the paper names that the signer entered it from. */
export function actedIn({ by, data: { paper } }: Signed): Pick<Decision, 'by' | 'paper' | 'enteredBy'> {
  if (paper === undefined) return { by };
  const enteredBy = by.kind === 'person' ? { enteredBy: by.id } : {};
  return { by: { kind: 'person', ...paper.doneBy }, paper, ...enteredBy };
}

/** What an event records that was entered from paper; nothing of any other. */
export function transcribedIn(event: Signed): Readonly<Record<number, Transcribed>> {
  const { by, paper, enteredBy } = actedIn(event);
  if (paper === undefined || enteredBy === undefined) return {};
  const { seq, occurredAt } = event;
  return { [seq]: { seq, ...whatIn(event), by, paper, enteredBy, occurredAt } };
}

function whatIn(event: Signed): Pick<Transcribed, 'step' | 'what' | 'values' | 'reason'> {
  switch (event.type) {
    case 'step.decided': {
      const { step, decision, evidence, reason } = event.data;
      return { step, what: decision, values: evidence, ...(reason === undefined ? {} : { reason }) };
    }
    case 'checklist.recorded':
      return { step: event.data.step, what: event.data.entry ?? event.data.item, values: event.data.values };
    case 'report.made':
      return { step: event.data.at.step, what: event.data.report, values: event.data.values };
  }
}
