import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import type { Mail } from '../../local/aws/ses.ts';

/** What identifies a mail about a step: the same twice is a second mail for one rung. */
const keyOf = (phase: string, round: number | string, step: string, rung: string, to: string): string =>
  `${phase} ${round} ${step}: ${rung} → ${to}`;

/** Mails that the log asks for: each rung that is not silent, to each role it names (one person holds each). */
export const rungsTold = (events: readonly JourneyEvent[]): readonly string[] =>
  events
    .flatMap((event) =>
      event.type === 'rung.reached' && !event.data.silent
        ? event.data.to.map((role) =>
            keyOf(event.data.phase, event.data.round, event.data.step, event.data.rung, `${role}@hospital.example`),
          )
        : [],
    )
    .sort();

/** Mails about steps of a journey that were sent. */
export const stepMails = (mails: readonly Mail[], journeyId: string): readonly string[] =>
  mails
    .filter(({ tags }) => tags.kind === 'step' && tags.journey === journeyId)
    .map(({ tags, to }) =>
      keyOf(tags.phase ?? '', tags.round ?? '', (tags.step ?? '').replaceAll('_', ' '), tags.rung ?? '', to.join()),
    )
    .sort();

/** The same of whoever it went to, each once: where people stand in for each other, more or fewer than the log names. */
export const withoutReader = (mails: readonly string[]): readonly string[] => [
  ...new Set(mails.map((mail) => mail.split(' → ', 1)[0] ?? '')),
];

/** Mails about a step that left after it was decided or withdrawn. */
export function mailsTooLate(mails: readonly Mail[], events: readonly JourneyEvent[]): readonly string[] {
  const ended = new Map<string, string>(
    events.flatMap((event) =>
      event.type === 'step.decided' || event.type === 'step.withdrawn'
        ? [[`${event.data.phase} ${event.data.round} ${event.data.step}`, event.recordedAt] as const]
        : [],
    ),
  );
  return mails.flatMap(({ at, subject, tags }) => {
    if (tags.kind !== 'step' || tags.journey !== events[0]?.journeyId) return [];
    const end = ended.get(`${tags.phase} ${tags.round} ${tags.step?.replaceAll('_', ' ')}`);
    return end !== undefined && at > end ? [`${at} ${subject}`] : [];
  });
}
