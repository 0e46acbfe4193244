import { workingTimeOf } from '../calendar/working-time.ts';
import type { MailClass, Tier } from '../events/data.ts';
import { lacksConsent } from '../journey/consents.ts';
import { rolesIn } from '../journey/role-of.ts';
import { isActive, isHeld, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { steps } from '../steps/index.ts';
import type { RungDefinition } from '../steps/step.ts';
import { type Instant, latest, minus, partWay, plus, times } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { askedAt, clockStart, deadlineOf, dueWithoutHolds, onStepClock } from './deadline.ts';
import { onlyWhenItHelps } from './night-calls.ts';
import { occasionOf } from './occasion-name.ts';
import { inOfficeHours, type RungKind } from './office-hours.ts';
import { definitionOf, isLimit, isWarning } from './rung-name.ts';
import { originOf, unseenToCome } from './unseen.ts';

/** One point of a step's ladder that has not been told yet. */
export interface DueRung {
  readonly step: StepState;
  /**
   * Rungs of the deadline replace one another when several are due together, and so do those of a physical limit.
   * Escalations of a critical rung are a ladder of their own, and so is each series of occasions.
   */
  readonly ladder: 'deadline' | 'limit' | `each ${string}` | `unseen ${string}`;
  /** Name of the rung; a repeating rung counts, e.g. `weekly-3`. */
  readonly rung: string;
  readonly at: Instant;
  /** What a repeating rung has come to by then: who was not told for weeks is told once, not once for each of them. */
  readonly newestBy?: (now: Instant) => Pick<DueRung, 'rung' | 'at'>;
  readonly to: readonly Role[];
  readonly class: MailClass;
  /** Whom of the roles it goes to; without it, those who hold them. */
  readonly tier?: Tier;
  /** It calls the next about a rung of the deadline, which a later critical one outlives. */
  readonly outlivable?: boolean;
}

/** The rungs of an open step still to come, each at its instant. */
export function rungsToCome(state: JourneyState, step: StepState, protocol: Protocol): readonly DueRung[] {
  const asked = askedAt(state, step, protocol);
  const unseen = unseenToCome(state, step).filter(({ outlivable }) => !outlivable || !isNobodyAsked(state, step));
  const escalations = unseen.map(
    ({ origin, ...next }): DueRung => ({ step, ladder: `unseen ${origin}`, class: 'critical', ...next }),
  );
  const site = workingTimeOf(state);
  // Nobody is told while the step waits for something beside it: whoever is asked there hears of every limit.
  if (asked === undefined) return onlyWhenItHelps(escalations, site);
  const answering = {
    site,
    asked,
    due: deadlineOf(state, step, protocol).at,
    kind: steps[step.step].deadline.kind,
    kindOf: (rung: DueRung) => kindOf(step, rung),
  };
  const ladder = ladderToCome(state, step, protocol, asked);
  return inOfficeHours(onlyWhenItHelps([...ladder, ...escalations], site), answering);
}

/** A death was reported: only who confirms it is reminded, and whoever looks after material of its physical limits. */
const isBereaved = (state: JourneyState, { phase }: StepState): boolean =>
  phase !== 'Death' && isActive(state, 'Death');

/** For as long, too, as the patient does not consent to what the step asks for. */
const isNobodyAsked = (state: JourneyState, step: StepState): boolean =>
  isBereaved(state, step) || lacksConsent(state, step);

/** What its ladder still holds. While held, soft reminders wait for the resume. */
function ladderToCome(state: JourneyState, step: StepState, protocol: Protocol, asked: Instant): readonly DueRung[] {
  const { ladder: definitions, deadline } = steps[step.step];
  const paused = isNobodyAsked(state, step) || (isHeld(state) && deadline.kind === 'soft');
  return definitions.flatMap((rung): readonly DueRung[] => {
    const { class: mailClass, at } = rung;
    const to = rolesIn(state, step, rung.to);
    const ladder = 'instant' in at ? 'limit' : 'deadline';
    if ('each' in at) {
      return at.each(state, step, protocol).flatMap(({ of, at: when, series }): readonly DueRung[] => {
        const name = occasionOf(rung.rung, of);
        if (step.rungs.includes(name)) return [];
        const due = latest(when, step.openedAt);
        return [{ step, ladder: `each ${series}`, rung: name, at: due, to, class: mailClass }];
      });
    }
    // Who is asked for the first time is told even on hold: the page says why it cannot be signed yet.
    if (paused && ladder === 'deadline' && rung.rung !== 'asked') return [];
    if (step.rungs.includes(rung.rung)) return [];
    const next = nextOf(state, step, protocol, { ...rung, at }, asked);
    return next === undefined ? [] : [{ step, ladder, ...next, to, class: mailClass }];
  });
}

/** Rungs ahead of a date or of a physical limit, or part of the way to the due instant. */
function kindOf({ step }: StepState, { rung }: DueRung): RungKind {
  const definition = definitionOf(step, rung);
  if (definition === undefined) return 'told';
  if (definition.dayAndNight === true) return 'day-and-night';
  if (isWarning(step, rung)) return 'warning';
  return 'share' in definition.at && definition.at.share < 1 ? 'on-the-way' : 'told';
}

/** What stays told when a step is extended: its deadline starts anew, its physical limits and its asking do not. */
export function toldBeforeExtension({ step, rungs }: StepState): readonly string[] {
  return rungs.filter((rung) => rung === 'asked' || isLimit(step, originOf(rung)));
}

type SingleAt = Exclude<RungDefinition['at'], { readonly each: unknown }>;

function nextOf(
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
  { rung, at }: Omit<RungDefinition, 'at'> & { readonly at: SingleAt },
  asked: Instant,
): Pick<DueRung, 'rung' | 'at' | 'newestBy'> | undefined {
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
  const repeated = (count: number): Instant =>
    onClock(plus(plus(due, after, state.site.zone), times(every, count - 1), state.site.zone));
  const counted = (count: number) => ({ rung: `${rung}-${count}`, at: repeated(count) });
  const next = 1 + highestTold(step, rung);
  return { ...counted(next), newestBy: (now) => counted(lastBy(now, next, repeated)) };
}

/** The highest count of a repeating rung so far; 0 before the first. */
function highestTold({ rungs }: StepState, repeating: string): number {
  const counts = rungs.filter((name) => name.startsWith(`${repeating}-`) && originOf(name) === name);
  return Math.max(0, ...counts.map((name) => Number(name.slice(repeating.length + 1))));
}

/** The last count that has come by `now`, at least `first`. A mistyped date can lie thousands of counts back. */
function lastBy(now: Instant, first: number, at: (count: number) => Instant): number {
  let count = first;
  let stride = 1;
  for (; at(count + stride) <= now; stride *= 2) count += stride;
  for (; stride >= 1; stride /= 2) if (at(count + stride) <= now) count += stride;
  return count;
}
