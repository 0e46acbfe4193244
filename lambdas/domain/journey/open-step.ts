import type { EventData, StepRef } from '../events/data.ts';
import type { ConcernedInFlight } from '../events/site-data.ts';
import { Fault } from '../faults.ts';
import { asForeseen, closedGates } from '../gates/gate.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import { procedureInForce } from '../registers/procedure-in-force.ts';
import type { SiteReadiness } from '../registers/site-readiness.ts';
import type { OnDuty } from '../shifts/on-duty.ts';
import { procedureGates } from '../sign-off/procedure-gate.ts';
import { asksOnDuty, dutyGatesIn, registerGatesIn, stepAsksRegisters } from '../sign-off/registers-asked.ts';
import { steps } from '../steps/index.ts';
import { type Procedure, procedureOf, type SiteProcedures } from '../steps/procedure.ts';
import { advance } from './advance.ts';
import { answerFromLog } from './answer-from-log.ts';
import { decided, type Envelope, superseded } from './envelope.ts';
import { type Scribe, system } from './scribe.ts';
import { settle } from './settle.ts';
import { policyOf } from './site-policy.ts';
import { standingOf } from './standing.ts';
import { type JourneyState, stepKey } from './state.ts';

export interface OpenStep extends StepRef {
  readonly run: number;
  readonly machine: { readonly name: string; readonly revision: string };
  /** As sites have configured them; what the register of documents has in force goes before. */
  readonly procedures?: readonly SiteProcedures[] | undefined;
  /** How the registers of the site stand, where the step asks them. */
  readonly readiness?: SiteReadiness | undefined;
  /** Who is on site on the day of treatment as planned, where the step asks that. */
  readonly onDuty?: OnDuty | undefined;
  /** Journeys in flight that a change concerns, where the step lists them. */
  readonly concerned?: ConcernedInFlight | undefined;
}

/**
 * Whether a step that opens reads how the registers of its site stand: a gate of it asks them, or it may have a procedure beside it. That
 * is where the site has configured one, requires the register of documents, or has shown one in this journey before. Opened anew by
 * another run it is written nowhere, and reads nothing.
 */
export const opensByRegisters = (
  state: JourneyState,
  ref: StepRef,
  configured: readonly SiteProcedures[] = [],
): boolean =>
  state.steps[stepKey(ref)] === undefined &&
  (stepAsksRegisters(ref.step) ||
    asksOnDuty(ref.step, state) ||
    procedureOf(configured, state.site.id, ref) !== undefined ||
    policyOf(state).registers?.required?.includes('documents') === true ||
    Object.values(state.steps).some(({ procedure }) => procedure !== undefined));

/**
 * Opens a step for a state machine that waits with a callback. Reads the log first: a step already decided, withdrawn or
 * outrun answers at once and without mail. Opening an open step again (a retry, a new run) writes nothing.
 */
export function openStep(scribe: Scribe, request: OpenStep): Envelope | undefined {
  const { state } = scribe;
  if (request.run > state.run) {
    throw new Fault(
      `Step ${stepKey(request)}: got run ${request.run}, expected at most ${state.run}: the run was never started`,
    );
  }
  const answer = answerFromLog(state, request);
  if (answer !== undefined) return answer;
  const key = stepKey(request);
  if (state.steps[key] !== undefined) return undefined;
  const standing = standingOf(state, request);
  if (
    steps[request.step].phase !== request.phase ||
    !('waitsFor' in standing) ||
    !standing.waitsFor.includes(request.step)
  ) {
    throw new Fault(
      `Step ${key}: the state machine opened it, but the log does not wait for it: the definition and the flow differ`,
    );
  }
  const { phase, round, step, run, machine, concerned } = request;
  const because = steps[step].notNeeded?.({ state, protocol: scribe.context.protocol, now: scribe.context.now, round });
  if (because !== undefined) {
    scribe.write('step.skipped', { phase, round, step, because }, system('pathway'));
    advance(scribe);
    settle(scribe);
    return decided(NOT_NEEDED);
  }
  const { notBefore } = state.phases.find((record) => record.phase === phase && record.round === round) ?? {};
  const procedure = procedureBeside(scribe, request);
  scribe.write(
    'step.opened',
    {
      phase,
      round,
      step,
      run,
      machine,
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(procedure === undefined ? {} : { procedure }),
      ...closedAlready(scribe, request, procedure),
      ...(concerned === undefined ? {} : { concerned }),
    },
    system('pathway'),
  );
  settle(scribe);
  return undefined;
}

function procedureBeside({ state, context: { now } }: Scribe, request: OpenStep): Procedure | undefined {
  const { id, zone } = state.site;
  const { readiness, procedures: configured = [] } = request;
  const asked = { at: now, zone, mirrorAge: policyOf(state).registers?.mirrorAge };
  return procedureInForce({ readiness, configured, site: id, of: request, asked });
}

/** What the registers close already, so that whoever is asked can see to it before they sign. */
function closedAlready(
  { state, context: { protocol, now } }: Scribe,
  { step, readiness, onDuty }: OpenStep,
  procedure: Procedure | undefined,
): Pick<EventData<'step.opened'>, 'closedGates' | 'readiness'> {
  const isKept = readiness !== undefined && readiness.version > 0;
  const gates = [
    ...(isKept ? [...registerGatesIn(step), ...procedureGates({ procedure, openedAt: now })] : []),
    ...(onDuty === undefined ? [] : dutyGatesIn(step)),
  ].map(asForeseen);
  if (gates.length === 0) return {};
  const closed = closedGates(gates, { state, protocol, now, evidence: {}, readiness, onDuty });
  return {
    ...(isKept ? { readiness: { version: readiness.version } } : {}),
    ...(closed.length === 0 ? {} : { closedGates: closed.map(({ gate, reason }) => ({ gate, reason })) }),
  };
}

/** The timeout net of a step was reached: its execution is replaced, and a person is told. Never a verdict. */
export function stepLapsed(scribe: Scribe, asked: StepRef & { readonly run: number }): Envelope {
  const answer = answerFromLog(scribe.state, asked);
  if (answer !== undefined) return answer;
  scribe.write(
    'run.started',
    { run: scribe.state.run + 1, reason: 'timeout', why: `${asked.step} waited longer than an execution may live` },
    system('pathway'),
  );
  return superseded;
}
