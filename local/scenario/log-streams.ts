import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';

/** What happened, by stream (a step, a phase, the journey), without ids, times, runs and mail: what scenarios expect. */
export function logStreams(events: readonly JourneyEvent[]): Readonly<Record<string, readonly string[]>> {
  const streams: Record<string, string[]> = {};
  for (const event of events) {
    const line = lineOf(event);
    if (line === undefined) continue;
    const [stream, text] = line;
    streams[stream] ??= [];
    streams[stream].push(text);
  }
  return streams;
}

function lineOf(event: JourneyEvent): readonly [string, string] | undefined {
  switch (event.type) {
    case 'journey.opened':
    case 'case.opened':
      return ['journey', 'opened'];
    case 'journey.held':
      return ['journey', 'held'];
    case 'journey.resumed':
      return ['journey', 'resumed'];
    case 'journey.cancelled':
      return ['journey', 'cancelled'];
    case 'journey.closed':
      return ['journey', `closed: ${event.data.outcome}`];
    case 'plan.changed': {
      const moved = event.data.items.filter(({ from, to }) => from !== null && to !== null);
      return moved.length === 0 ? undefined : ['plan', moved.map(({ item }) => item).join(', ')];
    }
    case 'journey.closing':
      return ['journey', `closing: ${event.data.outcome}`];
    case 'identity.differs':
      return ['journey', `identity differs: ${event.data.differs.join(', ')}`];
    case 'report.made':
      return ['journey', `reported: ${event.data.report}`];
    case 'alarm.carried':
      return ['journey', 'carried from elsewhere: storage-alarm'];
    case 'time.corrected':
      return ['journey', `time corrected: ${event.data.changes.length} clocks moved`];
    case 'phase.entered':
      return [`${event.data.phase} ${event.data.round}`, 'entered'];
    case 'phase.ended':
      return [`${event.data.phase} ${event.data.round}`, `ended: ${event.data.outcome}`];
    case 'step.decided':
      return [`${event.data.step} ${event.data.round}`, event.data.decision];
    case 'step.skipped':
      return [`${event.data.step} ${event.data.round}`, `not needed: ${event.data.because}`];
    case 'step.withdrawn':
      return [`${event.data.step} ${event.data.round}`, 'withdrawn'];
    case 'checklist.recorded':
      return [`${event.data.step} ${event.data.round}`, itemText(event.data)];
    case 'notice.acknowledged':
      return [`${event.data.step} ${event.data.round}`, `acknowledged: ${event.data.rung}`];
    case 'mail.bounced':
      return ['journey', `mail bounced: ${event.data.rung}`];
    case 'step.extended':
      return [`${event.data.step} ${event.data.round}`, 'extended'];
    case 'step.reassigned':
      return [`${event.data.step} ${event.data.round}`, 'reassigned'];
    case 'step.claimed':
      return [`${event.data.step} ${event.data.round}`, `claimed by ${event.by.id}`];
    case 'step.unclaimed':
      return [`${event.data.step} ${event.data.round}`, `given back by ${event.by.id}`];
    case 'deviation.opened':
      return [`${event.data.step} ${event.data.round}`, `deviation: ${event.data.kind}`];
    // How often a run was replaced, a step asked and a mail sent again is machinery: free, and counted elsewhere.
    case 'deviations.found':
    case 'run.started':
    case 'step.opened':
    case 'rung.reached':
    case 'link.reissued':
    case 'mail.resent':
      return undefined;
  }
}

/** `thaw-started BAG-1`: which container an item is about, where it is about one. */
export const itemText = ({ item, values }: { item: string; values: Readonly<Record<string, unknown>> }): string =>
  typeof values.container === 'string' ? `${item} ${values.container}` : item;

/** Rungs that were told by mail after the first asking. */
export const remindersOf = (events: readonly JourneyEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'rung.reached' && !event.data.silent && event.data.rung !== 'asked'
      ? [`${event.data.step} ${event.data.round}: ${event.data.rung}`]
      : [],
  );

export const deviationsOf = (events: readonly JourneyEvent[]): readonly string[] =>
  events.flatMap((event) => (event.type === 'deviation.opened' ? [event.data.kind] : []));
