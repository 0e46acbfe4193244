import { isOfRegisters } from '../domain/commands/gates-as-corrected.ts';
import type { ReadRegisters, StoredJourney } from '../domain/ports.ts';
import { type ReadinessAt, readinessAsOf } from '../domain/registers/as-of.ts';
import type { SiteReadiness } from '../domain/registers/site-readiness.ts';
import type { Person } from '../domain/sign-off/permission.ts';
import { type ReadinessRead, registerGatesOf, stepAsksRegisters } from '../domain/sign-off/registers-asked.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import { asksTraining } from '../domain/sign-off/training-asked.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';

type RegistersDeps = Pick<LinkDeps, 'registers'>;

/**
 * How the registers of the site stand for what is signed; undefined where no gate asks one, as for most. One request; where it is told
 * later than it was done, and a register changed since, they are read as of that time too.
 */
export async function readinessOf(
  { registers }: RegistersDeps,
  { step, stored: { state } }: OpenedStep,
  submission: Submission,
): Promise<ReadinessRead | undefined> {
  return registerGatesOf(step, submission).length === 0 ? undefined : readFor(registers, state.site.id, submission);
}

/** The same once it is known who does it, where only their training asks a register; undefined where it asks none, as for most. */
export const readinessOfTraining = async (
  { registers }: RegistersDeps,
  { step, stored: { state } }: OpenedStep,
  submission: Submission,
  doer: Person | undefined,
): Promise<ReadinessRead | undefined> =>
  asksTraining(step.step, submission, doer) ? readFor(registers, state.site.id, submission) : undefined;

async function readFor(
  registers: RegistersDeps['registers'],
  site: string,
  { occurredAt }: Submission,
): Promise<ReadinessRead> {
  const now = await registers.readiness(site);
  return occurredAt === undefined || occurredAt >= now.at
    ? { now }
    : { now, earlier: readinessAsOf(site, await registers.records(site), occurredAt) };
}

/** The same for the page of a step. */
export const readinessOfStep = async (
  { registers }: RegistersDeps,
  { step, stored: { state } }: OpenedStep,
  reader: Pick<Person, 'competence'>,
): Promise<SiteReadiness | undefined> =>
  stepAsksRegisters(step.step) ||
  step.procedure !== undefined ||
  asksTraining(step.step, { decision: '', evidence: {} }, reader)
    ? registers.readiness(state.site.id)
    : undefined;

/** The same of what was signed and is corrected: every version, of which any instant is told; undefined where it asked no register. */
export async function readinessThenOf(
  { registers }: { readonly registers: Pick<ReadRegisters, 'records'> },
  journey: Pick<StoredJourney, 'state' | 'events'>,
  seq: number,
): Promise<ReadinessAt | undefined> {
  if (!isOfRegisters(journey, seq)) return undefined;
  const { id } = journey.state.site;
  const records = await registers.records(id);
  return (at) => readinessAsOf(id, records, at);
}
