import type { JourneyEvent } from './journey-event.ts';

/** What people sign: every event of these holds what was shown, what the signature means, and how the person proved who they are. */
const SIGNED = ['step.decided', 'checklist.recorded', 'notice.acknowledged', 'report.made'] as const;
export type SignedEvent = Extract<JourneyEvent, { type: (typeof SIGNED)[number] }>;

export const isSigned = (event: JourneyEvent): event is SignedEvent => SIGNED.some((type) => type === event.type);
