import type { Identifiers } from '../events/identifiers.ts';
import type { UnsealedEvent } from '../events/journey-event.ts';
import { certifiedEver } from './containers.ts';
import { currentDonations, donationsOfBatch } from './donations.ts';
import { certifiedBatch, certifiedContainers, registeredIdentity } from './product.ts';
import type { JourneyState } from './state.ts';

/**
 * The identifiers an event carries, from the journey as it is with this event: what it registers itself is among them.
 * Undefined before anything was ordered.
 */
export function identifiersOf(state: JourneyState, event: UnsealedEvent): Identifiers | undefined {
  const chainOfIdentity = registeredIdentity(state);
  const said = saidBy(event);
  const named = [
    ...new Set([said.container, said.containers, said.containersGiven, listedIn(said.accounts, 'container')].flat()),
  ].filter((one) => typeof one === 'string');
  const unused = listedIn(said.donationAccounts, 'donationNumber').map(String);
  // Donations that no batch was made of are of no batch and in no container.
  const isOfDonations = unused.length > 0 && named.length === 0;
  const batch = isOfDonations ? undefined : batchOf(state, said, named);
  const ofBatch = batch === undefined ? [] : donationsOfBatch(state, batch);
  const made = ofBatch.length === 0 && !isOfDonations ? currentDonations(state) : ofBatch;
  const donations = [...new Set([...made, ...unused])];
  // An event that names no container is about all of them.
  const containers = named.length === 0 && !isOfDonations ? certifiedContainers(state) : named;
  const known: Identifiers = {
    ...(chainOfIdentity === undefined ? {} : { chainOfIdentity }),
    ...knownDonations(donations),
    ...(batch === undefined ? {} : { batch }),
    ...(containers.length === 0 ? {} : { containers: [...containers] }),
  };
  return Object.keys(known).length === 0 ? undefined : known;
}

const knownDonations = ([donationNumber, ...more]: readonly string[]): Identifiers => {
  if (donationNumber === undefined) return {};
  return more.length === 0 ? { donationNumber } : { donationNumbers: [donationNumber, ...more] };
};

type Said = Readonly<Record<string, unknown>>;

/** What a person gave with the event. */
function saidBy({ type, data }: UnsealedEvent): Said {
  if (type === 'step.decided') return data.evidence;
  return type === 'checklist.recorded' || type === 'report.made' ? data.values : {};
}

/** One value of each line of an account of containers or donations. */
const listedIn = (accounts: unknown, key: 'batch' | 'container' | 'donationNumber'): readonly unknown[] =>
  Array.isArray(accounts) ? accounts.map((line: Said) => line[key]) : [];

/**
 * The batch a person named, else that of the containers named, else the newest. None where there are several, and none
 * for containers that no certificate names: which batch they are of is not known.
 */
function batchOf(state: JourneyState, said: Said, named: readonly string[]): string | undefined {
  const newest = certifiedBatch(state);
  const batches = new Set([said.batch, ...listedIn(said.accounts, 'batch')].filter((one) => typeof one === 'string'));
  if (batches.size === 0) {
    if (named.length === 0) return newest;
    const certified = certifiedEver(state);
    for (const container of named) {
      const of = certified.filter((one) => one.container === container).map(({ batch }) => batch);
      // A maker can number the containers of every batch alike.
      const batch = newest !== undefined && of.includes(newest) ? newest : of.at(-1);
      if (batch === undefined) return undefined;
      batches.add(batch);
    }
  }
  const [batch] = batches;
  return batches.size === 1 ? batch : undefined;
}
