import type { JourneyEvent } from '../events/journey-event.ts';
import type { Effect } from './effects.ts';

/** An alarm that was reported in one journey is carried to every other that has something in the device. */
export const alarmEffects = (event: JourneyEvent): readonly Effect[] =>
  event.type === 'report.made' && event.data.report === 'storage-alarm' ? [{ kind: 'carry', report: event.seq }] : [];
