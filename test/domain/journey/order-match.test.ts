import { expect, test } from 'vitest';
import { holdByOrder, receiveOrder } from '../../../lambdas/domain/journey/orders.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { PROTOCOL, personIn, SITE } from '../../support/builders.ts';
import { START } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const KEY = 'a'.repeat(64);
const order = (change: { order?: string; eventId?: string } = {}) => ({
  order: KEY,
  sender: 'engine',
  messageId: 'm9',
  eventId: 'event-9',
  orderedAt: START,
  protocol: { id: PROTOCOL.id, version: PROTOCOL.version },
  site: SITE,
  ...change,
});

/** A journey that stands at its first step, and an order that comes for it. */
function asked(): Walk {
  const walk = new Walk();
  walk.journey.change((scribe) => {
    receiveOrder(scribe, order());
    return ok({ value: undefined });
  });
  walk.machines.deliver();
  return walk;
}

const withdraw = (walk: Walk, status: string): void => {
  walk.journey.change((scribe) => {
    scribe.write(
      'order.withdrawn',
      { order: KEY, sender: 'engine', messageId: 'm10', status },
      { kind: 'sender', id: 'engine' },
    );
    return ok({ value: undefined });
  });
};

const kindsOf = (walk: Walk): readonly string[] => walk.journey.history.map(({ effect }) => effect.kind);

test('an order beside an open journey asks its coordinator, and shows what is known of it', () => {
  const walk = asked();
  const step = walk.journey.step('Match the order');
  expect(step).toMatchObject({ phase: 'OrderMatch', round: 1, status: 'open' });
  expect(walk.journey.history.map(({ effect }) => effect)).toContainEqual(
    expect.objectContaining({ kind: 'start', machine: 'OrderMatch' }),
  );
  expect(walk.journey.sign(step, 'same-course', { signer: personIn(['physician']) })).toMatchObject({
    ok: false,
    refusal: { code: 'forbidden', detail: { problem: 'other-role' } },
  });
});

test('the same course: the order is linked by whoever said so, and the sender is told by its event id', () => {
  const walk = asked();
  walk.decide('Match the order', 'same-course');
  const linked = walk.journey.events.find(({ type }) => type === 'order.linked');
  expect(linked).toMatchObject({
    by: { kind: 'person', id: 'coordinator-a' },
    data: { order: KEY, sender: 'engine', messageId: 'm9', eventId: 'event-9' },
  });
  expect(walk.journey.state.orders).toMatchObject([{ verdict: 'linked' }]);
  // It was opened by an order, and stays so.
  expect(walk.journey.state.order).toMatchObject({ sender: 'ehr', messageId: 'order-1' });
  const published = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'publish' ? [effect] : []));
  expect(published).toContainEqual(
    expect.objectContaining({
      detailType: 'Journey order linked',
      detail: expect.objectContaining({ eventId: 'event-9' }),
    }),
  );
  expect(kindsOf(walk)).not.toContain('open');
  expect(walk.journey.state.phases.at(-1)).toMatchObject({ phase: 'OrderMatch', outcome: 'settled' });
});

test('another course: the order is set apart, and a journey of its own is asked for once', () => {
  const walk = asked();
  walk.decide('Match the order', 'another-course');
  walk.decide('Register the referral');
  const received = walk.journey.events.find(({ type }) => type === 'order.received')?.seq;
  const opens = walk.journey.history.flatMap(({ effect }) => (effect.kind === 'open' ? [effect] : []));
  expect(opens).toEqual([{ kind: 'open', order: received }]);
  expect(walk.journey.state.orders).toMatchObject([{ verdict: 'set-apart' }]);
});

test('an order taken back while it waits holds the journey when it proves to be its own', () => {
  const walk = asked();
  const before = walk.journey.show(walk.journey.step('Match the order')).contentHash;
  withdraw(walk, 'revoked');
  // What was read before no longer tells all: it cannot be signed.
  const after = walk.journey.show(walk.journey.step('Match the order')).contentHash;
  expect(after).not.toBe(before);
  expect(walk.journey.state.holds).toEqual([]);
  walk.decide('Match the order', 'same-course');
  expect(walk.journey.state.holds).toMatchObject([{ reason: 'EHR order revoked' }]);
});

test('an order taken back that is another course holds nothing here', () => {
  const walk = asked();
  withdraw(walk, 'revoked');
  walk.decide('Match the order', 'another-course');
  expect(walk.journey.state.holds).toEqual([]);
});

test('a match can be decided while the journey is on hold', () => {
  const walk = asked();
  walk.journey.change((scribe) => {
    holdByOrder(scribe, 'ehr', 'on-hold');
    return ok({ value: undefined });
  });
  walk.decide('Match the order', 'same-course');
  expect(walk.journey.state.orders).toMatchObject([{ verdict: 'linked' }]);
});

test('two orders are two questions, each answered for itself', () => {
  const walk = asked();
  walk.journey.change((scribe) => {
    receiveOrder(scribe, order({ order: 'b'.repeat(64), eventId: 'event-10' }));
    return ok({ value: undefined });
  });
  walk.machines.deliver();
  walk.decide('Match the order', 'another-course');
  expect(walk.journey.state.orders.map(({ verdict }) => verdict)).toEqual([undefined, 'set-apart']);
  const first = walk.journey.open.find(({ step }) => step === 'Match the order');
  expect(first).toMatchObject({ round: 1 });
});

test('a journey that ends first loses no order: its coordinators are told that the message waits', () => {
  const walk = asked();
  walk.command('cancel');
  expect(walk.journey.state.phases.find(({ phase }) => phase === 'OrderMatch')?.outcome).toBe('cancelled');
  const told = walk.journey.history.flatMap(({ effect }) =>
    effect.kind === 'mail' && effect.notice.about === 'message' ? [effect.notice] : [],
  );
  expect(told).toEqual([
    expect.objectContaining({ eventId: 'event-9', sender: 'engine', site: SITE.id, to: ['coordinator'] }),
  ]);
});
