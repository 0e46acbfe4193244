import { definitionOf } from '../clocks/rung-name.ts';
import { originOf } from '../clocks/unseen.ts';
import type { MailClass } from '../events/data.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { type Instant, plus } from '../time.ts';
import type { Role, StepName } from '../vocabulary.ts';

/** How often a rung was told, and how often its own readers acted soon after. */
export interface ActedOn {
  readonly step: StepName;
  /** Its kind: of `weekly-3` `weekly`, and `unseen` of whatever called the next. */
  readonly rung: string;
  readonly class: MailClass;
  readonly told: number;
  readonly actedOn: number;
}

/** A day: what nobody acts on by then was not worth a mail, or went to the wrong person. */
export const ACTS_WITHIN = 'P1D';

interface Told {
  readonly of: string;
  readonly step: StepName;
  readonly rung: string;
  readonly class: MailClass;
  readonly to: readonly Role[];
  readonly until: Instant;
  acted: boolean;
}

/**
 * Of every rung of one journey that was told, whether somebody of the roles it went to signed or acknowledged at that step
 * within `within`. One whose time is not over is left out unless somebody has acted already.
 */
export function actedOn(events: readonly JourneyEvent[], now: Instant, within = ACTS_WITHIN): readonly ActedOn[] {
  const told: Told[] = [];
  for (const event of events) {
    if (event.type === 'rung.reached') {
      const { step, rung, class: mailClass, to, silent } = event.data;
      if (silent) continue;
      const until = plus(event.recordedAt, within, 'UTC');
      told.push({ of: refOf(event.data), step, rung: kindOf(step, rung), class: mailClass, to, until, acted: false });
    } else if (isAct(event) && event.by.kind === 'person') {
      const { role } = event.by;
      for (const one of told) {
        if (one.of === refOf(event.data) && one.until >= event.recordedAt && one.to.includes(role)) one.acted = true;
      }
    }
  }
  return counted(told.filter(({ acted, until }) => acted || until <= now));
}

type Act = JourneyEvent<'step.decided' | 'notice.acknowledged' | 'checklist.recorded'>;

const isAct = (event: JourneyEvent): event is Act =>
  event.type === 'step.decided' || event.type === 'notice.acknowledged' || event.type === 'checklist.recorded';

const refOf = ({ phase, round, step }: Act['data'] | JourneyEvent<'rung.reached'>['data']): string =>
  `${phase} ${round} ${step}`;

const kindOf = (step: StepName, rung: string): string =>
  originOf(rung) === rung ? (definitionOf(step, rung)?.rung ?? rung.replace(/(-\d+)+$/, '')) : 'unseen';

function counted(told: readonly Told[]): readonly ActedOn[] {
  const groups = Map.groupBy(told, ({ step, rung, class: mailClass }) => `${step} ${rung} ${mailClass}`);
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ step, rung, class: mailClass }) => ({
      step,
      rung,
      class: mailClass,
      told: group.length,
      actedOn: group.filter(({ acted }) => acted).length,
    })),
  );
}

/** The figures of several journeys together, what was acted on least first. */
export function addedUp(figures: readonly ActedOn[]): readonly ActedOn[] {
  const sum = (group: readonly ActedOn[], of: (one: ActedOn) => number): number =>
    group.reduce((total, one) => total + of(one), 0);
  const groups = Map.groupBy(figures, ({ step, rung, class: mailClass }) => `${step} ${rung} ${mailClass}`);
  return [...groups.values()]
    .flatMap((group) =>
      group.slice(0, 1).map((one) => ({
        ...one,
        told: sum(group, ({ told }) => told),
        actedOn: sum(group, (each) => each.actedOn),
      })),
    )
    .toSorted((one, other) => one.actedOn / one.told - other.actedOn / other.told || other.told - one.told);
}
