import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import type { EntryStanding } from '../domain/registers/standing.ts';
import { isClosedWithout } from '../domain/registers/steps-closed.ts';
import type { Asked } from '../domain/registers/why-not.ts';
import type { EntryView, WaitingStep } from '../pages/register-views.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { type FullSummary, visibleJourneys } from './visible-journeys.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** More than these are looked up in the worklist. */
const MOST_STEPS = 20;

/** Open steps of the site that are closed while an entry may not be used, what is due first; of journeys that are not the reader's, how many. */
export async function stepsWaiting(
  deps: WorklistDeps,
  reader: SignedIn,
  entry: EntryStanding,
  { readiness, asked }: { readonly readiness: SiteReadiness; readonly asked: Asked },
): Promise<NonNullable<EntryView['waiting']>> {
  const { ofSite, seen } = await visibleJourneys(deps, reader);
  const closedIn = ({ journeyId, protocol, open }: FullSummary): readonly WaitingStep[] =>
    open
      .filter((line) => isClosedWithout(entry, { protocol, line }, readiness, asked))
      .map(({ step, dueAt }) => ({ journeyId, step, dueAt }));
  const steps = seen.flatMap(closedIn).toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  const shown = steps.slice(0, MOST_STEPS);
  return { steps: shown, unseen: ofSite.flatMap(closedIn).length - shown.length };
}
