import { expect, test } from 'vitest';
import { containersToAccount } from '../../../lambdas/domain/journey/containers.ts';
import { genealogyOf, originsOf } from '../../../lambdas/domain/journey/genealogy.ts';
import { entryAt } from '../../support/bedside.ts';
import { CHAIN_OF_IDENTITY, WITHOUT_COLLECTION } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

/** Two collections; of the first nothing, of the second a batch that was refused and one of which a part was given. */
function course(): Walk {
  const walk = new Walk();
  walk.to('Check certificate');
  walk.decide('Check certificate', 'recollect');
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'remake');
  walk.to('Agree the delivery');
  report(walk, 'storage-moved', { containers: ['bag-3-2'] });
  walk.to('Give the product');
  walk.decide('Give the product', 'partly-given');
  return walk;
}

const walk = course();
const { state } = walk.journey;
const genealogy = genealogyOf(state);

test('forwards: each donation names its batches, each batch its containers, each container what became of it', () => {
  expect(genealogy).toMatchObject({ journeyId: state.id, patient: state.patient, chainOfIdentity: CHAIN_OF_IDENTITY });
  const lines = genealogy.donations.map(({ donationNumber, batches }) => ({
    donationNumber,
    batches: batches.map(({ batch, containers }) => [
      batch,
      ...containers.map((one) => `${one.container} ${one.fate}`),
    ]),
  }));
  expect(lines).toEqual([
    { donationNumber: 'A999926000001', batches: [] },
    {
      donationNumber: 'A999926000002',
      batches: [
        ['batch-2', 'bag-2-1 open', 'bag-2-2 open'],
        ['batch-3', 'bag-3-1 given', 'bag-3-2 open'],
      ],
    },
  ]);
});

test('backwards: a container leads to its batch, its donation and the patient', () => {
  const [origin, ...others] = originsOf(genealogy, { container: 'bag-3-1' });
  expect(others).toEqual([]);
  expect(origin?.batch.batch).toBe('batch-3');
  expect(origin?.donation.donationNumber).toBe('A999926000002');
  const given = walk.journey.step('Give the product');
  expect(origin?.container.administration).toEqual({
    seq: given.decision?.seq,
    round: given.round,
    startedAt: entryAt(walk, 'infusion-started', 'bag-3-1').occurredAt.at,
    endedAt: entryAt(walk, 'infusion-ended', 'bag-3-1').occurredAt.at,
  });
  expect(originsOf(genealogy, { container: 'bag-3-1', batch: 'batch-2' })).toEqual([]);
  expect(originsOf(genealogy, { container: 'bag-9' })).toEqual([]);
});

test('both ways agree: every container forwards is found backwards, at the same place', () => {
  for (const donation of genealogy.donations) {
    for (const batch of donation.batches) {
      for (const container of batch.containers) {
        expect(originsOf(genealogy, container)).toEqual([{ container, batch, donation }]);
      }
    }
  }
});

test('each line points to the event that says so', () => {
  const types = (seq: number | undefined) => walk.journey.events.find((event) => event.seq === seq)?.data;
  for (const { seq, donationNumber, batches } of genealogy.donations) {
    expect(types(seq)).toMatchObject({ step: 'Record apheresis', evidence: { donationNumber } });
    for (const batch of batches) {
      expect(types(batch.seq)).toMatchObject({ step: 'Check certificate', evidence: { batch: batch.batch } });
    }
  }
});

test('a move is shown with the container that was moved, and with no other', () => {
  const moved = genealogy.donations.flatMap(({ batches }) =>
    batches.flatMap(({ containers }) => containers.filter(({ moves }) => moves.length > 0)),
  );
  expect(moved).toMatchObject([{ container: 'bag-3-2', moves: [{ storageDevice: 'vessel 3' }] }]);
});

