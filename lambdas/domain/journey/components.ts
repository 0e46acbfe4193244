import * as z from 'zod';
import { lazily } from '../lazily.ts';
import { components } from '../protocol/accessors.ts';
import type { Protocol } from '../protocol/schema.ts';
import { certifiedContainers, currentCertificate, prescribedContainers } from './product.ts';
import type { JourneyState } from './state.ts';

const listed = lazily(() => z.array(z.object({ container: z.string(), component: z.string() })));

/** Which component of the product a container is of, as certified; undefined where the dose is one component. */
export function componentOf(state: JourneyState, container: string): string | undefined {
  const read = listed().safeParse(currentCertificate(state)?.evidence.containerComponents);
  return read.success ? read.data.find((one) => one.container === container)?.component : undefined;
}

/** Of containers, those of each component, in the order in which the components are given; empty where none is known. */
export const byComponent = (
  state: JourneyState,
  protocol: Protocol,
  containers: readonly string[] = prescribedContainers(state),
): readonly { readonly component: string; readonly containers: readonly string[] }[] =>
  certifiedContainers(state).some((id) => componentOf(state, id) !== undefined)
    ? components(protocol).flatMap(({ name }) =>
        name === undefined
          ? []
          : [{ component: name, containers: containers.filter((id) => componentOf(state, id) === name) }],
      )
    : [];

/** The components of the product of which none of these containers is: together they are not the dose. */
export const componentsLeftOut = (
  state: JourneyState,
  protocol: Protocol,
  containers: readonly string[],
): readonly string[] =>
  byComponent(state, protocol, containers).flatMap((one) => (one.containers.length === 0 ? [one.component] : []));

/** The same containers as they are given: component by component. */
export function inOrderOfGiving(
  state: JourneyState,
  protocol: Protocol,
  containers: readonly string[],
): readonly string[] {
  const known = byComponent(state, protocol, containers).flatMap((one) => one.containers);
  return [...known, ...containers.filter((id) => !known.includes(id))];
}
