import type { ChainOfIdentity } from '../identifiers/chain-of-identity.ts';
import type { Instant } from '../time.ts';
import { entriesOf } from './administration.ts';
import { collections, decisionsOf } from './collections.ts';
import { type Container, containerAccounts, fatesOf } from './containers.ts';
import { donationAccounts, unusedDonations } from './donation-accounts.ts';
import { donationsOf } from './donations.ts';
import { registeredIdentity, wasGiven } from './product.ts';
import { type Decision, effectiveTime, type JourneyState, reportsOf } from './state.ts';

/** Where a container was put after it was accepted, from the report of its move. */
export interface Move {
  readonly seq: number;
  readonly storageDevice: string;
  readonly storagePosition: string;
}

/** How a container reached the patient. `seq` is the decision by which its administration was signed. */
export interface Administration {
  readonly seq: number;
  readonly round: number;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
}

/** One bag or vial, and what became of it; `open` while that is not known. */
export interface ContainerLine extends Container {
  readonly fate: string;
  readonly moves: readonly Move[];
  readonly administration?: Administration;
  /** The certificate and the witness of what became of a container that was not given. */
  readonly account?: { readonly seq: number; readonly certificate: string; readonly witness: string };
}

export interface BatchLine {
  readonly batch: string;
  /** `seq` of the decision by which its certificate was checked. */
  readonly seq: number;
  readonly certificateReference: string;
  /** Every donation its certificate names: the batch stands under each of them. */
  readonly donationNumbers?: readonly string[];
  readonly expiresOn: string;
  readonly containers: readonly ContainerLine[];
}

/** One collection and all that was made of it, alone or with others; without a number where the product is made without the patient's cells. */
export interface DonationLine {
  readonly donationNumber?: string;
  /** `seq` of the decision by which the collection was recorded. */
  readonly seq?: number;
  readonly batches: readonly BatchLine[];
  /** What became of it, where no certified batch was made of it; `open` while that is not known. */
  readonly fate?: string;
  /** The document that says so, and the witness where there had to be one. */
  readonly account?: { readonly seq: number; readonly certificate: string; readonly witness?: string };
}

/** Everything collected and made for one patient course, and what became of it. */
export interface Genealogy {
  readonly schemaVersion: 1;
  readonly journeyId: string;
  readonly patient?: string;
  readonly chainOfIdentity?: ChainOfIdentity;
  readonly donations: readonly DonationLine[];
}

/** What a container came from, up to the patient; one for each donation of its batch. */
export interface Origin {
  readonly container: ContainerLine;
  readonly batch: BatchLine;
  readonly donation: DonationLine;
}

/** Read forwards: from each donation to its batches, their containers, and the administration or fate of each. */
export function genealogyOf(state: JourneyState): Genealogy {
  const chainOfIdentity = registeredIdentity(state);
  const made = decisionsOf(state, 'Check certificate', 'certified').map((certificate) => ({
    donations: donationsOf(state, certificate),
    line: batchLine(state, certificate),
  }));
  const without = made.filter(({ donations }) => donations.length === 0).map(({ line }) => line);
  return {
    schemaVersion: 1,
    journeyId: state.id,
    ...(state.patient === undefined ? {} : { patient: state.patient }),
    ...(chainOfIdentity === undefined ? {} : { chainOfIdentity }),
    donations: [
      ...(without.length === 0 ? [] : [{ batches: without }]),
      ...collections(state).map(({ seq, evidence }) => {
        const donationNumber = String(evidence.donationNumber);
        const batches = made.filter(({ donations }) => donations.includes(donationNumber)).map(({ line }) => line);
        return { donationNumber, seq, batches, ...fateOfDonation(state, donationNumber) };
      }),
    ],
  };
}

function fateOfDonation(state: JourneyState, donation: string): Pick<DonationLine, 'fate' | 'account'> {
  if (!unusedDonations(state).includes(donation)) return {};
  const found = donationAccounts(state).find(({ donationNumber }) => donationNumber === donation);
  if (found === undefined) return { fate: 'open' };
  const { donationNumber: _known, fate, ...account } = found;
  return { fate, account };
}

/** Read backwards: what the containers of this name came from; of a batch where one is named. */
export const originsOf = (
  { donations }: Genealogy,
  sought: { readonly container: string; readonly batch?: string },
): readonly Origin[] =>
  donations.flatMap((donation) =>
    donation.batches.flatMap((batch) =>
      sought.batch !== undefined && sought.batch !== batch.batch
        ? []
        : batch.containers
            .filter(({ container }) => container === sought.container)
            .map((container) => ({ container, batch, donation })),
    ),
  );

function batchLine(state: JourneyState, { seq, evidence }: Decision): BatchLine {
  const batch = String(evidence.batch);
  return {
    batch,
    seq,
    certificateReference: String(evidence.certificateReference),
    ...(Array.isArray(evidence.donationNumbers) ? { donationNumbers: evidence.donationNumbers.map(String) } : {}),
    expiresOn: String(evidence.expiresOn),
    containers: fatesOf(state)
      .filter((one) => one.batch === batch)
      .map((one) => containerLine(state, one, seq)),
  };
}

function containerLine(
  state: JourneyState,
  { batch, container, fate }: Container & { readonly fate: string },
  certifiedSeq: number,
): ContainerLine {
  const account = containerAccounts(state).find((one) => one.batch === batch && one.container === container);
  const administration = fate === 'given' ? administrationOf(state, container, certifiedSeq) : undefined;
  return {
    batch,
    container,
    fate,
    moves: movesOf(state, container, certifiedSeq),
    ...(administration === undefined ? {} : { administration }),
    ...(account === undefined
      ? {}
      : { account: { seq: account.seq, certificate: account.certificate, witness: account.witness } }),
  };
}

/** Moves are reported by container alone: they are of the batch that was certified when they were. */
function movesOf(state: JourneyState, container: string, certifiedSeq: number): readonly Move[] {
  const next = decisionsOf(state, 'Check certificate', 'certified').find(({ seq }) => seq > certifiedSeq)?.seq;
  return reportsOf(state, 'storage-moved')
    .filter(({ seq }) => seq > certifiedSeq && (next === undefined || seq < next))
    .filter(({ values }) => [values.containers].flat().includes(container))
    .map(({ seq, values }) => ({
      seq,
      storageDevice: String(values.storageDevice),
      storagePosition: String(values.storagePosition),
    }));
}

function administrationOf(state: JourneyState, container: string, certifiedSeq: number): Administration | undefined {
  const step = Object.values(state.steps)
    .filter((one) => one.step === 'Give the product' && wasGiven(one) && (one.decision?.seq ?? 0) > certifiedSeq)
    .find(({ decision }) => [decision?.evidence.containersGiven].flat().includes(container));
  if (step?.decision === undefined) return undefined;
  const timeOf = (item: string): Instant | undefined => {
    const entry = entriesOf(step, item).find(({ values }) => values.container === container);
    return entry === undefined ? undefined : effectiveTime(state, entry).at;
  };
  const startedAt = timeOf('infusion-started');
  const endedAt = timeOf('infusion-ended');
  return {
    seq: step.decision.seq,
    round: step.round,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}