test('what was accounted for is shown with its certificate and witness, and nothing is open any more', () => {
  const whole = course();
  whole.toFollowUp();
  whole.decide('Account for every container');
  expect(containersToAccount(whole.journey.state)).toEqual([]);
  const containers = genealogyOf(whole.journey.state).donations.flatMap(({ batches }) =>
    batches.flatMap((batch) => batch.containers),
  );
  expect(containers.map(({ fate }) => fate)).toEqual(['destroyed', 'destroyed', 'given', 'destroyed']);
  expect(containers.filter(({ account }) => account?.witness === 'second person')).toHaveLength(3);
});

test('a product made without the cells of the patient has batches without a donation', () => {
  const other = new Walk({ protocol: WITHOUT_COLLECTION });
  other.to('Agree the delivery');
  expect(genealogyOf(other.journey.state).donations).toMatchObject([{ batches: [{ batch: 'batch-1' }] }]);
  expect(genealogyOf(other.journey.state).donations[0]).not.toHaveProperty('donationNumber');
});

/** Two collections, and two batches certified one after the other, each made from the donations it names. */
function madeFrom(first: readonly string[], second: readonly string[]): Walk {
  const made = new Walk();
  made.to('Check certificate');
  made.decide('Check certificate', 'recollect');
  for (const [donationNumbers, next] of [
    [first, 'remake'],
    [second, undefined],
  ] as const) {
    const step = made.to('Check certificate');
    const evidence = { ...evidenceOf(step, 'certified', made.journey), donationNumbers };
    made.decide('Check certificate', 'certified', { evidence });
    made.to('Accept receipt');
    if (next !== undefined) made.decide('Accept receipt', next);
  }
  return made;
}

const FIRST = 'A999926000001';
const SECOND = 'A999926000002';

test('a batch stands under the donations its certificate names, whichever was collected last', () => {
  const made = madeFrom([FIRST, SECOND], [FIRST]);
  const read = genealogyOf(made.journey.state);
  expect(read.donations.map((one) => [one.donationNumber, one.batches.map(({ batch }) => batch)])).toEqual([
    [FIRST, ['batch-2', 'batch-3']],
    [SECOND, ['batch-2']],
  ]);
  const back = (container: string) =>
    originsOf(read, { container }).map(({ batch, donation }) => [batch.donationNumbers, donation.donationNumber]);
  expect(back('bag-2-1')).toEqual([
    [[FIRST, SECOND], FIRST],
    [[FIRST, SECOND], SECOND],
  ]);
  expect(back('bag-3-1')).toEqual([[[FIRST], FIRST]]);
});

test('an event about a batch is known by the donations of that batch', () => {
  const events = (made: Walk) => made.journey.events.at(-1)?.identifiers;
  expect(events(madeFrom([SECOND], [FIRST]))).toMatchObject({ batch: 'batch-3', donationNumber: FIRST });
  const pooled = events(madeFrom([SECOND], [FIRST, SECOND]));
  expect(pooled).toMatchObject({ donationNumbers: [FIRST, SECOND] });
  expect(pooled).not.toHaveProperty('donationNumber');
});

test('a released certificate names no donation: its batch stands under the collection before it', () => {
  const { state: now } = walk.journey;
  const steps = Object.entries(now.steps).map(([key, step]) => {
    const { donationNumbers: _none, ...evidence } = step.decision?.evidence ?? {};
    return [key, step.decision === undefined ? step : { ...step, decision: { ...step.decision, evidence } }];
  });
  const { donations } = genealogyOf({ ...now, steps: Object.fromEntries(steps) });
  expect(donations.map(({ batches }) => batches.length)).toEqual([0, 2]);
  expect(donations[1]?.batches[0]).not.toHaveProperty('donationNumbers');
});

test('a donation of which nothing was certified says what became of it; one that was used says so by its batches', () => {
  expect(genealogy.donations.map(({ fate }) => fate)).toEqual(['open', undefined]);
  const whole = course();
  whole.toFollowUp();
  whole.decide('Account for every container');
  const [first, second] = genealogyOf(whole.journey.state).donations;
  const { seq } = whole.journey.step('Account for every container').decision ?? {};
  expect(first).toMatchObject({ fate: 'destroyed', account: { seq, witness: 'second person' }, batches: [] });
  expect(second).not.toHaveProperty('fate');
});
