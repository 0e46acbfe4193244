import { randomFillSync } from 'node:crypto';
import { newJourneyId } from '../../lambdas/domain/identifiers/journey-id.ts';
import { consequencesOf } from '../../lambdas/domain/journey/effects.ts';
import { openJourney } from '../../lambdas/domain/journey/open-journey.ts';
import { Scribe } from '../../lambdas/domain/journey/scribe.ts';
import { summaryOf } from '../../lambdas/domain/journey/summary.ts';
import type { Commit, StoredJourney } from '../../lambdas/domain/ports.ts';
import type { Instant } from '../../lambdas/domain/time.ts';
import { PROTOCOL, SITE } from './builders.ts';

export const NOW: Instant = '2026-11-22T12:00:00.000Z';
const release = { version: '0.0.0', commit: 'unreleased' };

export const randomBytes = (count: number): Uint8Array => randomFillSync(new Uint8Array(count));

/** The commit that opens a journey. */
export function opening(id: string = newJourneyId(randomBytes), now: Instant = NOW): Commit {
  const scribe = openJourney(
    { now, release, protocol: PROTOCOL },
    {
      id,
      site: SITE,
      patient: 'P1',
      order: { sender: 'ehr', messageId: 'm1', orderedAt: now },
      by: { kind: 'sender', id: 'ehr' },
    },
  );
  const { effects } = consequencesOf(undefined, scribe.state, scribe.events, {}, PROTOCOL);
  return commitOf(scribe, 0, effects, now);
}

/** The commit that puts a loaded journey on hold. */
export function holding(stored: StoredJourney, reason: string, now: Instant = NOW): Commit {
  const scribe = new Scribe({ now, release, protocol: PROTOCOL }, stored.state.id, stored);
  scribe.write('journey.held', { reason }, { kind: 'operator', id: 'test' });
  const { effects } = consequencesOf(stored.state, scribe.state, scribe.events, stored.bindings, PROTOCOL);
  return commitOf(scribe, stored.revision, effects, now);
}

const commitOf = (scribe: Scribe, expected: number, effects: Commit['effects'], now: Instant): Commit => ({
  journeyId: scribe.state.id,
  expected,
  events: scribe.events,
  state: scribe.state,
  bindings: {},
  effects,
  summary: summaryOf(scribe.state, PROTOCOL, {}, now),
  now,
  claims: scribe.claims,
});
