import type { JourneyEvent } from '../../lambdas/domain/events/journey-event.ts';
import { NOT_OF_A_JOURNEY, usdBeforeMail, usdMail } from '../aws/prices.ts';
import type { Played } from '../scenario/run-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { EmbeddedStack } from '../stack.ts';

const ofType = <T extends JourneyEvent['type']>(events: readonly JourneyEvent[], type: T) =>
  events.filter((event): event is Extract<JourneyEvent, { type: T }> => event.type === type);

/** The document of `demo --json` (design 6). */
export function demoReport(
  scenario: Scenario,
  { journeyId, events, verification, unmet }: Played,
  stack: EmbeddedStack,
  wallMs: number,
) {
  // What is told of the hospital, such as a renewal, is of no journey.
  const mails = stack.outbox().filter(({ tags }) => tags.journey === journeyId);
  const usage = { ...stack.meter.without(...NOT_OF_A_JOURNEY), emails: mails.length };
  return {
    journeyId,
    protocol: scenario.protocol,
    scenario: scenario.name,
    outcome: ofType(events, 'journey.closed')[0]?.data.outcome ?? null,
    expectations: { met: unmet.length === 0, unmet },
    phases: phasesOf(events).filter(({ name }) => name !== 'FollowUpVisit'),
    signOffs: ofType(events, 'step.decided').map(({ data, by, recordedAt }) => ({
      step: data.step,
      role: by.kind === 'person' ? by.role : by.kind,
      by: by.id,
      decision: data.decision,
      at: recordedAt,
    })),
    notifications: mails.map(({ at, tags, to }) => ({
      at,
      kind: tags.rung ?? tags.kind ?? 'mail',
      step: tags.step?.replaceAll('_', ' ') ?? null,
      to: to[0] ?? '',
    })),
    followUpVisits: phasesOf(events)
      .filter(({ name }) => name === 'FollowUpVisit')
      .map(({ visit, startedAt, outcome }) => ({ name: visit, due: startedAt, outcome })),
    exceptions: exceptionsOf(events),
    deviations: ofType(events, 'deviation.opened').map(({ data, recordedAt }) => ({
      kind: data.kind,
      class: data.class,
      at: recordedAt,
      step: data.step,
    })),
    audit: {
      events: verification.events,
      verified: verification.verified,
      head: verification.verified ? verification.head : null,
    },
    usage: { ...usage, usdBeforeMail: usdBeforeMail(usage), usdMail: usdMail(usage) },
    virtualFrom: events[0]?.recordedAt ?? null,
    virtualTo: events.at(-1)?.recordedAt ?? null,
    wallMs,
  };
}
export type DemoReport = ReturnType<typeof demoReport>;

const phasesOf = (events: readonly JourneyEvent[]) =>
  ofType(events, 'phase.entered').map(({ data, recordedAt }) => {
    const ended = ofType(events, 'phase.ended').find(
      (event) => event.data.phase === data.phase && event.data.round === data.round,
    );
    return {
      name: data.phase,
      round: data.round,
      visit: data.visit ?? null,
      outcome: ended?.data.outcome ?? null,
      startedAt: recordedAt,
      endedAt: ended?.recordedAt ?? null,
    };
  });

/** Decisions that left the usual path, with who took them and where they led. */
function exceptionsOf(events: readonly JourneyEvent[]) {
  const usual = new Set(['ordered', 'collected', 'certified', 'accepted', 'treated', 'attended']);
  return ofType(events, 'phase.ended')
    .filter(({ data }) => !usual.has(data.outcome))
    .map(({ seq, data, recordedAt }) => {
      const decision = ofType(events, 'step.decided').findLast((event) => event.seq < seq);
      const next = ofType(events, 'phase.entered').find((event) => event.seq > seq);
      return {
        kind: data.outcome,
        at: recordedAt,
        decidedBy: decision?.by.id ?? null,
        path: next === undefined ? `${data.phase} → closed` : `${data.phase} → ${next.data.phase} ${next.data.round}`,
      };
    });
}
