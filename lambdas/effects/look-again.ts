import { LOOKED_AT_AGAIN, reportSignedBefore } from '../domain/commands/register-closed.ts';
import { changeJourney, type JourneyDeps } from '../domain/journey/change-journey.ts';
import type { Effect } from '../domain/journey/effects.ts';
import { openJourneys } from '../domain/journey/open-journeys.ts';
import { ok } from '../domain/outcome.ts';
import type { ReadRegisters } from '../domain/ports.ts';
import { closingOf } from '../domain/registers/closing.ts';
import { minus } from '../domain/time.ts';
import { eachAlone } from './each-alone.ts';

/**
 * An entry of a register was closed: what was signed on it minutes before, in any open journey of the site, is judged once more.
 * Repeated it opens no second deviation.
 */
export async function lookAgain(
  deps: JourneyDeps & { readonly registers: Pick<ReadRegisters, 'readiness' | 'of'> },
  { site, register, id, version, readiness, by, at }: Extract<Effect, { kind: 'look-again' }>,
): Promise<void> {
  const since = minus(at, LOOKED_AT_AGAIN, 'UTC');
  const changed = (await openJourneys(deps, site)).filter(({ changedAt }) => changedAt >= since);
  if (changed.length === 0) return;
  const [versions, now] = await Promise.all([deps.registers.of(site, register, id), deps.registers.readiness(site)]);
  const closing = closingOf(versions, version, now);
  if (closing === undefined) return;
  await eachAlone(changed, async ({ journeyId }) => {
    await changeJourney(deps, journeyId, (scribe, { events }) => {
      if (scribe.state.closed === undefined) {
        reportSignedBefore(scribe, events, closing, readiness, { kind: 'operator', id: by });
      }
      return ok({ value: undefined });
    });
  });
}
