import { devicesInUse } from '../domain/deviations/containers-concerned.ts';
import { Fault } from '../domain/faults.ts';
import { namedIn } from '../domain/gates/registers/named.ts';
import { changeJourney } from '../domain/journey/change-journey.ts';
import { isInWork, openJourneys } from '../domain/journey/open-journeys.ts';
import { ok } from '../domain/outcome.ts';
import type { EntryStanding } from '../domain/registers/standing.ts';
import { carryAlarm, type StorageAlarm } from '../domain/reports/carry-alarm.ts';
import { eachAlone } from './each-alone.ts';
import type { EffectDeps } from './effect-deps.ts';

type CarryDeps = Pick<EffectDeps, 'store' | 'protocols' | 'release' | 'now' | 'registers'>;

/**
 * Carries an alarm of a storage device, reported in one journey, to every other open journey of the site that by its record has something
 * of its product in that device. Done again it writes nothing that is there. A journey that cannot be read or changed keeps back none of the others.
 *
 * @param seq of the report
 */
export async function carryAlarmOnward(deps: CarryDeps, journeyId: string, seq: number): Promise<void> {
  const state = (await deps.store.load(journeyId))?.state;
  const report = state?.reports.find((one) => one.seq === seq);
  if (state === undefined || report === undefined) {
    throw new Fault(`Journey ${journeyId}: expected the report of an alarm at ${seq}`);
  }
  const { entries } = await deps.registers.readiness(state.site.id);
  const isIt = sameDevice(entries, String(report.values.storageDevice));
  const alarm = { from: { journeyId, seq }, reportedBy: report.by, occurredAt: report.occurredAt };
  const others = (await openJourneys(deps, state.site.id)).filter(
    (one) => one.journeyId !== journeyId && one.qualityCase === undefined && isInWork(one),
  );
  await eachAlone(others, async (other) => {
    const stored = await deps.store.load(other.journeyId);
    const device = stored === undefined ? undefined : devicesInUse(stored.state).find(isIt);
    if (device === undefined) return;
    const values = { ...report.values, storageDevice: device } as StorageAlarm['values'];
    await changeJourney(deps, other.journeyId, (scribe) => {
      carryAlarm(scribe, { ...alarm, values });
      return ok({ value: undefined });
    });
  });
}

/** Whether a name is that of a device: by the register of equipment, where it knows it, else as it is written. */
function sameDevice(entries: readonly EntryStanding[], device: string): (name: string) => boolean {
  const equipment = entries.filter(({ register }) => register === 'equipment');
  const keyOf = (name: string) => namedIn(equipment, name.trim())?.id ?? name.trim().toLowerCase();
  return (name) => keyOf(name) === keyOf(device);
}
