import { openJourneys } from '../domain/journey/open-journeys.ts';
import { protocolOf } from '../domain/journey/protocol-of.ts';
import { type JourneySummary, type OpenStepLine, summaryOf } from '../domain/journey/summary.ts';
import type { Role } from '../domain/vocabulary.ts';
import { maySee } from '../domain/worklist/reader.ts';
import type { SignedIn } from '../session/signed-in.ts';
import type { WorklistDeps } from './worklist-deps.ts';

/** A line that says who may see it and what is open. */
export type FullSummary = JourneySummary & { readonly parts: readonly Role[]; readonly open: readonly OpenStepLine[] };

const isFull = (journey: JourneySummary): journey is FullSummary =>
  journey.parts !== undefined && journey.open !== undefined;

/** A line that an earlier release wrote is made anew from the log. */
async function full(deps: WorklistDeps, journey: JourneySummary): Promise<readonly FullSummary[]> {
  if (isFull(journey)) return [journey];
  const stored = await deps.store.load(journey.journeyId);
  if (stored === undefined) return [];
  return [summaryOf(stored.state, protocolOf(deps, stored), stored.bindings, deps.now())].filter(isFull);
}

/** Open journeys of the reader's site, and those of them that they may see. */
export async function visibleJourneys(
  deps: WorklistDeps,
  { member }: SignedIn,
): Promise<{ readonly ofSite: readonly FullSummary[]; readonly seen: readonly FullSummary[] }> {
  const listed = await openJourneys(deps, member.site);
  const ofSite = (await Promise.all(listed.map((journey) => full(deps, journey)))).flat();
  return { ofSite, seen: ofSite.filter((journey) => maySee(member, journey)) };
}
