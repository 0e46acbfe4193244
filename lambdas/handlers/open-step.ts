import * as z from 'zod';
import { dynamoReadiness } from '../adapters/dynamo-readiness.ts';
import type { TableAccess } from '../adapters/items.ts';
import type { StepRef } from '../domain/events/data.ts';
import type { ConcernedInFlight } from '../domain/events/site-data.ts';
import { Fault } from '../domain/faults.ts';
import { coverAskedAt } from '../domain/gates/shift-covered.ts';
import { changeJourney, type JourneyDeps } from '../domain/journey/change-journey.ts';
import { openStep, opensByRegisters, stepLapsed } from '../domain/journey/open-step.ts';
import { type JourneyState, stepKey } from '../domain/journey/state.ts';
import { lazily } from '../domain/lazily.ts';
import { ok } from '../domain/outcome.ts';
import { stepLapse, stepRequest } from '../domain/payloads.ts';
import { listsJourneys } from '../domain/quality/lists-journeys.ts';
import type { OnDuty } from '../domain/shifts/on-duty.ts';
import { asksOnDuty } from '../domain/sign-off/registers-asked.ts';
import type { Instant } from '../domain/time.ts';
import { commonEnvironment, environment, procedures } from '../middleware/environment.ts';
import { journeyDeps } from '../middleware/journey-deps.ts';
import { describe, log } from '../middleware/log.ts';
import { coldStart, dynamodbClient, type Runtime } from '../middleware/runtime.ts';
import { taskHandler } from '../middleware/task-handler.ts';
import { isTransient } from '../middleware/transient.ts';

const schema = lazily(
  () => ({ ...commonEnvironment, PROCEDURES: procedures(), IDENTITIES_TABLE: z.string().min(1) }) as const,
);

/** Opens a step and keeps the callback token; what the log has decided already is answered at once, without mail. */
export const create = (runtime: Runtime<'dynamodb'>) => {
  const env = environment(runtime, schema());
  const deps = journeyDeps(runtime, env);
  const registers = dynamoReadiness({ client: runtime.clients.dynamodb, table: env.JOURNEYS_TABLE });
  const people = { client: runtime.clients.dynamodb, table: env.IDENTITIES_TABLE };
  return taskHandler(deps.clock, z.union([stepRequest(), stepLapse()]), async (input) => {
    const { phase, round, step, run, journeyId } = input;
    const ref = { phase, round, step };
    const outcome = await changeJourney(deps, journeyId, async (scribe, { state }) => {
      if ('lapsed' in input) return ok({ value: stepLapsed(scribe, { ...ref, run }) });
      const asks = opensByRegisters(state, ref, env.PROCEDURES);
      const readiness = asks ? await registers.readiness(state.site.id) : undefined;
      const asked = { state, protocol: scribe.context.protocol, now: deps.now(), evidence: {} };
      const onDuty =
        asks && asksOnDuty(step, state) ? await onDutyAt(people, state.site.id, coverAskedAt(asked)) : undefined;
      const { machine } = input;
      const concerned = await concernedBy(deps, state, ref);
      const standing = { procedures: env.PROCEDURES, readiness, onDuty, concerned };
      const envelope = openStep(scribe, { ...ref, run, machine, ...standing });
      return envelope === undefined
        ? ok({
            value: undefined,
            bindings: (before) => ({ ...before, [stepKey(ref)]: { ref, run, token: input.token } }),
          })
        : ok({ value: envelope, effects: [{ kind: 'answer', token: input.token, envelope, askedAgain: true }] });
    });
    if (!outcome.ok) throw new Fault(`Step ${stepKey(ref)} of ${journeyId}: ${outcome.refusal.message}`);
    return outcome.value ?? null;
  });
};

/** Few steps ask for it: those before the day of treatment. */
async function onDutyAt(people: TableAccess, site: string, at: Instant): Promise<OnDuty> {
  const { dynamoStaffDirectory } = await import('../adapters/dynamo-staff-directory.ts');
  return dynamoStaffDirectory(people).onDuty(site, [at]);
}

/** Journeys of the site are read for the steps that list them alone, and only when one is asked for the first time. */
async function concernedBy(
  deps: JourneyDeps,
  state: JourneyState,
  ref: StepRef,
): Promise<ConcernedInFlight | undefined> {
  if (!listsJourneys(state, ref.step) || state.steps[stepKey(ref)] !== undefined) return undefined;
  const [{ openJourneys }, { concernedInFlight }] = await Promise.all([
    import('../domain/journey/open-journeys.ts'),
    import('../domain/quality/concerned-in-flight.ts'),
  ]);
  const states: JourneyState[] = [];
  const unreadable: string[] = [];
  for (const { journeyId } of await openJourneys(deps, state.site.id)) {
    try {
      const stored = await deps.store.load(journeyId);
      if (stored !== undefined) states.push(stored.state);
    } catch (error) {
      // One that cannot be read would keep every change of the site from being assessed.
      if (isTransient(error)) throw error;
      log('error', 'journey not read', { journeyId, ...describe(error) });
      unreadable.push(journeyId);
    }
  }
  return concernedInFlight(state, states, unreadable);
}

export const handler = coldStart(create, { dynamodb: dynamodbClient });
