import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { itemText } from '../../local/scenario/log-streams.ts';

/**
 * Every event of a log without ids, times and runs, by stream: a step, a phase, or the journey. Order within a stream
 * counts; order between steps open at once is free.
 */
export function eventStreams(events: readonly JourneyEvent[]): Readonly<Record<string, readonly string[]>> {
  const streams: Record<string, string[]> = {};
  for (const event of events) {
    const stream = streamOf(event);
    streams[stream] ??= [];
    streams[stream].push(textOf(event));
  }
  return streams;
}

function streamOf({ data }: JourneyEvent): string {
  if ('step' in data && 'round' in data) return `${data.step} ${data.round}`;
  return 'phase' in data && 'round' in data ? `${data.phase} ${data.round}` : 'journey';
}

function textOf(event: JourneyEvent): string {
  switch (event.type) {
    case 'step.decided':
      return `decided: ${event.data.decision}`;
    case 'checklist.recorded':
      return `recorded: ${itemText(event.data)}`;
    case 'step.skipped':
    case 'step.withdrawn':
      return `${event.type}: ${event.data.because}`;
    case 'report.made':
      return `reported: ${event.data.report}`;
    case 'plan.changed':
      return `planned: ${event.data.items.map(({ item }) => item).join(', ')}`;
    case 'rung.reached':
      return `told: ${event.data.rung}${event.data.silent ? ' (silent)' : ''} to ${event.data.to.join(', ')}`;
    case 'phase.ended':
    case 'journey.closing':
    case 'journey.closed':
      return `${event.type}: ${event.data.outcome}`;
    case 'run.started':
      return `run.started: ${event.data.reason}`;
    case 'deviation.opened':
      return `deviation: ${event.data.kind}`;
    default:
      return event.type;
  }
}
