import type { EventData } from '../events/data.ts';
import { whereItWaits } from '../journey/carried-report.ts';
import { enter } from '../journey/enter.ts';
import { type Scribe, system } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import { type JourneyState, reportsOf } from '../journey/state.ts';
import type { Occurrence } from '../time.ts';

/** An alarm of a storage device as it was reported, once, for everything that is in it. */
export interface StorageAlarm extends EventData<'alarm.carried'> {
  readonly occurredAt: Occurrence;
}

/** Whether this journey knows of the alarm already: it was carried here before, or somebody reported it here as well. */
const knowsAlarm = (state: JourneyState, { from, values }: EventData<'alarm.carried'>): boolean =>
  reportsOf(state, 'storage-alarm').some(
    ({ carriedFrom, values: known }) =>
      (carriedFrom?.journeyId === from.journeyId && carriedFrom.seq === from.seq) ||
      (known.alarmFrom === values.alarmFrom && isSameName(known.storageDevice, values.storageDevice)),
  );

const isSameName = (one: unknown, other: unknown): boolean =>
  String(one).trim().toLowerCase() === String(other).trim().toLowerCase();

/**
 * Does in another journey what the report of the alarm did where it was made: what is in the device waits for the disposition of its maker,
 * and a major deviation is opened. Nothing where the journey is closed or knows of the alarm.
 */
export function carryAlarm(scribe: Scribe, { occurredAt, ...alarm }: StorageAlarm): void {
  if (scribe.state.closed !== undefined || knowsAlarm(scribe.state, alarm)) return;
  const by = system('storage-alarm');
  const at = whereItWaits(scribe.state);
  scribe.write('alarm.carried', alarm, by, occurredAt);
  const { seq } = scribe.state;
  const detail = `Reported once for the whole device, at ${alarm.from.journeyId}.`;
  scribe.write('deviation.opened', { kind: 'storage-alarm', class: 'major', ...at, detail, report: seq }, by);
  if (scribe.state.closing === undefined) enter(scribe, 'Excursion', { about: seq });
  settle(scribe);
}
