import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../lambdas/domain/events/data.ts';
import { planOf } from '../../../lambdas/domain/plan/plan.ts';
import { type ItemKey, itemKey, ROLES_OF } from '../../../lambdas/domain/plan/plan-item.ts';
import { type Instant, plus } from '../../../lambdas/domain/time.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { value } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

const ZONE = 'Europe/Berlin';

/** Changes of the plan so far, as item → from → to. */
const changes = ({ journey }: Walk) =>
  journey.events.flatMap((event) => (event.type === 'plan.changed' ? [event.data] : []));

const movedBy = (change: EventData<'plan.changed'> | undefined) =>
  Object.fromEntries(
    (change?.items ?? []).map((item) => [itemKey(item), [item.from?.from ?? null, item.to?.from ?? null]]),
  );

const planNotices = ({ journey }: Walk) =>
  journey.history.flatMap(({ effect }) =>
    effect.kind === 'mail' && effect.notice.about === 'plan' ? [effect.notice] : [],
  );

const planned = ({ journey }: Walk, key: ItemKey) => {
  const found = planOf(journey.state, journey.protocol).find((item) => itemKey(item) === key);
  if (found === undefined) throw new Error(`plan: ${key} is not in it`);
  return found;
};

/** Books slots at 10:00 local time on days of the week that the site works, from a Monday on. */
const SLOTS = {
  collectionSlot: { from: '2026-12-07T09:00:00.000Z', until: '2026-12-07T15:00:00.000Z' },
  manufacturingSlot: 'slot 1',
  plannedReadyAt: '2027-01-04T09:00:00.000Z',
  plannedDeliveryAt: '2027-01-07T09:00:00.000Z',
  plannedDayZeroAt: '2027-01-18T09:00:00.000Z',
};

function booked(): Walk {
  const walk = new Walk();
  walk.to('Book the slots');
  walk.decide('Book the slots', 'booked', { evidence: SLOTS });
  return walk;
}

/** The product is being made, and the maker said it keeps the date that was planned. */
function inManufacture(): Walk {
  const walk = booked();
  walk.to('Record acceptance by the maker');
  walk.decide('Record acceptance by the maker', 'accepted', {
    evidence: {
      makerReference: 'maker 1',
      chainOfIdentity: { issuer: 'maker', scheme: 'maker', value: 'COI-0001' },
      predictedReadyAt: SLOTS.plannedReadyAt,
    },
  });
  walk.to('Follow the manufacture');
  return walk;
}

const slips = (walk: Walk, predictedReadyAt: Instant): void => {
  const evidence = { milestone: 'at-risk', makerReference: 'maker 2', predictedReadyAt };
  value(walk.journey.record(walk.journey.step('Follow the manufacture'), 'milestone', { evidence }));
};

describe('plan after the slots were booked', () => {
  it('is the dates as booked, and what follows from them', () => {
    const walk = booked();
    expect(planned(walk, 'collection-1')).toMatchObject({ ...SLOTS.collectionSlot, basis: 'booked' });
    expect(planned(walk, 'ready-1')).toMatchObject({ from: SLOTS.plannedReadyAt, basis: 'booked' });
    expect(planned(walk, 'delivery-1')).toMatchObject({ from: SLOTS.plannedDeliveryAt, basis: 'booked' });
    expect(planned(walk, 'day-0-1')).toMatchObject({ from: SLOTS.plannedDayZeroAt, basis: 'booked' });
    // Three days of conditioning and two after it are five before day 0, a Monday: the Wednesday.
    expect(planned(walk, 'conditioning-1')).toMatchObject({ from: '2027-01-13T09:00:00.000Z', basis: 'derived' });
    const near = planned(walk, 'proximity-end-1');
    expect(near).toMatchObject({ from: plus(SLOTS.plannedDayZeroAt, 'P28D', ZONE), basis: 'derived' });
  });

  it('invites everybody once, in one event and one notice', () => {
    const walk = booked();
    expect(changes(walk).map(({ sequence, items }) => [sequence, items.every(({ from }) => from === null)])).toEqual([
      [1, true],
    ]);
    expect(planNotices(walk)).toMatchObject([{ class: 'info', to: expect.arrayContaining(['apheresis', 'nurse']) }]);
  });
});

