import type { DeviationClass } from '../../lambdas/domain/deviations/deviation-class.ts';
import type { Release } from '../../lambdas/domain/events/envelope.ts';
import { newJourneyId } from '../../lambdas/domain/identifiers/journey-id.ts';
import { createJourney } from '../../lambdas/domain/journey/change-journey.ts';
import type { Scribe } from '../../lambdas/domain/journey/scribe.ts';
import type { JourneySite } from '../../lambdas/domain/journey/site-policy.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { JourneyStore, Registers, StaffDirectory } from '../../lambdas/domain/ports.ts';
import { openChange, openSiteDeviation } from '../../lambdas/domain/quality/open-case.ts';
import { changeControl } from '../../lambdas/domain/registers/change-control.ts';
import { userId } from '../../lambdas/domain/sign-off/user-id.ts';
import { keepersAt } from '../../lambdas/domain/staff/keepers-at.ts';
import { mayNotChange } from '../../lambdas/domain/staff/who-may-change.ts';
import type { Instant } from '../../lambdas/domain/time.ts';

export interface CaseOpening {
  readonly store: JourneyStore;
  readonly registers: Pick<Registers, 'of'>;
  readonly staff: Pick<StaffDirectory, 'holding'>;
  readonly site: JourneySite;
  /** User id of who keeps the registers of the site. */
  readonly by: string;
  readonly at: Instant;
  readonly release: Release;
  randomBytes(count: number): Uint8Array;
}

/** Hands a change that stands in the register as proposed over to the people who sign it; gives the id of its case. */
export async function openChangeCase(opening: CaseOpening, change: string): Promise<Outcome<string>> {
  const { registers, site } = opening;
  const newest = (await registers.of(site.id, 'change-controls', change)).at(-1);
  if (newest === undefined) return refuse('not-found', `${change}: got no such change, expected one of ${site.id}`);
  const entry = changeControl().parse(newest.entry);
  if (newest.mirror !== undefined || entry.status !== 'proposed') {
    const got = newest.mirror === undefined ? `one that is ${entry.status}` : `one of ${newest.mirror.system}`;
    return refuse('conflict', `${change}: got ${got}, expected one that is proposed, and kept here`);
  }
  return create(opening, (context, of) => openChange(context, of, { id: change, entry }));
}

/** Opens a deviation of the site that belongs to no patient; gives the id of its case. */
export const openDeviationCase = (
  opening: CaseOpening,
  deviation: { readonly title: string; readonly deviationClass: DeviationClass; readonly detail: string },
): Promise<Outcome<string>> => create(opening, (context, of) => openSiteDeviation(context, of, deviation));

type Open = (
  ...given: Parameters<typeof openSiteDeviation> extends [infer C, infer O, unknown] ? [C, O] : never
) => Scribe;

async function create(
  { store, staff, site, by, at, release, randomBytes }: CaseOpening,
  open: Open,
): Promise<Outcome<string>> {
  const refusal = mayNotChange({ by: userId(by), site: site.id }, await keepersAt(staff, site.id));
  if (refusal !== null) return { ok: false, refusal };
  const id = newJourneyId(randomBytes);
  const scribe = open({ now: at, release }, { id, site, by: { kind: 'operator', id: userId(by) } });
  const created = await createJourney({ store }, scribe, []);
  return created === 'done'
    ? ok(id)
    : refuse('conflict', created === 'claimed' ? 'This change is handled in a case already.' : 'Try again.');
}
