import { canonicalText } from '../../lambdas/domain/audit/hash.ts';
import { visits } from '../../lambdas/domain/protocol/accessors.ts';
import type { Walk } from './walk.ts';

/** What a journey asks of the services it runs on, at its most. */
export interface Measures {
  /** Bytes of the largest input or answer of an execution. */
  readonly input: number;
  /** Events in the history of the busiest execution, at twenty for each time it opened a step. */
  readonly history: number;
  /** Bytes of the widest event of the log. */
  readonly event: number;
  /** Bytes of the bindings of the head, with tokens as long as the service makes them. */
  readonly bindings: number;
  /** Items of the largest commit. */
  readonly items: number;
  readonly events: number;
}

/** Entered, scheduled, started, answered, chosen and left, with the retries of a bad day. */
const HISTORY_OF_A_STEP = 20;
const LONGEST_TOKEN = 2048;

/** What one transaction of the store takes at most. */
export const MOST_ITEMS = 100;

const bytes = (value: unknown): number => Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
const most = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other), 0);

export function measure({ journey, machines }: Walk): Measures {
  const passed = journey.history.flatMap(({ effect }) =>
    effect.kind === 'start' ? [bytes(effect.input)] : effect.kind === 'answer' ? [bytes(effect.envelope)] : [],
  );
  const open = Object.values(journey.bindings).length;
  return {
    input: most(passed),
    history: HISTORY_OF_A_STEP * most([...machines.opened.values()]),
    event: most(journey.events.map((event) => bytes(canonicalText(event)))),
    bindings: open * (LONGEST_TOKEN + 300),
    items: most(journey.commits),
    events: journey.events.length,
  };
}

/** The largest of each over several journeys. */
export const largest = (all: readonly Measures[]): Measures => ({
  input: most(all.map(({ input }) => input)),
  history: most(all.map(({ history }) => history)),
  event: most(all.map(({ event }) => event)),
  bindings: most(all.map(({ bindings }) => bindings)),
  items: most(all.map(({ items }) => items)),
  events: most(all.map(({ events }) => events)),
});

/** Decides everything open and lets every visit of the plan come, until only the end of the course is left. */
export function throughEveryVisit(walk: Walk): void {
  walk.toFollowUp();
  const planned = visits(walk.journey.protocol).length;
  const held = () =>
    walk.journey.state.phases.filter(({ phase, endedAt }) => phase === 'FollowUpVisit' && endedAt !== undefined).length;
  while (held() < planned) {
    const [step] = walk.journey.open;
    if (step === undefined) walk.runTo(walk.nextDue());
    else walk.decide(step.step);
  }
}
