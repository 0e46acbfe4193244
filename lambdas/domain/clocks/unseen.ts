import type { Tier } from '../events/data.ts';
import { entriesOf } from '../journey/administration.ts';
import { policyOf } from '../journey/site-policy.ts';
import type { JourneyState, StepState, ToldRung } from '../journey/state.ts';
import { type Instant, plus } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { definitionOf, isLimit, isWarning } from './rung-name.ts';

/** `overdue-unseen-2` → `overdue` and `2`. */
const UNSEEN = /^(.+)-unseen-(\d+)$/;

/** The rung an escalation is about; any other rung is about itself. */
export const originOf = (rung: string): string => UNSEEN.exec(rung)?.[1] ?? rung;

/** The next to be told of a critical rung that nobody acknowledged. */
export interface UnseenRung {
  readonly origin: string;
  readonly rung: string;
  readonly at: Instant;
  readonly tier: Tier;
  /** With tier `deputies`, whose deputies. */
  readonly to: readonly Role[];
  /** It is about a rung of the deadline, which a later critical one outlives. */
  readonly outlivable: boolean;
}

type Next = Pick<UnseenRung, 'tier' | 'to'>;

const ON_CALL: Next = { tier: 'on-call', to: ['on-call'] };
const LEAD: Next = { tier: 'lead', to: ['programme-lead'] };
/** Who is on call is reminded this often, until somebody acknowledges or decides. */
const AGAIN = 'P1D';

/** Whom a critical rung goes to after those it was for (clinical-pathway 1.C); after the last, to the last again. */
const tiersAfter = ({ to }: ToldRung): readonly Next[] => [
  { tier: 'deputies', to },
  ...(to.includes('programme-lead') ? [] : [LEAD]),
  ON_CALL,
];

/**
 * Critical rungs of a step that wait for a person's word, oldest first. Who acknowledges has read the page, and with it
 * all that was told before. A rung of the deadline stands in for those before it; each physical limit stands for itself.
 * A warning waits for nobody: the limit it warns of is told in a rung of its own.
 */
export function unacknowledged(step: StepState): readonly ToldRung[] {
  if (step.status !== 'open') return [];
  const seen = step.acknowledgements.at(-1)?.seq ?? 0;
  const critical = step.told.filter(
    ({ rung, class: mailClass, silent }) =>
      mailClass === 'critical' && !silent && originOf(rung) === rung && !isWarning(step.step, rung),
  );
  const newest = critical.findLast(({ rung }) => !isLimit(step.step, rung));
  return critical.filter(
    (told) => told.seq > seen && !isAnswered(step, told) && (told === newest || isLimit(step.step, told.rung)),
  );
}

/** What the rung asked for was recorded since. */
function isAnswered(step: StepState, { rung, seq }: ToldRung): boolean {
  const item = definitionOf(step.step, rung)?.answeredBy;
  return item !== undefined && entriesOf(step, item).some((entry) => entry.seq > seq);
}

/** For each critical rung nobody acknowledged, who is told next and when. On hold too: critical rungs never wait. */
export const unseenToCome = (state: JourneyState, step: StepState): readonly UnseenRung[] =>
  unacknowledged(step).map((origin) => {
    const chain = chainOf(step, origin);
    const { place, next } = nextAfter(origin, chain);
    return {
      origin: origin.rung,
      rung: `${origin.rung}-unseen-${place}`,
      at: dueAfter(state, step, chain),
      outlivable: !isLimit(step.step, origin.rung),
      ...next,
    };
  });

/** The rung itself and every escalation of it so far. */
const chainOf = ({ told }: StepState, origin: ToldRung): readonly [ToldRung, ...ToldRung[]] => [
  origin,
  ...told.filter(({ rung }) => rung !== origin.rung && originOf(rung) === origin.rung),
];

function nextAfter(origin: ToldRung, chain: readonly ToldRung[]): { readonly place: number; readonly next: Next } {
  return { place: chain.length, next: tiersAfter(origin)[chain.length - 1] ?? ON_CALL };
}

function dueAfter(state: JourneyState, step: StepState, chain: readonly [ToldRung, ...ToldRung[]]): Instant {
  const [origin] = chain;
  const last = chain.at(-1) ?? origin;
  // Nobody is left to turn to sooner; a mailbox on call that does not work is an alarm of operations.
  if (reachedLast(origin, chain)) return plus(last.at, AGAIN, state.site.zone);
  const bounce = state.bounces.find(
    ({ key, rung, seq, calledNext }) => calledNext && key === step.key && rung === last.rung && seq > last.seq,
  );
  return bounce?.at ?? plus(last.at, `PT${policyOf(state).acknowledgeMinutes}M`, state.site.zone);
}

const reachedLast = (origin: ToldRung, chain: readonly ToldRung[]): boolean => chain.length > tiersAfter(origin).length;

/** True when a mail about this rung that did not arrive calls the next tier at once. */
export function callsNext(step: StepState, rung: string): boolean {
  const origin = unacknowledged(step).find((told) => told.rung === originOf(rung));
  if (origin === undefined) return false;
  const chain = chainOf(step, origin);
  return chain.at(-1)?.rung === rung && !reachedLast(origin, chain);
}

/** What a person is asked to acknowledge: the newest telling of a critical rung that waits for it, escalations included. */
export function toAcknowledge(step: StepState): ToldRung | undefined {
  const waiting = unacknowledged(step).map((origin) => chainOf(step, origin).at(-1) ?? origin);
  return waiting.toSorted((one, other) => one.seq - other.seq).at(-1);
}
