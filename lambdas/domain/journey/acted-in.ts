import type { UnsealedEvent } from '../events/journey-event.ts';
import type { Decision, JourneyState, Transcribed } from './state.ts';

type Signed = UnsealedEvent<'step.decided' | 'checklist.recorded' | 'report.made'>;

/** Who did what an event records: its signer, or whom the paper names that the signer entered it from. */
export function actedIn({ by, data: { paper } }: Signed): Pick<Decision, 'by' | 'paper' | 'enteredBy'> {
  if (paper === undefined) return { by };
  const enteredBy = by.kind === 'person' ? { enteredBy: by.id } : {};
  return { by: { kind: 'person', ...paper.doneBy }, paper, ...enteredBy };
}

const canBeOnPaper = (event: UnsealedEvent): event is Signed =>
  event.type === 'step.decided' || event.type === 'checklist.recorded' || event.type === 'report.made';

/** The same journey, which keeps what the event records where that was entered from paper. */
export function keepTranscribed(state: JourneyState, event: UnsealedEvent): JourneyState {
  if (!canBeOnPaper(event)) return state;
  const { by, paper, enteredBy } = actedIn(event);
  if (paper === undefined || enteredBy === undefined) return state;
  const { seq, occurredAt } = event;
  const transcribed = { seq, ...whatIn(event), by, paper, enteredBy, occurredAt };
  return { ...state, transcribed: { ...state.transcribed, [seq]: transcribed } };
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
