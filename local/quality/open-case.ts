import type { DeviationClass } from '../../lambdas/domain/deviations/deviation-class.ts';
import type { Release } from '../../lambdas/domain/events/envelope.ts';
import { newJourneyId } from '../../lambdas/domain/identifiers/journey-id.ts';
import { createJourney } from '../../lambdas/domain/journey/change-journey.ts';
import type { Scribe } from '../../lambdas/domain/journey/scribe.ts';
import type { JourneySite } from '../../lambdas/domain/journey/site-policy.ts';
import { type Outcome, ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { Alongside, JourneyStore, Registers, StaffDirectory } from '../../lambdas/domain/ports.ts';
import { openChange, openSiteDeviation } from '../../lambdas/domain/quality/open-case.ts';
import { changeControl } from '../../lambdas/domain/registers/change-control.ts';
import { changeControls } from '../../lambdas/domain/registers/change-controls.ts';
import { keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import { userId } from '../../lambdas/domain/sign-off/user-id.ts';
import { keepersAt } from '../../lambdas/domain/staff/keepers-at.ts';
import { mayNotChange } from '../../lambdas/domain/staff/who-may-change.ts';
import type { Instant } from '../../lambdas/domain/time.ts';

export interface CaseOpening {
  readonly store: JourneyStore;
  readonly registers: Pick<Registers, 'of' | 'keeping'>;
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
  const id = newJourneyId(opening.randomBytes);
  const { by, at } = opening;
  const why = `Handled in ${id} from here on`;
  const signedIn = { journeyId: id, seq: 1 };
  const handed = keepRecord(changeControls, { site: site.id, id: change, by, at, entry, why, signedIn }, newest);
  if (!handed.ok) return handed;
  // In the commit that opens the case: from then on nobody changes the entry beside it.
  const kept = handed.value === null ? ok([]) : await registers.keeping(handed.value);
  if (!kept.ok) return kept;
  return create(opening, id, (context, of) => openChange(context, of, { id: change, entry }), kept.value);
}

/** Opens a deviation of the site that belongs to no patient; gives the id of its case. */
export const openDeviationCase = (
  opening: CaseOpening,
  deviation: { readonly title: string; readonly deviationClass: DeviationClass; readonly detail: string },
): Promise<Outcome<string>> =>
  create(opening, newJourneyId(opening.randomBytes), (context, of) => openSiteDeviation(context, of, deviation));

type Open = (
  ...given: Parameters<typeof openSiteDeviation> extends [infer C, infer O, unknown] ? [C, O] : never
) => Scribe;

async function create(
  { store, staff, site, by, at, release }: CaseOpening,
  id: string,
  open: Open,
  alongside: readonly Alongside[] = [],
): Promise<Outcome<string>> {
  const refusal = mayNotChange({ by: userId(by), site: site.id }, await keepersAt(staff, site.id));
  if (refusal !== null) return { ok: false, refusal };
  const scribe = open({ now: at, release }, { id, site, by: { kind: 'operator', id: userId(by) } });
  const created = await createJourney({ store }, scribe, alongside);
  return created === 'done'
    ? ok(id)
    : refuse(
        'conflict',
        created === 'claimed'
          ? 'This change is handled in a case already.'
          : `The registers of ${site.id} were changed by somebody else meanwhile. Look at it and try again.`,
      );
}
