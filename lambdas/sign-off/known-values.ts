import { entriesOf } from '../domain/journey/administration.ts';
import { containersToAccount } from '../domain/journey/containers.ts';
import { donationsToAccount } from '../domain/journey/donation-accounts.ts';
import { certifiedContainers, registeredIdentity } from '../domain/journey/product.ts';
import type { JourneyState, StepState } from '../domain/journey/state.ts';
import { formSchemas } from '../domain/sign-off/evidence-schemas.ts';
import { isOwnReading } from '../domain/sign-off/own-reading.ts';
import type { FormValues, JsonSchema } from '../pages/views.ts';

type Known = Readonly<Record<string, FormValues>>;

/**
 * What the journey knows already and a person only has to check and complete, by `formKey` and form name. Of an identity
 * only who issues it, and in which scheme: its value, and each container it is compared with, everybody who signs for it
 * reads off the label.
 */
export function knownValues(state: JourneyState, step: StepState): Known {
  const identity = registeredIdentity(state);
  const known = knownOfStep(state, step);
  if (identity === undefined) return known;
  const comparing = Object.entries(formSchemas(step.step) as Readonly<Record<string, JsonSchema>>).filter(
    ([, { properties }]) => Object.hasOwn((properties ?? {}) as object, 'chainOfIdentity'),
  );
  const issued: FormValues = {
    'evidence.chainOfIdentity.issuer': [identity.issuer],
    'evidence.chainOfIdentity.scheme': [identity.scheme],
  };
  return {
    ...known,
    ...Object.fromEntries(comparing.map(([form]) => [form, { ...issued, ...besideReading(known[form]) }])),
  };
}

const besideReading = (values: FormValues = {}): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isOwnReading(name)));

function knownOfStep(state: JourneyState, step: StepState): Known {
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
  Object.fromEntries([
    ...containersToAccount(state).flatMap(({ batch, container }, place) => [
      [`evidence.accounts.${place}.batch`, [batch]],
      [`evidence.accounts.${place}.container`, [container]],
    ]),
    ...donationsToAccount(state).map((donation, place) => [
      `evidence.donationAccounts.${place}.donationNumber`,
      [donation],
    ]),
  ]);
