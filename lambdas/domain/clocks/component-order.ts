import { entriesOf } from '../journey/administration.ts';
import { byComponent } from '../journey/components.ts';
import { effectiveTime, type JourneyState, type StepState } from '../journey/state.ts';
import type { Protocol } from '../protocol/schema.ts';
import { type Instant, minuteOf } from '../time.ts';
import { containerOf } from './in-use.ts';

const endedBy = (state: JourneyState, step: StepState, container: string, at: Instant): boolean =>
  entriesOf(step, 'infusion-ended').some(
    (entry) => containerOf(entry) === container && minuteOf(effectiveTime(state, entry).at) <= minuteOf(at),
  );

/** Prescribed containers of components that are given before that of this one, each component for itself. */
function ofEarlierComponents(
  state: JourneyState,
  protocol: Protocol,
  container: string,
): readonly (readonly string[])[] {
  const order = byComponent(state, protocol);
  const place = order.findIndex(({ containers }) => containers.includes(container));
  return order.slice(0, Math.max(place, 0)).map(({ containers }) => containers);
}

/** What has to be infused before this container and was not by then. */
export const toGiveBefore = (
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
  container: string,
  at: Instant,
): readonly string[] =>
  ofEarlierComponents(state, protocol, container)
    .flat()
    .filter((id) => !endedBy(state, step, id, at));

/** Containers infused before all that was infused of an earlier component, or without any of it; by the recorded times. */
export function givenOutOfOrder(
  state: JourneyState,
  step: StepState,
  protocol: Protocol,
): readonly { readonly container: string; readonly detail: string }[] {
  const begun = entriesOf(step, 'infusion-started');
  return begun.flatMap((entry) => {
    const container = containerOf(entry);
    const { at } = effectiveTime(state, entry);
    const late = ofEarlierComponents(state, protocol, container).flatMap((earlier) => {
      const infused = earlier.filter((id) => begun.some((one) => containerOf(one) === id));
      return (infused.length > 0 ? infused : earlier).filter((id) => !endedBy(state, step, id, at));
    });
    return late.length === 0
      ? []
      : [{ container, detail: `${container} infused ${at}, ${late.join(', ')} of an earlier component not by then` }];
  });
}
