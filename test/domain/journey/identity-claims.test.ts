import { expect, test } from 'vitest';
import { claimOf, questionIdentity } from '../../../lambdas/domain/journey/identity-claims.ts';
import { activePhases } from '../../../lambdas/domain/journey/state.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { Walk } from '../../support/walk.ts';

const claim = (eventId: string) => ({ sender: 'ehr', messageId: `m-${eventId}`, eventId, differs: ['name'] }) as const;

function asked(walk: Walk, eventId: string): void {
  walk.journey.change((scribe) => {
    questionIdentity(scribe, { ...claim(eventId), differs: ['name'] });
    return ok({ value: undefined });
  });
  walk.machines.deliver();
}

test('two people are asked once, and always about the newest', () => {
  const walk = new Walk();
  walk.to('Check certificate');
  asked(walk, 'one');
  const step = walk.journey.step('Resolve the mismatch');
  const { version } = step;
  asked(walk, 'two');
  expect(activePhases(walk.journey.state).filter(({ phase }) => phase === 'IdentityMismatch')).toHaveLength(1);
  const now = walk.journey.step('Resolve the mismatch');
  expect(claimOf(walk.journey.state, now)?.eventId).toBe('two');
  // Whoever read the one before reads anew.
  expect(now.version).toBeGreaterThan(version);
});
