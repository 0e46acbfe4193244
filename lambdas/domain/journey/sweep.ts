import type { Instant } from '../time.ts';
import { minus } from '../time.ts';
import type { Bindings } from './effects.ts';
import { openFound } from './found-deviations.ts';
import { type Scribe, system } from './scribe.ts';
import { settle } from './settle.ts';
import { activePhases } from './state.ts';
import type { JourneySummary } from './summary.ts';

/** How long a phase may be without a waiting step, and a due instant may be past, before the sweep steps in. */
export const PATIENCE = 'PT1H';

export type Finding = 'well' | 'overdue-wake' | 'stuck';

/** What the sweep thinks of a journey by its summary; decided again from the log before anything is done. */
export function findingOf(summary: JourneySummary, now: Instant): Finding {
  const since = minus(now, PATIENCE, 'UTC');
  if (summary.unattended && summary.changedAt < since) return 'stuck';
  if (summary.nextDueAt !== undefined && summary.nextDueAt < since) return 'overdue-wake';
  // Neither a step in its newest run nor a next due instant: nothing would ever happen again.
  return summary.openSteps.length === 0 && summary.nextDueAt === undefined && summary.changedAt < since
    ? 'stuck'
    : 'well';
}

/** Repairs a journey from its log: a lost execution is replaced, what was missed is done, the schedule is written again. */
export function repair(scribe: Scribe, bindings: Bindings): boolean {
  const { state } = scribe;
  if (state.closed !== undefined) {
    // Of what is closed only what a correction showed can be left to do.
    openFound(scribe);
    return false;
  }
  const lost = activePhases(state).some(
    ({ phase, round }) =>
      !Object.values(bindings).some(({ ref, run }) => ref.phase === phase && ref.round === round && run === state.run),
  );
  if (lost) {
    scribe.write(
      'run.started',
      { run: state.run + 1, reason: 'sweep', why: 'no state machine waited for this journey' },
      system('sweep'),
    );
  }
  settle(scribe);
  return lost;
}
