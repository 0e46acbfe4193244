import type { StepName } from '../vocabulary.ts';
import { entriesOf } from './administration.ts';
import { type JourneyState, type StepState, stepsNamed } from './state.ts';

/** One bag or vial of a batch. */
export interface Container {
  readonly batch: string;
  readonly container: string;
}

const decided = (state: JourneyState, name: StepName): readonly StepState[] =>
  stepsNamed(state, name).filter(({ decision }) => decision !== undefined);

/** Every container that was ever certified for this course, batch by batch. */
export const certifiedEver = (state: JourneyState): readonly Container[] =>
  decided(state, 'Check certificate').flatMap(({ decision }) =>
    decision?.decision === 'certified'
      ? (decision.evidence.containers as readonly unknown[]).map((container) => ({
          batch: String(decision.evidence.batch),
          container: String(container),
        }))
      : [],
  );

/** The containers that reached the patient, wholly or in part: those whose infusion began, whatever is signed later. */
export const givenContainers = (state: JourneyState): readonly Container[] =>
  stepsNamed(state, 'Give the product')
    .flatMap((step) => entriesOf(step, 'infusion-started'))
    .flatMap(({ seq, values }) => certifiedAs(state, String(values.container), batchAt(state, seq)));

/** A container by its name: of this batch, else of the newest that holds it; none where it was never of this course. */
function certifiedAs(state: JourneyState, container: string, batch: string | undefined): readonly Container[] {
  const known = certifiedEver(state).filter((one) => one.container === container);
  const found = known.find((one) => one.batch === batch) ?? known.at(-1);
  return found === undefined ? [] : [found];
}

/** The batch that was the newest when this event was written. */
export const batchAt = (state: JourneyState, seq: number): string | undefined =>
  decided(state, 'Check certificate')
    .flatMap(({ decision }) =>
      decision?.decision === 'certified' && decision.seq < seq
        ? [[decision.seq, String(decision.evidence.batch)] as const]
        : [],
    )
    .toSorted(([one], [other]) => other - one)[0]?.[1];

/** What became of a container that was not given, as accounted for; `seq` is the decision that says so. */
export interface Account extends Container {
  readonly seq: number;
  readonly fate: string;
  readonly certificate: string;
  readonly witness: string;
}

export const containerAccounts = (state: JourneyState): readonly Account[] =>
  decided(state, 'Account for every container').flatMap(({ decision }) =>
    Array.isArray(decision?.evidence.accounts)
      ? (decision.evidence.accounts as readonly Record<string, unknown>[]).map(
          ({ batch, container, fate, certificate, witness }) => ({
            seq: decision.seq,
            batch: String(batch),
            container: String(container),
            fate: String(fate),
            certificate: String(certificate),
            witness: String(witness),
          }),
        )
      : [],
  );

const same = (one: Container) => (other: Container) => one.batch === other.batch && one.container === other.container;

/** Certified containers that were neither given nor accounted for otherwise. The course is not over while there are any. */
export function containersToAccount(state: JourneyState): readonly Container[] {
  const settled = [...givenContainers(state), ...containerAccounts(state)];
  return certifiedEver(state).filter((container) => !settled.some(same(container)));
}

/** What became of each container that was ever certified; `open` where that is not known yet. */
export function fatesOf(state: JourneyState): readonly (Container & { readonly fate: string })[] {
  const given = givenContainers(state);
  const accounts = containerAccounts(state);
  return certifiedEver(state).map((container) => ({
    ...container,
    fate: given.some(same(container)) ? 'given' : (accounts.find(same(container))?.fate ?? 'open'),
  }));
}
