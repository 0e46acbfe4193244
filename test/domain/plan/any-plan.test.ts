import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GENESIS } from '../../../lambdas/domain/audit/chain.ts';
import type { EventData } from '../../../lambdas/domain/events/data.ts';
import { consequencesOf } from '../../../lambdas/domain/journey/effects.ts';
import { Scribe } from '../../../lambdas/domain/journey/scribe.ts';
import { settle } from '../../../lambdas/domain/journey/settle.ts';
import type { SitePolicy } from '../../../lambdas/domain/journey/site-policy.ts';
import { STRICTEST_POLICY } from '../../../lambdas/domain/journey/site-policy.ts';
import type { JourneyState, StepState } from '../../../lambdas/domain/journey/state.ts';
import { planOf } from '../../../lambdas/domain/plan/plan.ts';
import { itemKey, type PlanItem, ROLES_OF } from '../../../lambdas/domain/plan/plan-item.ts';
import { stretchOf } from '../../../lambdas/domain/plan/stretch.ts';
import { type Instant, plus } from '../../../lambdas/domain/time.ts';
import type { StepName } from '../../../lambdas/domain/vocabulary.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { START } from '../../support/journey-driver.ts';
import { Walk } from '../../support/walk.ts';

/** Journeys that stand at these steps: before, during and after the manufacture, and while day 0 is prepared. */
const STANDS = [
  'Check donor tests',
  'Follow the manufacture',
  'Follow the delivery',
  'Give GO for conditioning',
] as const;

function standingAt(step: StepName): Walk['journey'] {
  const walk = new Walk();
  walk.to(step);
  return walk.journey;
}
const standing = new Map(STANDS.map((step) => [step, standingAt(step)]));

const hours = fc.integer({ min: 24, max: 24 * 120 });
const at = hours.map((count): Instant => plus(START, `PT${count}H`, 'UTC'));
const stretch = fc.tuple(at, fc.integer({ min: 1, max: 10 })).map(([from, length]) => ({
  from,
  until: plus(from, `PT${length}H`, 'UTC'),
}));

/** A report that any of the dates moved, as a person may state it, however unlikely. */
const anyMove = fc.record(
  {
    collectionSlot: stretch,
    predictedReadyAt: at,
    deliveryWindow: stretch,
    conditioningFrom: at,
    plannedDayZeroAt: at,
  },
  { requiredKeys: [] },
);

const anyPolicy: fc.Arbitrary<SitePolicy> = fc
  .record({
    openingHours: fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
      .map((days) => ({ from: '09:00', until: '16:30', days })),
    holidays: fc.array(
      hours.map((count) => plus(START, `PT${count}H`, 'UTC').slice(0, 10)),
      { maxLength: 30 },
    ),
  })
  .map((own) => ({ ...STRICTEST_POLICY, ...own }));

const anyZone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');

function moved(before: JourneyState, values: Readonly<Record<string, unknown>>, step: StepState): Scribe {
  const context = { now: plus(START, 'P30D', 'UTC'), release: { version: '0', commit: 'test' }, protocol: PROTOCOL };
  const scribe = new Scribe(context, before.id, { state: before, head: GENESIS });
  const { phase, round, step: name } = step;
  const data = {
    report: 'dates-moved',
    at: { phase, round, step: name },
    values: { ...values, explanation: 'as told' },
    contentHash: 'hash',
    meaning: 'meaning',
    assurance: 'pin',
  } as EventData<'report.made'>;
  scribe.write('report.made', data, { kind: 'person', id: 'coordinator-a' } as Parameters<Scribe['write']>[2]);
  settle(scribe);
  return scribe;
}

const planChanges = (scribe: Scribe) => scribe.events.filter((event) => event.type === 'plan.changed');

