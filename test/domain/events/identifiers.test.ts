import { expect, test } from 'vitest';
import { verifyChain } from '../../../lambdas/domain/audit/chain.ts';
import { parseEvent } from '../../../lambdas/domain/events/journey-event.ts';
import { identifiersOf } from '../../../lambdas/domain/journey/identifiers-of.ts';
import { CHAIN_OF_IDENTITY, valuesOf } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { report } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const decided = ({ journey }: Walk, step: string) =>
  journey.events.findIndex(({ type, data }) => type === 'step.decided' && data.step === step);

test('every event carries what its material and product are known by, from the event that registers it on', () => {
  const walk = new Walk();
  walk.toFollowUp();
  const { events } = walk.journey;
  const [ordered, collected, certified] = ['Place the order', 'Record apheresis', 'Check certificate'].map((step) =>
    decided(walk, step),
  ) as [number, number, number];
  const handedOver = events.findIndex(({ type, data }) => type === 'checklist.recorded' && data.item === 'handed-over');
  for (const [index, { identifiers }] of events.entries()) {
    expect(identifiers?.chainOfIdentity).toEqual(index < ordered ? undefined : CHAIN_OF_IDENTITY);
    expect(identifiers?.donationNumber).toBe(index < collected ? undefined : 'A999926000001');
    expect(identifiers?.batch).toBe(index < certified ? undefined : 'batch-1');
    // The bags of the material are named when they leave.
    expect((identifiers?.containers ?? []).length > 0).toBe(index >= certified || index === handedOver);
  }
  expect(events[0]).not.toHaveProperty('identifiers');
});

test('an event about one container names that one; any other names all of the batch', () => {
  const walk = new Walk();
  walk.to('Give the product');
  report(walk, 'storage-moved');
  expect(walk.journey.events.findLast(({ type }) => type === 'report.made')?.identifiers?.containers).toEqual([
    'bag-1-1',
  ]);
  walk.decide('Give the product', 'partly-given');
  const of = (item: string) =>
    walk.journey.events.flatMap(({ type, data, identifiers }) =>
      type === 'checklist.recorded' && data.item === item ? [identifiers?.containers] : [],
    );
  expect(of('thaw-started')).toEqual([['bag-1-1']]);
  const given = walk.journey.events[decided(walk, 'Give the product')];
  expect(given?.identifiers?.containers).toEqual(['bag-1-1']);
  expect(walk.journey.events.at(-1)?.identifiers?.containers).toEqual(['bag-1-1', 'bag-1-2']);
});

test('a container that is not ours is carried as named, without a batch that nobody named', () => {
  const walk = new Walk();
  const step = walk.to('Follow the delivery');
  const evidence = { ...valuesOf('handed-over', walk.journey), containers: ['not-ours'] };
  value(walk.journey.record(step, 'handed-over', { evidence }));
  const handedOver = walk.journey.events.findLast(({ type }) => type === 'checklist.recorded');
  expect(handedOver?.identifiers).toMatchObject({ containers: ['not-ours'] });
  expect(handedOver?.identifiers).not.toHaveProperty('batch');
});

test('an account of containers carries the batch it names, also when another was made since; of several batches none', () => {
  const walk = new Walk();
  walk.to('Give the product');
  report(walk, 'storage-moved');
  walk.decide('Give the product', 'remake');
  walk.to('Give the product');
  report(walk, 'storage-moved');
  const moved = walk.journey.events.findLast(({ type }) => type === 'report.made');
  expect(moved?.identifiers).toMatchObject({ batch: 'batch-1', containers: ['bag-1-1'] });
  walk.command('cancel');
  walk.decide('Stand everything down');
  walk.decide('Account for every container');
  const accounted = walk.journey.events[decided(walk, 'Account for every container')];
  expect(accounted?.identifiers?.containers).toEqual(['bag-1-1', 'bag-1-2', 'bag-2-1', 'bag-2-2']);
  expect(accounted?.identifiers).not.toHaveProperty('batch');
  const made = walk.journey.state;
  const step = walk.journey.step('Account for every container');
  const { decision } = step;
  if (decision === undefined || accounted === undefined) throw new Error('expected an account');
  const one = (decision.evidence.accounts as readonly { readonly batch: string }[]).filter(
    ({ batch }) => batch === 'batch-1',
  );
  const {
    hash: _hash,
    previousHash: _previous,
    identifiers: _identifiers,
    ...event
  } = accounted as never as Record<string, unknown>;
  const data = { ...(event.data as Record<string, unknown>), evidence: { accounts: one } };
  expect(identifiersOf(made, { ...event, data } as never)).toMatchObject({
    batch: 'batch-1',
    containers: ['bag-1-1', 'bag-1-2'],
  });
});

test('an account of a donation names it, and no batch it is not of', () => {
  const of = (walk: Walk) => walk.journey.events[decided(walk, 'Account for every container')]?.identifiers;
  const inVain = new Walk();
  inVain.to('Check certificate');
  inVain.decide('Check certificate', 'recollect');
  inVain.toFollowUp();
  inVain.decide('Account for every container');
  expect(of(inVain)).toEqual({ chainOfIdentity: CHAIN_OF_IDENTITY, donationNumber: 'A999926000001' });
  const both = new Walk();
  both.to('Check certificate');
  both.decide('Check certificate', 'recollect');
  both.to('Accept receipt');
  both.command('cancel');
  both.decide('Stand everything down');
  both.decide('Account for every container');
  expect(of(both)).toMatchObject({ batch: 'batch-2', donationNumbers: ['A999926000002', 'A999926000001'] });
});

test('while another product is made no event carries the batch before; the new one is carried from its certificate on', () => {
  const walk = new Walk();
  walk.to('Accept receipt');
  walk.decide('Accept receipt', 'recollect');
  expect(walk.journey.events.at(-1)?.identifiers).toEqual({
    chainOfIdentity: CHAIN_OF_IDENTITY,
    donationNumber: 'A999926000001',
  });
  walk.to('Agree the delivery');
  expect(walk.journey.events.at(-1)?.identifiers).toMatchObject({ donationNumber: 'A999926000002', batch: 'batch-2' });
});

test('identifiers are sealed with their event, and an event released without them is read as before', () => {
  const walk = new Walk();
  walk.to('Agree the delivery');
  const { events } = walk.journey;
  const last = events.at(-1);
  if (last === undefined) throw new Error('expected events');
  const forged = { ...last, identifiers: { ...last.identifiers, batch: 'another' } };
  expect(verifyChain(events.with(-1, forged))).toMatchObject({ verified: false, brokenAt: events.length });
  const { identifiers: _later, ...released } = last;
  expect(parseEvent(released)).not.toHaveProperty('identifiers');
  expect(() => parseEvent({ ...last, identifiers: { patient: 'P' } })).toThrow(/identifiers/);
});
