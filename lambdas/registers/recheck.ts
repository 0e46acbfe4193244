import { LOOKED_AT_AGAIN } from '../domain/commands/register-closed.ts';
import { runCommand } from '../domain/commands/run-command.ts';
import { changeJourney, type JourneyDeps } from '../domain/journey/change-journey.ts';
import { ok } from '../domain/outcome.ts';
import type { ReadRegisters } from '../domain/ports.ts';
import { closingOf } from '../domain/registers/closing.ts';
import { minus } from '../domain/time.ts';
import { describe, log } from '../middleware/log.ts';
import { openJourneys } from '../session/patients.ts';
import type { Closed } from './keep-entry.ts';

/**
 * Has what was signed minutes before an entry was closed looked at again, in every open journey of the site that changed since. One
 * that cannot be looked at keeps the others back no more than the record, which stands.
 */
export async function recheck(
  deps: JourneyDeps & { readonly registers: ReadRegisters },
  { record, readiness }: Closed,
): Promise<void> {
  const { site, register, id, version, by, why, at } = record;
  const since = minus(at, LOOKED_AT_AGAIN, 'UTC');
  const changed = (await openJourneys(deps, site)).filter(({ changedAt }) => changedAt >= since);
  for (const { journeyId } of changed) {
    try {
      await changeJourney(deps, journeyId, async (scribe, { events }) => {
        const [versions, stands] = await Promise.all([
          deps.registers.of(site, register, id),
          deps.registers.readiness(site),
        ]);
        const closing = closingOf(versions, version, stands);
        const command = {
          command: 'recheck-registers',
          reason: why,
          args: { register, id, version, readiness },
        } as const;
        const seq = runCommand(scribe, events, command, { kind: 'operator', id: by }, { closing });
        return seq.ok ? ok({ value: seq.value }) : seq;
      });
    } catch (error) {
      log('error', 'recheck failed', { journeyId, register, id, version, ...describe(error) });
    }
  }
}