/** Moves the dates of a journey several times, with what each commit wrote. */
function play(
  stand: (typeof STANDS)[number],
  policy: SitePolicy,
  zone: string,
  moves: readonly Readonly<Record<string, unknown>>[],
): { readonly commits: readonly { before: JourneyState; scribe: Scribe }[]; readonly state: JourneyState } {
  const journey = standing.get(stand);
  if (journey === undefined) throw new Error(`any plan: nothing stands at ${stand}`);
  let state: JourneyState = { ...journey.state, site: { id: 'site-1', zone, policy } };
  const commits: { before: JourneyState; scribe: Scribe }[] = [];
  for (const values of moves) {
    const scribe = moved(state, values, journey.step(stand));
    commits.push({ before: state, scribe });
    state = scribe.state;
  }
  return { commits, state };
}

const anyPlay = fc.tuple(
  fc.constantFrom(...STANDS),
  anyPolicy,
  anyZone,
  fc.array(anyMove, { minLength: 1, maxLength: 4 }),
);

/** Each date with those it waits for. */
const WAITS_FOR: readonly (readonly [PlanItem['item'], PlanItem['item']])[] = [
  ['ready', 'collection'],
  ['delivery', 'ready'],
  ['conditioning', 'delivery'],
  ['day-0', 'conditioning'],
  ['day-0', 'delivery'],
  ['proximity-end', 'day-0'],
];

describe('any plan', () => {
  it('has no date to come before one it depends on', () => {
    fc.assert(
      fc.property(anyPlay, ([stand, ...how]) => {
        const { state } = play(stand, ...how);
        const coming = planOf(state, PROTOCOL).filter(({ basis }) => basis !== 'done');
        const find = (name: PlanItem['item']) => coming.find(({ item }) => item === name);
        for (const [later, earlier] of WAITS_FOR) {
          const [after, before] = [find(later), find(earlier)];
          if (after === undefined || before === undefined) continue;
          // The maker speaks for itself once it has the material, and a delivery as agreed is what both sides signed.
          if (after.basis === 'agreed' || (later === 'ready' && after.basis === 'predicted' && stand !== STANDS[0]))
            continue;
          expect([later, after.from >= (before.until ?? before.from)]).toEqual([later, true]);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('is the same for the same log', () => {
    fc.assert(
      fc.property(anyPlay, (how) => {
        const [one, other] = [play(...how), play(...how)];
        expect(planOf(one.state, PROTOCOL)).toEqual(planOf(other.state, PROTOCOL));
        expect(one.state.plan).toEqual(other.state.plan);
      }),
      { numRuns: 25 },
    );
  });

  it('is told exactly once per move, to exactly the roles whose date moved', () => {
    fc.assert(
      fc.property(anyPlay, (how) => {
        const { commits, state } = play(...how);
        for (const { before, scribe } of commits) {
          const events = planChanges(scribe);
          expect(events.length).toBeLessThanOrEqual(1);
          const notices = consequencesOf(before, scribe.state, scribe.events, {}, PROTOCOL).effects.flatMap((effect) =>
            effect.kind === 'mail' && effect.notice.about === 'plan' ? [effect.notice.to.toSorted()] : [],
          );
          const items = events.flatMap(({ data }) => data.items);
          const concerned = [...new Set(items.flatMap(({ item }) => ROLES_OF[item]))].toSorted();
          expect(notices).toEqual(items.length === 0 ? [] : [concerned]);
          for (const change of items) {
            expect(change.from).not.toEqual(change.to);
            const known = before.plan.items[itemKey(change)];
            expect(change.from).toEqual(known === undefined ? null : { from: known.from, until: known.until });
          }
        }
        const coming = planOf(state, PROTOCOL).filter(({ basis }) => basis !== 'done');
        for (const item of coming) {
          expect(state.plan.items[itemKey(item)]).toMatchObject(stretchOf(item, state.site.zone));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is stable: settling again moves nothing', () => {
    fc.assert(
      fc.property(anyPlay, (how) => {
        const { commits } = play(...how);
        for (const { scribe } of commits) {
          const written = scribe.events.length;
          settle(scribe);
          expect(scribe.events.length).toBe(written);
        }
      }),
      { numRuns: 25 },
    );
  });
});
