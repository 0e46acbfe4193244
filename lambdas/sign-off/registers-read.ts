import { isOfRegisters } from '../domain/commands/gates-as-corrected.ts';
import type { GateContext } from '../domain/gates/gate.ts';
import { coverAskedAt } from '../domain/gates/shift-covered.ts';
import type { ReadRegisters, StoredJourney } from '../domain/ports.ts';
import { type ReadinessAt, readinessAsOf } from '../domain/registers/as-of.ts';
import type { OnDuty } from '../domain/shifts/on-duty.ts';
import type { Person } from '../domain/sign-off/permission.ts';
import {
  asksOnDuty,
  type ReadinessRead,
  registerGatesOf,
  stepAsksRegisters,
} from '../domain/sign-off/registers-asked.ts';
import type { Submission } from '../domain/sign-off/submission.ts';
import { asksTraining } from '../domain/sign-off/training-asked.ts';
import type { LinkDeps, OpenedStep } from './opened-step.ts';

type RegistersDeps = Pick<LinkDeps, 'registers'>;
type ReadingDeps = Pick<LinkDeps, 'registers' | 'staff' | 'now'>;

/**
 * How the registers of the site stand for what is signed; undefined where no gate asks one, as for most. One request; where it is told
 * later than it was done, and a register changed since, they are read as of that time too. With who is on site, where the step asks it.
 */
export async function readinessOf(
  deps: ReadingDeps,
  opened: OpenedStep,
  submission: Submission,
): Promise<ReadinessRead | undefined> {
  const { step, stored } = opened;
  const { site } = stored.state;
  const asksDuty = asksOnDuty(step.step, stored.state);
  if (!asksDuty && registerGatesOf(step, submission).length === 0) return undefined;
  const read = await readFor(deps.registers, site.id, submission);
  return asksDuty ? { ...read, onDuty: await onDutyFor(deps, opened, submission) } : read;
}

/** Who is on site at every time that what is signed can be asked about. */
function onDutyFor(
  { staff, now }: Pick<LinkDeps, 'staff' | 'now'>,
  { stored: { state }, protocol }: OpenedStep,
  { evidence, occurredAt }: Pick<Submission, 'evidence' | 'occurredAt'>,
): Promise<OnDuty> {
  const at = now();
  const contexts = [at, occurredAt ?? at].flatMap((asked) =>
    [evidence, {}].map((stated) => ({ state, protocol, now: asked, evidence: stated })),
  );
  return staff.onDuty(state.site.id, [...new Set(contexts.map(coverAskedAt))]);
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
export async function readinessOfStep(
  deps: ReadingDeps,
  opened: OpenedStep,
  reader: Pick<Person, 'competence'>,
): Promise<Pick<GateContext, 'readiness' | 'onDuty'>> {
  const { step, stored } = opened;
  const asksDuty = asksOnDuty(step.step, stored.state);
  const asks =
    asksDuty ||
    stepAsksRegisters(step.step) ||
    step.procedure !== undefined ||
    asksTraining(step.step, { decision: '', evidence: {} }, reader);
  return {
    readiness: asks ? await deps.registers.readiness(stored.state.site.id) : undefined,
    onDuty: asksDuty ? await onDutyFor(deps, opened, { evidence: {} }) : undefined,
  };
}

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
