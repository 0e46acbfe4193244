import { expect, test } from 'vitest';
import { isActive } from '../../lambdas/domain/journey/state.ts';
import type { JourneySummary } from '../../lambdas/domain/journey/summary.ts';
import { ok } from '../../lambdas/domain/outcome.ts';
import type { EntryStanding } from '../../lambdas/domain/registers/standing.ts';
import { carryAlarmOnward } from '../../lambdas/effects/carry-alarm-onward.ts';
import type { EffectDeps } from '../../lambdas/effects/effect-deps.ts';
import { PROTOCOL, SITE } from '../support/builders.ts';
import { evidenceOf } from '../support/evidence.ts';
import { MemoryStore } from '../support/memory-store.ts';
import { report } from '../support/scenes.ts';
import { Walk } from '../support/walk.ts';

const ALARM = { alarmFrom: '2026-11-23T02:00:00.000Z', explanation: 'Level low.' };

/** A journey whose product is in a device, or still with its maker. */
function courseIn(id: string, storageDevice: string | undefined): Walk {
  const walk = new Walk({ id });
  walk.to(storageDevice === undefined ? 'Check certificate' : 'Accept receipt');
  if (storageDevice !== undefined) {
    const evidence = { ...evidenceOf(walk.journey.step('Accept receipt'), 'accepted', walk.journey), storageDevice };
    walk.decide('Accept receipt', 'accepted', { evidence });
  }
  return walk;
}

/** Several journeys of one site in one store. */
function siteOf(walks: readonly Walk[], entries: readonly EntryStanding[] = []) {
  const stores = new Map(
    walks.map(({ journey: { state, events } }) => {
      const store = new MemoryStore();
      store.events.push(...events);
      return [state.id, store];
    }),
  );
  const of = (id: string): MemoryStore => stores.get(id) ?? new MemoryStore();
  const summaries = walks.map(({ journey: { state, open } }) => ({
    journeyId: state.id,
    site: state.site.id,
    status: 'open',
    phase: 'Treatment',
    openSteps: open.map(({ step }) => step),
  }));
  const deps = {
    store: {
      load: (id: string) => of(id).load(),
      commit: (commit: Parameters<MemoryStore['commit']>[0]) => of(commit.journeyId).commit(commit),
      list: async () => ({ journeys: summaries as unknown as JourneySummary[] }),
    },
    protocols: { get: () => ok(PROTOCOL) },
    release: { version: '0.0.0', commit: 'test' },
    now: () => walks[0]?.journey.now,
    registers: { readiness: async () => ({ site: SITE.id, version: 1, entries }) },
  } as unknown as EffectDeps;
  const state = async (id: string) => {
    const stored = await of(id).load();
    if (stored === undefined) throw new Error(`no journey ${id}`);
    return stored.state;
  };
  return { deps, of, state };
}

/** Somebody reports the alarm in the first journey; gives the `seq` of the report. */
function alarmAt(walk: Walk, storageDevice: string): number {
  report(walk, 'storage-alarm', { ...ALARM, storageDevice });
  return walk.journey.state.reports.at(-1)?.seq ?? 0;
}

test('one report holds what is in the device in every journey, and opens a deviation there; elsewhere nothing happens', async () => {
  const first = courseIn('A', 'vessel 3');
  const seq = alarmAt(first, 'vessel 3');
  const { deps, of, state } = siteOf([
    first,
    courseIn('B', 'Vessel 3'),
    courseIn('C', 'vessel 4'),
    courseIn('D', undefined),
  ]);
  await carryAlarmOnward(deps, 'A', seq);

  const other = await state('B');
  expect(isActive(other, 'Excursion')).toBe(true);
  expect(other.deviations).toMatchObject([
    { kind: 'storage-alarm', class: 'major', step: 'Confirm receipt to the maker' },
  ]);
  expect(isActive(other, 'Deviation')).toBe(true);
  expect(other.reports).toMatchObject([
    { report: 'storage-alarm', values: { storageDevice: 'Vessel 3' }, carriedFrom: { journeyId: 'A', seq } },
  ]);
  const told = of('B').effects.flatMap((effect) => (effect.kind === 'mail' ? [effect.notice] : []));
  expect(told).toContainEqual(
    expect.objectContaining({ what: 'reported', detail: 'storage-alarm', class: 'critical' }),
  );
  for (const id of ['C', 'D']) expect(isActive(await state(id), 'Excursion')).toBe(false);
});

test('carried again, or reported there by hand as well, it is one excursion', async () => {
  const first = courseIn('A', 'vessel 3');
  const byHand = courseIn('C', 'vessel 3');
  alarmAt(byHand, 'VESSEL 3');
  const seq = alarmAt(first, 'vessel 3');
  const { deps, state } = siteOf([first, courseIn('B', 'vessel 3'), byHand]);
  await carryAlarmOnward(deps, 'A', seq);
  await carryAlarmOnward(deps, 'A', seq);
  for (const id of ['B', 'C']) {
    expect((await state(id)).phases.filter(({ phase }) => phase === 'Excursion')).toHaveLength(1);
  }
});

test('the register of equipment knows a device by its id and by what people call it', async () => {
  const first = courseIn('A', 'LN2-3');
  const seq = alarmAt(first, 'LN2-3');
  const vessel = { register: 'equipment', id: 'LN2-3', name: 'LN2 vessel 3' } as EntryStanding;
  const { deps, state } = siteOf([first, courseIn('B', 'ln2 vessel 3')], [vessel]);
  await carryAlarmOnward(deps, 'A', seq);
  expect(isActive(await state('B'), 'Excursion')).toBe(true);
});

test('a journey that cannot be read or changed keeps back none of the others, and is said at the end', async () => {
  const first = courseIn('A', 'vessel 3');
  const seq = alarmAt(first, 'vessel 3');
  const { deps, state } = siteOf([first, courseIn('B', 'vessel 3'), courseIn('C', 'vessel 3')]);
  const store = {
    ...deps.store,
    load: async (id: string) => {
      if (id === 'B') throw new Error('Journey B: its protocol is gone');
      return deps.store.load(id);
    },
  };
  await expect(carryAlarmOnward({ ...deps, store }, 'A', seq)).rejects.toThrow('Journey B');
  expect(isActive(await state('C'), 'Excursion')).toBe(true);
});
