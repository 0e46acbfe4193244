import { changeJourney, type JourneyDeps } from '../domain/journey/change-journey.ts';
import type { JourneySummary } from '../domain/journey/summary.ts';
import { findingOf, repair } from '../domain/journey/sweep.ts';
import { ok } from '../domain/outcome.ts';
import { log } from '../middleware/log.ts';
import { emptyTally, guarded, type Tally } from './guarded.ts';

const PAGE = 100;

/** Attends to every open journey; gives their summaries and how many were stuck. */
export async function attendToJourneys(
  deps: JourneyDeps,
): Promise<{ readonly open: readonly JourneySummary[]; readonly tally: Tally }> {
  const open: JourneySummary[] = [];
  const tally = emptyTally();
  let from: string | undefined;
  do {
    const page = await deps.store.list({ open: true, limit: PAGE, ...(from === undefined ? {} : { from }) });
    open.push(...page.journeys.filter(({ status }) => status !== 'closed'));
    for (const journey of page.journeys) {
      tally[await guarded('journey', journey.journeyId, () => attend(deps, journey))] += 1;
    }
    from = page.next;
  } while (from !== undefined);
  return { open, tally };
}

async function attend(deps: JourneyDeps, journey: JourneySummary): Promise<boolean> {
  const finding = findingOf(journey, deps.now());
  if (finding === 'well') return false;
  const outcome = await changeJourney(deps, journey.journeyId, (scribe, stored) =>
    ok({ value: repair(scribe, stored.bindings), effects: [{ kind: 'schedule' }] }),
  );
  const restarted = outcome.ok && outcome.value;
  log(restarted ? 'error' : 'warn', 'journey repaired by the sweep', {
    journeyId: journey.journeyId,
    finding,
    restarted,
  });
  return restarted;
}
