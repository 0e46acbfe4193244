import { entriesOf } from '../domain/journey/administration.ts';
import { containersToAccount } from '../domain/journey/containers.ts';
import { certifiedContainers } from '../domain/journey/product.ts';
import type { JourneyState, StepState } from '../domain/journey/state.ts';
import type { FormValues } from '../pages/views.ts';

/**
 * What the journey knows already and a person only has to check and complete, by decision and form name. Nothing that is
 * compared as an identity is among it: that is read off the label by everybody who signs for it.
 */
export function knownValues(state: JourneyState, step: StepState): Readonly<Record<string, FormValues>> {
  switch (step.step) {
    case 'Prescribe the product':
      return { prescribed: { 'evidence.containers': lines(certifiedContainers(state)) } };
    case 'Give the product': {
      const infused = entriesOf(step, 'infusion-started').map(({ values }) => String(values.container));
      const given = { 'evidence.containersGiven': lines(infused) };
      return { given, 'partly-given': given };
    }
    case 'Account for every container':
      return { accounted: accounts(state) };
    default:
      return {};
  }
}

const lines = (values: readonly string[]): readonly string[] => [values.join('\n')];

const accounts = (state: JourneyState): FormValues =>
  Object.fromEntries(
    containersToAccount(state).flatMap(({ batch, container }, place) => [
      [`evidence.accounts.${place}.batch`, [batch]],
      [`evidence.accounts.${place}.container`, [container]],
    ]),
  );
