import type { EventData, EventType } from '../events/data.ts';
import { type Scribe, system } from '../journey/scribe.ts';
import { planOf } from './plan.ts';
import { type ItemKey, itemKey, type PlanItem } from './plan-item.ts';
import { stretchOf } from './stretch.ts';

type Change = EventData<'plan.changed'>['items'][number];

/** What says nothing of dates: most commits only ask or remind somebody. */
export const MOVES_NOTHING: ReadonlySet<EventType> = new Set<EventType>([
  'rung.reached',
  'run.started',
  'step.opened',
  'step.extended',
  'step.reassigned',
  'step.claimed',
  'step.unclaimed',
  'link.reissued',
  'mail.resent',
  'journey.held',
  'journey.resumed',
]);

/** What stands in diaries: all that is to come, but of the visits only the next, so that nobody gets fifteen years at once. */
export function inDiaries(plan: readonly PlanItem[]): readonly PlanItem[] {
  const coming = plan.filter(({ basis }) => basis !== 'done');
  const next = coming.find(({ item }) => item === 'visit');
  return coming.filter((item) => item.item !== 'visit' || item === next);
}

/**
 * Writes which dates the commit in hand moves, once, after all it writes; nothing where none moves. What was done stays as it
 * was last planned: it happened, and moves no more.
 */
export function replan(scribe: Scribe): void {
  if (scribe.events.every(({ type }) => MOVES_NOTHING.has(type))) return;
  const { state, context } = scribe;
  const plan = planOf(state, context.protocol);
  const done = new Set(plan.filter(({ basis }) => basis === 'done').map(itemKey));
  const planned = new Map(inDiaries(plan).map((item) => [itemKey(item), item]));
  const moved = [...planned].flatMap(([key, item]) => movedTo(key, item, scribe));
  const gone = Object.entries(state.plan.items).flatMap(([key, { item, number, from, until }]): Change[] =>
    planned.has(key) || done.has(key) ? [] : [{ item, number, from: { from, until }, to: null }],
  );
  const items = [...moved, ...gone];
  if (items.length === 0) return;
  scribe.write('plan.changed', { sequence: state.plan.sequence + 1, items }, system('plan'));
}

function movedTo(key: ItemKey, planned: PlanItem, { state }: Scribe): readonly Change[] {
  const known = state.plan.items[key];
  const to = stretchOf(planned, state.site.zone);
  if (known?.from === to.from && known.until === to.until) return [];
  const { item, number } = planned;
  const from = known === undefined ? null : { from: known.from, until: known.until };
  return [{ item, number, from, to }];
}