describe('a maker who slips by ten days', () => {
  const slipped = plus(SLOTS.plannedReadyAt, 'P10D', ZONE);

  it('moves what follows by its lead times, and nothing before', () => {
    const walk = inManufacture();
    const before = changes(walk).length;
    slips(walk, slipped);
    expect(changes(walk).length).toBe(before + 1);
    expect(movedBy(changes(walk).at(-1))).toEqual({
      // Whole days of the site: midnight in Berlin.
      'ready-1': ['2027-01-03T23:00:00.000Z', '2027-01-13T23:00:00.000Z'],
      // Two days later it is Saturday: Monday the 18th.
      'delivery-1': [SLOTS.plannedDeliveryAt, '2027-01-17T23:00:00.000Z'],
      'conditioning-1': ['2027-01-12T23:00:00.000Z', '2027-01-18T23:00:00.000Z'],
      // Five days after Tuesday the 19th it is Sunday: Monday the 25th.
      'day-0-1': [SLOTS.plannedDayZeroAt, '2027-01-24T23:00:00.000Z'],
      'proximity-end-1': ['2027-02-14T23:00:00.000Z', '2027-02-21T23:00:00.000Z'],
    });
    expect(planned(walk, 'delivery-1')).toMatchObject({ basis: 'derived', closedOn: '2027-01-16T09:00:00.000Z' });
  });

  it('tells those whose date moved, and nobody else', () => {
    const walk = inManufacture();
    slips(walk, slipped);
    const notice = planNotices(walk).at(-1);
    expect(notice?.class).toBe('due');
    expect(notice?.to.toSorted()).toEqual(['cell-lab', 'coordinator', 'nurse', 'pharmacist', 'physician']);
    expect(notice?.seq).toBe(walk.journey.events.findLast(({ type }) => type === 'plan.changed')?.seq);
  });

  it('tells only coordinator and physician while every later date keeps its lead time', () => {
    const walk = inManufacture();
    slips(walk, plus(SLOTS.plannedReadyAt, 'P1D', ZONE));
    expect(Object.keys(movedBy(changes(walk).at(-1)))).toEqual(['ready-1']);
    expect(planNotices(walk).at(-1)?.to).toEqual([...ROLES_OF.ready]);
  });

  it('tells each move once, and says nothing again when nothing moves', () => {
    const walk = inManufacture();
    slips(walk, slipped);
    const told = planNotices(walk).length;
    slips(walk, slipped);
    walk.wake();
    walk.command('hold');
    walk.command('resume');
    expect(planNotices(walk).length).toBe(told);
  });

  it('gives the dates as booked back when it is made in time after all', () => {
    const walk = inManufacture();
    slips(walk, slipped);
    slips(walk, SLOTS.plannedReadyAt);
    expect(planned(walk, 'delivery-1')).toMatchObject({ from: SLOTS.plannedDeliveryAt, basis: 'booked' });
    expect(changes(walk).map(({ sequence }) => sequence)).toEqual(changes(walk).map((_, index) => index + 1));
  });
});

describe('a plan that changes otherwise', () => {
  it('follows the window agreed with the maker to the hour', () => {
    const walk = inManufacture();
    walk.to('Agree the delivery');
    const deliveryWindow = { from: '2027-01-08T09:00:00.000Z', until: '2027-01-08T11:00:00.000Z' };
    const evidence = {
      deliveryWindow,
      receiver: 'cell laboratory',
      reservedPosition: 'rack 1',
      patientStillFit: true,
    };
    walk.decide('Agree the delivery', 'agreed', { evidence });
    expect(planned(walk, 'delivery-1')).toMatchObject({ ...deliveryWindow, basis: 'agreed' });
    expect(changes(walk).at(-1)?.items).toMatchObject([{ item: 'delivery', to: deliveryWindow }]);
  });

  it('withdraws what is to come when the slots are lost, and when the course ends', () => {
    const lost = booked();
    lost.to('Check donor tests');
    lost.decide('Check donor tests', 'rebook');
    expect(
      changes(lost)
        .at(-1)
        ?.items.every(({ to }) => to === null),
    ).toBe(true);
    expect(lost.journey.state.plan.items).toEqual({});

    const cancelled = booked();
    cancelled.command('cancel');
    expect(
      changes(cancelled)
        .at(-1)
        ?.items.map(({ to }) => to),
    ).toEqual(new Array(7).fill(null));
    expect(planOf(cancelled.journey.state, PROTOCOL)).toEqual([]);
  });

  it('numbers a collection that is done again as a date of its own, and goes on counting', () => {
    const walk = booked();
    walk.to('Release the collection');
    walk.decide('Release the collection', 'recollect');
    const before = changes(walk).at(-1)?.sequence ?? 0;
    walk.to('Book the slots');
    walk.decide('Book the slots');
    const collections = planOf(walk.journey.state, PROTOCOL).filter(({ item }) => item === 'collection');
    expect(collections.map(({ number, basis }) => [number, basis])).toEqual([
      [1, 'done'],
      [2, 'booked'],
    ]);
    expect(changes(walk).at(-1)?.sequence).toBe(before + 1);
  });

  it('invites to the next visit only, one after the other', () => {
    const walk = new Walk();
    walk.to('Monitor the patient');
    const visitsTold = () => changes(walk).flatMap(({ items }) => items.filter(({ item }) => item === 'visit'));
    expect(visitsTold().map(({ number }) => number)).toEqual([1]);
    walk.runTo(walk.journey.state.plan.items['visit-1']?.until ?? '');
    walk.decide('Record follow-up visit');
    expect(visitsTold().map(({ number, to }) => [number, to === null])).toEqual([
      [1, false],
      [2, false],
    ]);
  });
});
