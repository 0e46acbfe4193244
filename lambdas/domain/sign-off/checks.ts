import type * as z from 'zod';
import type { StepRef } from '../events/data.ts';
import type { EnteredField } from '../events/entered-field.ts';
import type { Actor } from '../events/envelope.ts';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { closedGates, type Gate, type GateContext } from '../gates/gate.ts';
import { contentHash, contentOf } from '../journey/content.ts';
import type { Scribe } from '../journey/scribe.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import type { DecisionDefinition } from '../steps/step.ts';
import type { Instant, Occurrence } from '../time.ts';
import type { Person } from './permission.ts';
import type { ReadinessRead } from './registers-asked.ts';
import type { Submission } from './submission.ts';
import { yetToCome } from './yet-to-come.ts';

/** A submission, and whether its nonce was made for this version of the step within the last minutes. */
export interface Submitted extends Submission {
  readonly nonceFits: (version: number) => boolean;
  /** Who did what is entered from paper; missing where nobody has the id that was given. */
  readonly performer?: Person | undefined;
  /** What of it others filled in before. */
  readonly entered?: readonly EnteredField[];
  /** Who handed over what is signed on their behalf; missing where nobody has the id that was given. */
  readonly delegator?: Person | undefined;
  /** Whom the evidence of a report names; missing where nobody has the id that was given. */
  readonly named?: Person | undefined;
  /** User id of whom the step was given to, where they are away or have left: then it is the team's again. */
  readonly assigneeAway?: string | undefined;
  /** Read where a gate of it asks a register. */
  readonly readiness?: ReadinessRead | undefined;
  /** Nobody proved yet who signs: which person may is asked when they have. */
  readonly isOfAnybody?: true;
}

/** The same as an event holds it. */
export const enteredIn = ({ entered = [] }: Submitted): { readonly entered?: EnteredField[] } =>
  entered.length === 0 ? {} : { entered: [...entered] };

/** All gates of a decision: those of every authorisation, and its own. */
export const gatesOf = ({ kind, gates }: DecisionDefinition): readonly Gate[] =>
  kind === 'authorise' ? [...everyAuthorisation, ...gates] : gates;

/**
 * What a signature is judged by: the journey now and, as of when it was done, the registers then. What was decided on paper was
 * decided then, whatever time has closed since; a second person compares the time.
 */
export function askedNowAndThen(
  context: GateContext,
  { at, known }: Occurrence,
  readiness?: ReadinessRead,
): readonly GateContext[] {
  const then = { ...context, now: at, readiness: readiness?.earlier ?? context.readiness };
  if (known === 'transcribed') return [then];
  return at === context.now ? [context] : [context, then];
}

/** The gates that do not let it through, closed now or closed then; each once. */
export function closedNowOrThen(
  gates: readonly Gate[],
  contexts: readonly GateContext[],
): ReturnType<typeof closedGates> {
  const [first = [], ...rest] = contexts.map((context) => closedGates(gates, context));
  return [...first, ...rest.flat().filter(({ gate }) => first.every((other) => other.gate !== gate))];
}

/** Why gates do not let through what was signed, each with a reason a person can act on. */
export const closedBy = (gates: ReturnType<typeof closedGates>) =>
  refuse('forbidden', gates.map(({ reason }) => reason).join(' '), { gates });

export function changedSince({ state, context }: Scribe, step: StepState, submission: Submitted): Refusal | null {
  const expected = contentHash(contentOf(state, step, context.protocol));
  return submission.contentHash === expected && submission.nonceFits(step.version)
    ? null
    : { code: 'changed', message: 'What was shown has changed. Load the step again and read it before signing.' };
}

export const contextOf = ({ state, context }: Scribe) => ({ state, protocol: context.protocol, now: context.now });

/** Parses evidence by its schema, as it can be stated at that moment; every problem is named with its path. What was typed is not repeated. */
export function parseEvidence(
  schema: z.ZodObject,
  given: unknown,
  {
    state,
    context: { now },
  }: { readonly state: Pick<JourneyState, 'site'>; readonly context: { readonly now: Instant } },
): Outcome<Readonly<Record<string, unknown>>> {
  const parsed = schema.safeParse(given);
  const early = parsed.success ? yetToCome(schema, parsed.data, { now, zone: state.site.zone }) : [];
  if (parsed.success && early.length === 0) return ok(parsed.data);
  const problems = parsed.success
    ? early.map((path) => ({
        path: `evidence.${path}`,
        code: 'in-the-future',
        message: `expected not later than ${now}`,
      }))
    : parsed.error.issues.map(({ code, path, message }) => ({ path: ['evidence', ...path].join('.'), code, message }));
  return refuse('invalid', `Evidence: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {
    problems,
  });
}

/** When it happened: as stated, never in the future; else now. */
export function occurrenceOf({ state, context }: Scribe, { occurredAt, paper }: Submission): Outcome<Occurrence> {
  if (occurredAt === undefined) return ok({ at: context.now, zone: state.site.zone, known: 'system' });
  return occurredAt > context.now
    ? refuse('invalid', `Time: got ${occurredAt}, expected not later than now (${context.now})`, {
        path: 'occurredAt',
        problem: 'in-the-future',
      })
    : occurredAt < state.order.orderedAt
      ? refuse('invalid', `Time: got ${occurredAt}, expected not before the order (${state.order.orderedAt})`, {
          path: 'occurredAt',
          problem: 'before-the-order',
        })
      : ok({ at: occurredAt, zone: state.site.zone, known: paper === undefined ? 'stated' : 'transcribed' });
}

/** Gates of which a deviation has a name of its own. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  'not-held': 'recorded-while-held',
  'container-prescribed': 'wrong-container',
  'sound-after-thaw': 'defect-after-thaw',
  'before-death': 'after-death',
};

/** The kind of deviation by which it is known that something was done against a gate. */
export const deviationAgainst = (gate: string): string => DEVIATIONS[gate] ?? `against-${gate}`;

/** What was done although a gate was closed is recorded, and opens a critical deviation for each (design 2.7); true when there was one. */
export function reportDeviations(
  scribe: Scribe,
  ref: StepRef,
  gates: readonly Gate[],
  context: Pick<GateContext, 'evidence' | 'state' | 'readiness'> & { readonly at: string },
  by: Actor,
): boolean {
  const against = closedGates(gates, { ...contextOf(scribe), ...context, now: context.at });
  for (const { gate, reason } of against) {
    scribe.write('deviation.opened', { kind: deviationAgainst(gate), class: 'critical', ...ref, detail: reason }, by);
  }
  return against.length > 0;
}
