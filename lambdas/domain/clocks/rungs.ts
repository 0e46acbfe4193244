import { workingTimeOf } from '../calendar/working-time.ts';
import type { MailClass, Tier } from '../events/data.ts';
import { isActive, isHeld, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { RungDefinition } from '../steps/step.ts';
import { type Instant, latest, minus, partWay, plus, times } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { askedAt, clockStart, deadlineOf, dueWithoutHolds, onStepClock } from './deadline.ts';
import { inOfficeHours, type RungKind } from './office-hours.ts';
import { isLimit, isOfLimit, originOf, unseenToCome } from './unseen.ts';

/** One point of a step's ladder that has not been told yet. */
export interface DueRung {
  readonly step: StepState;
  /**
   * Rungs of the deadline replace one another when several are due together, and so do those of a physical limit.
   * Escalations of a critical rung are a ladder of their own.
   */
  readonly ladder: 'deadline' | 'limit' | `unseen ${string}`;
  /** Name of the rung; a repeating rung counts, e.g. `weekly-3`. */
  readonly rung: string;
  readonly at: Instant;
  /** When a repeating rung is due once more. */
  readonly againAt?: Instant;
  readonly to: readonly Role[];
  readonly class: MailClass;
  /** Whom of the roles it goes to; without it, those who hold them. */
  readonly tier?: Tier;
  /** It calls the next about a rung of the deadline, which a later critical one outlives. */
  readonly outlivable?: boolean;
}

const ladderOf = (rung: RungDefinition): 'deadline' | 'limit' => (isOfLimit(rung) ? 'limit' : 'deadline');

/** The rungs of an open step still to come, each at its instant. */
export function rungsToCome(state: JourneyState, step: StepState, protocol: Protocol): readonly DueRung[] {
  const asked = askedAt(state, step, protocol);
  const unseen = unseenToCome(state, step).filter(({ outlivable }) => !outlivable || !isBereaved(state, step));
  const escalations = unseen.map(
    ({ origin, ...next }): DueRung => ({ step, ladder: `unseen ${origin}`, class: 'critical', ...next }),
  );
  // Nobody is told while the step waits for something beside it: whoever is asked there hears of every limit.
  if (asked === undefined) return escalations;
  const answering = {
    site: workingTimeOf(state),
    asked,
    due: deadlineOf(state, step, protocol).at,
    kind: steps[step.step].deadline.kind,
    kindOf: (rung: DueRung) => kindOf(step, rung),
  };
  return [...inOfficeHours(ladderToCome(state, step, protocol, asked), answering), ...escalations];
}

/** A death was reported: only who confirms it is reminded, and whoever looks after material of its physical limits. */
const isBereaved = (state: JourneyState, { phase }: StepState): boolean =>
  phase !== 'Death' && isActive(state, 'Death');

/** What its ladder still holds. While held, soft reminders wait for the resume. */
function ladderToCome(state: JourneyState, step: StepState, protocol: Protocol, asked: Instant): readonly DueRung[] {
  const { ladder: definitions, deadline } = steps[step.step];
  const paused = isBereaved(state, step) || (isHeld(state) && deadline.kind === 'soft');
  return definitions.flatMap((rung): readonly DueRung[] => {
    const ladder = ladderOf(rung);
    // Who is asked for the first time is told even on hold: the page says why it cannot be signed yet.
    if (paused && ladder === 'deadline' && rung.rung !== 'asked') return [];
    if (step.rungs.includes(rung.rung)) return [];
    if ('each' in rung.at) return eachOf(state, step, protocol, { ...rung, at: rung.at });
    const next = nextOf(state, step, protocol, { ...rung, at: rung.at }, asked);
    return next === undefined ? [] : [{ step, ladder, ...next, to: rung.to, class: rung.class }];
  });
}

/** Rungs ahead of a date or of a physical limit, or part of the way to the due instant. */
function kindOf({ step }: StepState, { rung }: DueRung): RungKind {
  const at = steps[step].ladder.find((one) => one.rung === rung)?.at;
  if (at === undefined) return 'told';
  if ('before' in at || ('instant' in at && at.warns === true)) return 'warning';
  return 'share' in at && at.share < 1 ? 'on-the-way' : 'told';
}

/** What stays told when a step is extended: its deadline starts anew, its physical limits and its asking do not. */
export function toldBeforeExtension({ step, rungs }: StepState): readonly string[] {
  return rungs.filter((rung) => rung === 'asked' || isLimit(step, originOf(rung)));
}

/** The limits of a rung that were not told yet; like others they run whether or not anybody is asked. */
const eachOf = (
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
  { rung, at: { each }, to, class: mailClass }: RungDefinition & { readonly at: EachLimit },
): readonly DueRung[] =>
  each(state, step, protocol).flatMap(({ of, at }): readonly DueRung[] => {
    const name = `${rung}-${of}`;
    return step.rungs.includes(name)
      ? []
      : [{ step, ladder: 'limit', rung: name, at: latest(at, step.openedAt), to, class: mailClass }];
  });
type EachLimit = Extract<RungDefinition['at'], { readonly each: unknown }>;

function nextOf(
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
  { rung, at }: RungDefinition & { readonly at: Exclude<RungDefinition['at'], EachLimit> },
  asked: Instant,
): Pick<DueRung, 'rung' | 'at' | 'againAt'> | undefined {
  if ('instant' in at) {
    const when = at.instant(state, step, protocol);
    // A limit runs whether or not anybody is asked yet: a deferred product expires all the same.
    return when === undefined ? undefined : { rung, at: latest(when, step.openedAt) };
  }
  if ('share' in at && at.share === 0) return { rung, at: asked };
  const due = dueWithoutHolds(state, step, protocol);
  // An instant already past when the step was asked (a corrected time) is told at once, not before.
  const onClock = (when: Instant): Instant => latest(onStepClock(state, step, when), asked);
  if ('before' in at) {
    const when = onStepClock(state, step, minus(due, at.before, state.site.zone));
    // A warning whose time had passed before anybody was asked warns of nothing.
    return when > asked ? { rung, at: when } : undefined;
  }
  if ('share' in at) {
    return { rung, at: onClock(at.share === 1 ? due : partWay(latest(clockStart(step), asked), due, at.share)) };
  }
  const { after, every } = at;
  if (every === undefined) return { rung, at: onClock(plus(due, after, state.site.zone)) };
  const told = step.rungs.filter((name) => name.startsWith(`${rung}-`) && originOf(name) === name).length;
  const repeated = (count: number): Instant =>
    onClock(plus(plus(due, after, state.site.zone), times(every, count), state.site.zone));
  return { rung: `${rung}-${told + 1}`, at: repeated(told), againAt: repeated(told + 1) };
}
