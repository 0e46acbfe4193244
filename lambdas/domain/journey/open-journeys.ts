import type { JourneyStore } from '../ports.ts';
import type { JourneySummary } from './summary.ts';

const PAGE = 100;

/** Open journeys of a site, by what is due next. */
export async function openJourneys(
  { store }: { readonly store: Pick<JourneyStore, 'list'> },
  site: string,
): Promise<JourneySummary[]> {
  const found: JourneySummary[] = [];
  let from: string | undefined;
  do {
    const page = await store.list({ open: true, limit: PAGE, ...(from === undefined ? {} : { from }) });
    found.push(...page.journeys.filter((journey) => journey.site === site && journey.status !== 'closed'));
    from = page.next;
  } while (from !== undefined);
  return found;
}

/** Where material, product or a question is in somebody's hands; not while only the next visit is waited for. */
export const isInWork = ({ phase, openSteps }: JourneySummary): boolean => phase !== 'FollowUp' || openSteps.length > 0;
