import * as z from 'zod';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { components } from '../protocol/accessors.ts';
import { reference } from './evidence.ts';
import type { StepContext } from './step.ts';

/** Which component each container is of; only where the product has several, each with a certificate of its own. */
export const containerComponents = lazily(() =>
  z
    .array(z.strictObject({ container: reference, component: reference }))
    .max(50)
    .optional(),
);

const read = lazily(() => z.object({ containers: z.array(z.string()), containerComponents: containerComponents() }));

/** Every container of the certificate is of one component of the protocol, and each component is there as often as its label says. */
export function componentsAsProtocol({ evidence, protocol }: StepContext): Refusal | null {
  const { containers, containerComponents: rows = [] } = read().parse(evidence);
  const parts = components(protocol).filter(({ name }) => name !== undefined);
  const listed = rows.map(({ container }) => container).toSorted();
  const expected = parts.length === 0 ? [] : containers.toSorted();
  const fitting = parts.every(({ name, containersPerDose: { min = 1, max } }) => {
    const count = rows.filter(({ component }) => component === name).length;
    return count >= min && (max === undefined || count <= max * protocol.product.administrations.value);
  });
  const isKnown = rows.every(({ component }) => parts.some(({ name }) => name === component));
  return fitting && isKnown && listed.join('\n') === expected.join('\n')
    ? null
    : {
        code: 'invalid',
        message:
          parts.length === 0
            ? 'Components: got some, expected none: by the protocol the dose is one component'
            : `Components: got ${rows.map(({ container, component }) => `${container} ${component}`).join(', ') || 'none'}, expected each container once, of ${parts.map(({ name }) => name).join(' or ')}, as many as the protocol says`,
        detail: { path: 'evidence.containerComponents', problem: 'components-not-as-protocol' },
      };
}
