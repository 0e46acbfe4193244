import { prescribedContainers } from '../../lambdas/domain/journey/product.ts';
import type { ChecklistEntry } from '../../lambdas/domain/journey/state.ts';
import type { Outcome } from '../../lambdas/domain/outcome.ts';
import type { Recorded } from '../../lambdas/domain/sign-off/record-sign-off.ts';
import { administrationItems, neededForContainer } from '../../lambdas/domain/steps/administration-items.ts';
import { entryKey } from '../../lambdas/domain/steps/checklists.ts';
import { plus } from '../../lambdas/domain/time.ts';
import { personIn, SITE, valuesOf } from './builders.ts';
import { type Signing, value } from './journey-driver.ts';
import { premedicate } from './premedication.ts';
import type { Walk } from './walk.ts';

/** The first container prescribed in the first round. */
export const BAG = 'bag-1-1';
export const OTHER_BAG = 'bag-1-2';

export const entryAt = ({ journey }: Walk, item: string, container = BAG): ChecklistEntry => {
  const entry = journey.step('Give the product').checklist[entryKey(item, container)];
  if (entry === undefined) throw new Error(`bedside: ${item} of ${container} was never recorded`);
  return entry;
};

/** Records one event of one container, by somebody who may; the second person of an item is somebody else. */
export function atBedside(
  { journey }: Walk,
  item: string,
  { container = BAG, evidence, ...signing }: Signing & { readonly container?: string } = {},
): Outcome<Recorded> {
  const asked = administrationItems.find((one) => one.item === item);
  const signer = personIn(asked?.roles ?? ['nurse'], asked?.secondTo === undefined ? 'a' : 'b');
  const per = asked?.per === 'container' ? { container } : {};
  const values = { ...valuesOf(item, journey), ...per, ...evidence };
  return journey.record(journey.step('Give the product'), item, { signer, ...signing, evidence: values });
}

/**
 * Every event of every container prescribed, written down afterwards: each item so many minutes after `from`, by default
 * one after the other; a container begins when the one before is done.
 */
export function wholeBedside(walk: Walk, from: string, minutes: Readonly<Record<string, number>> = {}): void {
  const items = neededForContainer(walk.journey.protocol).map(({ item }) => item);
  for (const [place, container] of prescribedContainers(walk.journey.state).entries()) {
    for (const [index, item] of items.entries()) {
      const minute = place * 120 + (minutes[item] ?? index);
      value(atBedside(walk, item, { container, occurredAt: plus(from, `PT${minute}M`, 'UTC') }));
    }
  }
  premedicate(walk.journey);
}

/** Corrects when an event of a container happened. */
export const correctAt = (walk: Walk, item: string, at: string, container = BAG): void =>
  walk.command('correct', {
    seq: entryAt(walk, item, container).seq,
    occurredAt: { at, zone: SITE.zone, known: 'device' },
  });
