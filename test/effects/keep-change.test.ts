import { expect, test } from 'vitest';
import { ok, refuse } from '../../lambdas/domain/outcome.ts';
import type { Registers } from '../../lambdas/domain/ports.ts';
import { changeControl } from '../../lambdas/domain/registers/change-control.ts';
import { changeControls } from '../../lambdas/domain/registers/change-controls.ts';
import { type Keeping, keepRecord } from '../../lambdas/domain/registers/keep-record.ts';
import type { RegisterRecord } from '../../lambdas/domain/registers/record.ts';
import { noReadiness } from '../../lambdas/domain/registers/site-readiness.ts';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { keepChange } from '../../lambdas/effects/keep-change.ts';
import { SITE } from '../support/builders.ts';
import { aChange, changeAt, changeCase } from '../support/cases.ts';
import { MemoryStore } from '../support/memory-store.ts';
import type { Walk } from '../support/walk.ts';

const PROPOSED = { site: SITE.id, id: 'CC-1', by: 'pharmacist-a', why: 'proposed', at: '2026-11-20T08:00:00.000Z' };

/** A register in which the change stands as proposed, and a case that stands as walked. */
function registerBeside(walk: Walk) {
  const records: RegisterRecord[] = [];
  const put = (given: Keeping) => {
    const kept = keepRecord(changeControls, given, records.at(-1));
    if (kept.ok && kept.value !== null) records.push(kept.value.record);
    return kept;
  };
  put({ ...PROPOSED, entry: aChange() });
  // As `atmp quality open` hands it over.
  put({ ...PROPOSED, at: walk.journey.state.openedAt, entry: aChange(), signedIn: { journeyId: 'CASE1', seq: 1 } });
  const store = new MemoryStore();
  const walked = () => store.events.splice(0, store.events.length, ...walk.journey.events);
  walked();
  let isBusy = false;
  const registers: Pick<Registers, 'of' | 'keep'> = {
    of: async () => [...records],
    keep: async ([{ record }]) => {
      if (isBusy) return refuse('conflict', 'changed meanwhile');
      records.push(record);
      return ok(noReadiness(SITE.id));
    },
  };
  const keep = () => keepChange({ store, registers } as unknown as Parameters<typeof keepChange>[0], 'CASE1');
  return { records, put, keep, walked, busy: (now: boolean) => (isBusy = now) };
}

const statuses = (records: readonly RegisterRecord[]) => records.map(({ entry }) => entry.status);

test('every version that was signed is kept once and in order, whichever effect comes first', async () => {
  const walk = changeCase();
  walk.decide('Assess the change');
  walk.decide('Approve the change');
  walk.decide('Confirm the approval');
  const { records, keep } = registerBeside(walk);
  await keep();
  await keep();
  expect(statuses(records)).toEqual(['proposed', 'proposed', 'assessed', 'approved']);
  expect(records.at(-1)).toMatchObject({ by: 'programme-lead-a', second: 'qa-a', signedIn: { journeyId: 'CASE1' } });
});

test('while a case handles it, the entry is changed by nobody beside it', async () => {
  const { records, put } = registerBeside(changeCase());
  const beside = put({
    ...PROPOSED,
    at: '2026-11-24T08:00:00.000Z',
    entry: aChange({ status: 'withdrawn', because: 'no' }),
  });
  expect(beside.ok ? undefined : beside.refusal.message).toContain('is handled in CASE1');
  expect(records).toHaveLength(2);
});

test('where somebody else wrote to the register meanwhile, it is tried again', async () => {
  const { records, keep, busy } = registerBeside(changeAt('Approve the change'));
  busy(true);
  await expect(keep()).rejects.toThrow('changed meanwhile');
  busy(false);
  await keep();
  expect(statuses(records)).toEqual(['proposed', 'proposed', 'assessed']);
});

test('what is corrected between two versions stops none of them, and leaves as it was what two people approved', async () => {
  const walk = changeAt('Approve the change');
  walk.runTo('2026-11-26T08:00:00.000Z');
  walk.decide('Approve the change');
  walk.decide('Confirm the approval');
  const { records, keep, walked } = registerBeside(walk);
  await keep();
  const approved = records.at(-1)?.entry;
  const seqOf = (step: StepName) => walk.journey.step(step).decision?.seq;
  walk.command('correct', {
    seq: seqOf('Assess the change'),
    evidence: { path: 'impactPatients', to: 'Those of the week' },
  });
  walk.decide('Sign the correction');
  const earlier = { at: '2026-11-25T08:00:00.000Z', zone: SITE.zone, known: 'stated' } as const;
  walk.command('correct', { seq: seqOf('Approve the change'), occurredAt: earlier });
  walk.decide('Implement the change');
  walked();
  await keep();
  expect(statuses(records)).toEqual(['proposed', 'proposed', 'assessed', 'approved', 'implemented']);
  const { impactPatients, approvals } = changeControl().parse(approved);
  expect(records.at(-1)?.entry).toMatchObject({ impactPatients, approvals });
});
