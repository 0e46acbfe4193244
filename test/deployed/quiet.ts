import { standingOf } from '../../lambdas/domain/journey/standing.ts';
import { activePhases, stepKey } from '../../lambdas/domain/journey/state.ts';
import type { StoredJourney } from '../../lambdas/domain/ports.ts';
import type { Deployment } from './deployment.ts';
import { until } from './until.ts';

const FAR_AWAY = '9999';
/** Longer than any retry the emulator makes; what takes longer is lost. */
const PATIENCE_SECONDS = 30;

/**
 * Waits until everything that can run has run: every step an open journey waits for is held by a state machine of its
 * newest run, and no effect is pending. Both are read from what the application keeps, not guessed from silence. Journeys
 * are looked at before effects: what opened a step left its effects in the same commit.
 */
export function quiet({ store }: Deployment): Promise<true> {
  return until('Quiet', PATIENCE_SECONDS, async () => {
    const { journeys } = await store.list({ open: true, limit: 100 });
    for (const { journeyId } of journeys) {
      const stored = await store.load(journeyId);
      const missing = stored === undefined ? [] : unattended(stored);
      if (missing.length > 0) return { waitsFor: `state machine to open ${missing.join(', ')} of ${journeyId}` };
    }
    const pending = await store.pending({ before: FAR_AWAY, limit: 5 });
    const names = pending.map(({ journeyId, id, effect }) => `${effect.kind} ${journeyId}/${id}`);
    return names.length > 0 ? { waitsFor: `effects: ${names.join(', ')}` } : { answer: true };
  });
}

/** Steps that are next by the log and that no state machine of the newest run waits for yet. */
function unattended({ state, bindings }: StoredJourney): readonly string[] {
  return activePhases(state).flatMap((record) => {
    const standing = standingOf(state, record);
    if (!('waitsFor' in standing)) return [];
    return standing.waitsFor
      .map((step) => stepKey({ phase: record.phase, round: record.round, step }))
      .filter((key) => bindings[key]?.run !== state.run);
  });
}
