import { describe, expect, it, test } from 'vitest';
import { isOfRegisters } from '../../../lambdas/domain/commands/gates-as-corrected.ts';
import { runCommand } from '../../../lambdas/domain/commands/run-command.ts';
import { closedGates, type Gate } from '../../../lambdas/domain/gates/gate.ts';
import { deviceInDate } from '../../../lambdas/domain/gates/registers/device-in-date.ts';
import { shipperQualified } from '../../../lambdas/domain/gates/registers/shipper-qualified.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import type { RegisterDefinition } from '../../../lambdas/domain/registers/definition.ts';
import { documentVersion } from '../../../lambdas/domain/registers/document-version.ts';
import type { RegisterName } from '../../../lambdas/domain/registers/names.ts';
import { shippers } from '../../../lambdas/domain/registers/shippers.ts';
import type { SiteReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import type { EntryStanding } from '../../../lambdas/domain/registers/standing.ts';
import { registerGatesIn, stepAsksRegisters } from '../../../lambdas/domain/sign-off/registers-asked.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { STEPS } from '../../../lambdas/domain/vocabulary.ts';
import { atBedside, BAG } from '../../support/bedside.ts';
import { valuesOf } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { aReadinessOf, standingEntry } from '../../support/register-entries.ts';
import { kept, siteOf, vessel } from '../../support/registers.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const called = (more: object = {}) => kept(vessel({ name: 'vessel 2', ...more }));
const good = siteOf(called({ positions: ['rack 1'] }));
const bad = (more: object) => siteOf(called(more));

const kinds = ({ journey }: Walk) => journey.state.deviations.map(({ kind }) => kind);
const walkTo = (step: (typeof STEPS)[number], readiness: SiteReadiness | undefined, required: RegisterName[] = []) => {
  const walk = new Walk({ policy: { ...STRICTEST_POLICY, registers: { required, mirrorAge: { assets: 'P2D' } } } });
  walk.to(step);
  walk.journey.readiness = readiness;
  return walk;
};

test('these steps ask a register, and no other reads one', () => {
  const asking = STEPS.filter(stepAsksRegisters);
  expect(Object.fromEntries(asking.map((step) => [step, registerGatesIn(step).map(({ name }) => name)]))).toMatchObject(
    {
      'Record apheresis': ['device-in-date'],
      'Ship the starting material': ['shipper-qualified', 'logger-in-date'],
      'Follow the delivery': ['shipper-qualified', 'logger-in-date'],
      'Accept receipt': ['storage-qualified'],
      'Give the product': ['device-in-date'],
    },
  );
});

describe('storage', () => {
  const accept = (readiness: SiteReadiness | undefined, required: RegisterName[] = [], more: object = {}) => {
    const walk = walkTo('Accept receipt', readiness, required);
    const evidence = { ...evidenceOf(walk.journey.step('Accept receipt'), 'accepted', walk.journey), ...more };
    return { walk, outcome: walk.journey.sign(walk.journey.step('Accept receipt'), 'accepted', { evidence }) };
  };
  const position = { storagePosition: 'rack 1 / box 2' };

  it('is accepted into a vessel in use and in date, and the signature says on which state of the registers', () => {
    const { walk, outcome } = accept(good, ['equipment'], position);
    expect(outcome.ok).toBe(true);
    const event = walk.journey.events.findLast(({ type }) => type === 'step.decided');
    expect(event?.data).toMatchObject({ step: 'Accept receipt', readiness: { version: 1 } });
  });

  it('is accepted as before at a site that keeps no register', () => {
    const { walk, outcome } = accept(undefined);
    expect(outcome.ok).toBe(true);
    expect(JSON.stringify(walk.journey.events)).not.toContain('"readiness":');
  });

  it.each([
    ['in quarantine', { status: 'QUARANTINED', because: 'lid' }, 'closed', 'in quarantine: lid; owner cell-lab'],
    ['limited', { status: 'LIMITED', because: 'training' }, 'closed', 'limited: training'],
    [
      'out of mapping',
      { mapping: { report: 'M', on: '2020-01-01', next: '2021-01-01' } },
      'closed',
      'mapping of vessel 2 lapsed after 2021-01-01',
    ],
    [
      'out of calibration',
      { calibration: { certificate: 'C', on: '2020-01-01', due: '2021-01-01' } },
      'closed',
      'calibration of vessel 2 lapsed',
    ],
    [
      'without a test of its alarm in date',
      { alarm: { testedOn: '2020-01-01', due: '2021-01-01' } },
      'closed',
      'alarm test of',
    ],
    ['never mapped', { mapping: undefined }, 'closed', 'no mapping is recorded'],
    ['without that position', { positions: ['rack 9'] }, 'closed', 'Storage position: got rack 1 / box 2'],
  ])('is not accepted into a vessel that is %s', (_, more, status, reason) => {
    const { walk, outcome } = accept(bad(more), [], position);
    expect(outcome).toMatchObject({ refusal: { detail: { gates: [{ gate: 'storage-qualified', status }] } } });
    expect(outcome.ok ? '' : outcome.refusal.message).toContain(reason);
    expect(walk.journey.step('Accept receipt').status).toBe('open');
  });

  it('is not known where the register does not know the vessel: then the site says whether it must', () => {
    const other = siteOf(kept(vessel(), { id: 'LN2-9' }));
    expect(accept(other).outcome.ok).toBe(true);
    expect(accept(other, ['equipment']).outcome).toMatchObject({
      refusal: { detail: { gates: [{ gate: 'storage-qualified', status: 'unknown' }] } },
    });
  });

  it('is judged by the vessel in use where one that was retired was called the same', () => {
    const retired = called({ status: 'RETIRED', because: 'replaced' });
    const successor = kept(vessel({ name: 'vessel 2' }), { id: 'LN2-7' });
    expect(accept(siteOf(retired, successor)).outcome.ok).toBe(true);
  });

  it('is judged so too by its position alone, as quarantine names it', () => {
    const positions = ['rack 1'];
    const retired = called({ positions, status: 'RETIRED', because: 'replaced' });
    const successor = kept(vessel({ name: 'vessel 7', positions }), { id: 'LN2-7' });
    const walk = walkTo('Accept receipt', siteOf(retired, successor));
    const evidence = { explanation: 'documents are missing', storagePosition: 'rack 1', documentsPending: true };
    expect(walk.journey.sign(walk.journey.step('Accept receipt'), 'quarantined', { evidence }).ok).toBe(true);
    expect(kinds(walk)).toEqual([]);
  });

  it('is recorded as done in quarantine and after a move, as a critical deviation', () => {
    const readiness = bad({ status: 'QUARANTINED', because: 'lid', positions: ['rack 1'] });
    const walk = walkTo('Accept receipt', readiness);
    const evidence = { explanation: 'documents are missing', storagePosition: 'rack 1', documentsPending: true };
    expect(walk.journey.sign(walk.journey.step('Accept receipt'), 'quarantined', { evidence }).ok).toBe(true);
    expect(kinds(walk)).toEqual(['against-storage-qualified']);
    report(walk, 'storage-moved', { storageDevice: 'vessel 2', storagePosition: 'rack 1' });
    expect(kinds(walk)).toEqual(['against-storage-qualified', 'against-storage-qualified']);
  });
});

describe('what is corrected afterwards', () => {
  const other = called({ name: 'vessel 9', status: 'QUARANTINED', because: 'lid' });

  it('is judged by the registers as they stood then: another vessel than was named', () => {
    const walk = walkTo('Accept receipt', siteOf(called(), { ...other, standing: { ...other.standing, id: 'LN2-9' } }));
    const { journey } = walk;
    const step = journey.step('Accept receipt');
    const evidence = { ...evidenceOf(step, 'accepted', journey), storageDevice: 'vessel 2' };
    expect(journey.sign(step, 'accepted', { evidence }).ok).toBe(true);
    const seq = journey.state.seq;
    const of = journey.step('Accept receipt').decision?.seq ?? seq;
    expect(journey.command('correct', { seq: of, evidence: { path: 'storageDevice', to: 'vessel 9' } }).ok).toBe(true);
    expect(kinds(walk)).toEqual(['against-storage-qualified']);
    expect(journey.state.corrected).not.toEqual({});
  });

  it('is judged so too where its time is: by an earlier one the device was in quarantine yet', () => {
    const walk = walkTo('Give the product', siteOf(kept(vessel({ kind: 'thaw-device' }), { id: 'THAW-1' })));
    const { journey } = walk;
    expect(atBedside(walk, 'thaw-started', { evidence: { device: 'thaw-1' } }).ok).toBe(true);
    const { seq, occurredAt } = journey.events.findLast(({ type }) => type === 'checklist.recorded') ?? {};
    const released = occurredAt?.at ?? '';
    const shut = siteOf(
      kept(vessel({ kind: 'thaw-device', status: 'QUARANTINED', because: 'overheated' }), { id: 'THAW-1' }),
    );
    const open = journey.readiness ?? shut;
    const readinessAt = (at: string) => (at < released ? shut : open);
    const to = { at: plus(released, '-PT5M', 'UTC'), zone: 'Europe/Berlin', known: 'stated' } as const;
    const asked = { command: 'correct', reason: 'misread', args: { seq: seq ?? 0, occurredAt: to } } as const;
    journey.change((scribe) => {
      const done = runCommand(scribe, journey.events, asked, { kind: 'operator', id: 'o' }, { readinessAt });
      return done.ok ? ok({ value: done.value }) : done;
    });
    expect(kinds(walk)).toContain('against-device-in-date');
  });

  it('is judged so by the procedure that stood beside the form', () => {
    const inForce = (over: Partial<EntryStanding> = {}) =>
      aReadinessOf(
        standingEntry({
          register: 'documents',
          id: 'SOP-ORD-1/4',
          serves: ['SOP-ORD-1', documentVersion('SOP-ORD-1', '4'), 'Order'],
          procedure: { id: 'SOP-ORD-1', version: '4' },
          ...over,
        }),
      );
    const walk = new Walk();
    const { journey } = walk;
    journey.readiness = inForce();
    walk.to('Confirm eligibility');
    const step = journey.step('Confirm eligibility');
    expect(step.procedure).toEqual({ id: 'SOP-ORD-1', version: '4' });
    expect(journey.sign(step, 'eligible').ok).toBe(true);
    const { seq = 0, occurredAt } = journey.events.findLast(({ type }) => type === 'step.decided') ?? {};
    const signed = occurredAt?.at ?? '';
    const readinessAt = (at: string) =>
      at < signed ? inForce({ closedBecause: 'its status is training' }) : inForce();
    const to = { at: plus(signed, '-PT5M', 'UTC'), zone: 'Europe/Berlin', known: 'stated' } as const;
    journey.change((scribe) => {
      const asked = { command: 'correct', reason: 'misread', args: { seq, occurredAt: to } } as const;
      const done = runCommand(scribe, journey.events, asked, { kind: 'operator', id: 'o' }, { readinessAt });
      return done.ok ? ok({ value: done.value }) : done;
    });
    expect(kinds(walk)).toEqual(['against-procedure-effective']);
    expect(isOfRegisters(journey, seq)).toBe(true);
  });
});

test('a step says when it is asked on which registers it was, and what they close', () => {
  const walk = new Walk();
  walk.journey.readiness = bad({ status: 'QUARANTINED', because: 'lid' });
  walk.to('Accept receipt');
  const opened = walk.journey.events.filter(({ type }) => type === 'step.opened').map(({ data }) => data);
  // Which vessel it will be nobody has said yet.
  expect(opened.at(-1)).toMatchObject({ step: 'Accept receipt', readiness: { version: 1 } });
  expect(opened.find((data) => 'step' in data && data.step === 'Check the order')).not.toHaveProperty('readiness');
});

/** What does not let something through at a site that requires the register, and has nothing of it in it. */
const whereRequired = (
  { journey: { state, protocol, now } }: Walk,
  gate: Gate,
  register: RegisterName,
  evidence: Readonly<Record<string, unknown>> = {},
) => {
  const policy = { ...STRICTEST_POLICY, registers: { required: [register] } };
  return closedGates([gate], {
    ...{ state: { ...state, site: { ...state.site, policy } }, protocol, now, evidence, readiness: good },
  });
};

test('thawing and collecting are recorded whatever stands against their device', () => {
  const device = { kind: 'thaw-device', calibration: { certificate: 'C', on: '2020-01-01', due: '2021-01-01' } };
  const walk = walkTo('Give the product', siteOf(kept(vessel(device), { id: 'THAW-1' })));
  expect(atBedside(walk, 'thaw-started', { evidence: { device: 'thaw-1' } }).ok).toBe(true);
  expect(kinds(walk)).toContain('against-device-in-date');
  const unnamed = walkTo('Give the product', good);
  expect(atBedside(unnamed, 'thaw-started').ok).toBe(true);
  expect(kinds(unnamed)).not.toContain('against-device-in-date');
  expect(whereRequired(unnamed, deviceInDate('device'), 'equipment')).toMatchObject([{ status: 'unknown' }]);
  expect(BAG).toBeDefined();
});

test('a shipper out of date and its logger are told apart; of what belongs to others only what is known is judged', () => {
  const { journey } = walkTo('Ship the starting material', undefined);
  const values = valuesOf('handed-over', journey) as { readonly shipper: string };
  const entry = {
    ...{ name: 'Shipper', owner: 'cell-lab', status: 'IN_USE', kind: 'box' },
    qualification: { report: 'Q', on: '2020-01-01', until: '2021-01-01' },
  };
  journey.readiness = siteOf(
    kept(entry, { id: values.shipper.replaceAll(' ', '-'), definition: shippers as RegisterDefinition }),
  );
  const evidence = { ...values, shipper: values.shipper.replaceAll(' ', '-') };
  expect(journey.record(journey.step('Ship the starting material'), 'handed-over', { evidence })).toMatchObject({
    ok: true,
  });
  expect(journey.state.deviations.map(({ kind }) => kind)).toEqual(['against-shipper-qualified']);
  const inbound = walkTo('Follow the delivery', good);
  const handedOver = valuesOf('handed-over', inbound.journey);
  expect(whereRequired(inbound, shipperQualified('inbound', 'shipper'), 'shippers', handedOver)).toEqual([]);
  expect(whereRequired(inbound, shipperQualified('outbound', 'shipper'), 'shippers', handedOver)).toHaveLength(1);
});

test('what another system holds is not known when it was read too long ago', () => {
  const { record, standing } = called();
  const walk = walkTo('Accept receipt', undefined);
  const asOf = (age: string) => ({ system: 'assets', id: '4711', asOf: plus(walk.journey.now, age, 'UTC') });
  const step = walk.journey.step('Accept receipt');
  walk.journey.readiness = siteOf({ record, standing: { ...standing, mirror: asOf('-P3D') } });
  expect(walk.journey.sign(step, 'accepted')).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'storage-qualified', status: 'unknown' }] } },
  });
  walk.journey.readiness = siteOf({ record, standing: { ...standing, mirror: asOf('-P1D') } });
  expect(walk.journey.sign(step, 'accepted').ok).toBe(true);
});
