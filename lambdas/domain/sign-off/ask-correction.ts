import { correctEvidence } from '../commands/correct-evidence.ts';
import { correctTime } from '../commands/correct-time.ts';
import type { StatedValue, StepRef } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import type { Scribe } from '../journey/scribe.ts';
import { stepKey } from '../journey/state.ts';
import { type Outcome, refuse } from '../outcome.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import { type Signed, signedFor } from './correctable.ts';
import { type Person, provesTooLittle, signedAs } from './permission.ts';

/** A correction as somebody asks for it who may sign the step, or has signed it. */
export interface AskedCorrection {
  readonly seq: number;
  /** Of the value; without it, when it happened. */
  readonly path?: string | undefined;
  readonly to: StatedValue;
  readonly reason: string;
}

/**
 * Corrects one value on the word of a person who proved who they are by PIN: the same as by command of operations, with the same rules;
 * it is signed again by whoever signs the step.
 */
export function askCorrection(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  ref: StepRef,
  { seq, path, to, reason }: AskedCorrection,
  person: Person,
  readinessAt?: ReadinessAt,
): Outcome<number> {
  const { state } = scribe;
  const step = state.steps[stepKey(ref)];
  const signed = step === undefined ? undefined : signedFor(state, step, person).find((one) => one.seq === seq);
  if (signed === undefined) {
    const message = `Correction: got ${person.id}, expected one who may sign this, or has signed it.`;
    return refuse('forbidden', message, { problem: 'other-role' });
  }
  const weak = provesTooLittle(state, ref.step, { ...person, assurance: 'pin' });
  if (weak !== null) return { ok: false, refusal: weak };
  const asked = { seq, reason, by: actorOf(person, signed), assurance: 'pin', readinessAt } as const;
  if (path !== undefined) return correctEvidence(scribe, events, { ...asked, evidence: { path, to } });
  const occurredAt = { at: String(to), zone: state.site.zone, known: 'stated' } as const;
  return correctTime(scribe, events, { ...asked, occurredAt });
}

/** In a role that signs it; who has lost it acts in the one they signed in. */
function actorOf(person: Person, { by, roles }: Signed): Actor {
  const holds = [...person.roles, ...(person.deputises ?? [])].some((role) => roles.includes(role));
  if (holds || by.kind !== 'person') return signedAs(person, roles);
  return { kind: 'person', id: person.id, role: by.role };
}
