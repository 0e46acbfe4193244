import type { Scribe } from '../journey/scribe.ts';
import { settle } from '../journey/settle.ts';
import type { Acknowledgement, StepState, ToldRung } from '../journey/state.ts';
import { type Outcome, ok, refuse } from '../outcome.ts';
import { ACKNOWLEDGE_MEANING } from '../steps/meanings.ts';
import { changedSince, parseEvidence, type Submitted } from './checks.ts';
import { acknowledgementEvidence } from './evidence-schemas.ts';
import { actingFor } from './on-behalf.ts';
import { mayNotAcknowledge, provenBy, type Signer, signedAs, whoAcknowledges } from './permission.ts';
import type { Recorded } from './record-sign-off.ts';
import { ACKNOWLEDGE } from './submission.ts';

/**
 * Records that a person read an urgent notice and acts on it. Stops its escalation and decides nothing; the same person
 * acknowledging the same rung again gets the same answer.
 */
export function recordAcknowledgement(
  scribe: Scribe,
  step: StepState,
  submission: Submitted,
  signer: Signer,
): Outcome<Recorded> {
  const acting = actingFor(scribe.state, step, signer, { ...submission, at: scribe.context.now });
  if (!acting.ok) return acting;
  const permission = mayNotAcknowledge(scribe.state, step, acting.value);
  if (permission !== null) return { ok: false, refusal: permission };
  const given = parseEvidence(acknowledgementEvidence(), submission.evidence, scribe);
  if (!given.ok) return given;
  const before = earlier(step, given.value.rung, signer);
  if (before !== undefined) return ok(recorded(scribe, step, before));
  const told = toldAs(step, given.value.rung);
  if (!told.ok) return told;
  if (step.status !== 'open')
    return refuse('conflict', `This step is ${step.status}: nothing waits to be acknowledged.`);
  const stale = changedSince(scribe, step, submission);
  if (stale !== null) return { ok: false, refusal: stale };
  const { phase, round, step: name } = step;
  scribe.write(
    'notice.acknowledged',
    {
      phase,
      round,
      step: name,
      rung: told.value.rung,
      contentHash: submission.contentHash,
      meaning: ACKNOWLEDGE_MEANING,
      ...provenBy(signer),
    },
    signedAs(acting.value, whoAcknowledges(scribe.state, step)),
  );
  const written = scribe.state.steps[step.key]?.acknowledgements.at(-1);
  if (written === undefined) throw new Error(`Step ${step.key}: expected an acknowledgement just written`);
  settle(scribe);
  return ok(recorded(scribe, step, written));
}

/** What this person said before; a rung that was told anew since, after an extension, wants a new word. */
function earlier({ told, acknowledgements }: StepState, rung: unknown, { id }: Signer): Acknowledgement | undefined {
  const since = told.findLast((one) => one.rung === rung)?.seq ?? 0;
  return acknowledgements.find((one) => one.rung === rung && one.by.id === id && one.seq > since);
}

/** An urgent rung that was told by mail. What was sent is not repeated: it can be anything. */
function toldAs({ told }: StepState, rung: unknown): Outcome<ToldRung> {
  const urgent = told.filter(({ class: mailClass, silent }) => mailClass === 'critical' && !silent);
  const found = urgent.find((one) => one.rung === rung);
  const known = urgent.map((one) => one.rung).join(', ');
  return found === undefined
    ? refuse('invalid', `Evidence: rung: expected an urgent notice of this step (${known || 'there is none'})`, {
        problem: 'nothing-to-acknowledge',
      })
    : ok(found);
}

const recorded = ({ state }: Scribe, { step }: StepState, { by, at, seq }: Acknowledgement): Recorded => ({
  journeyId: state.id,
  step,
  decision: ACKNOWLEDGE,
  by: by.id,
  at,
  seq,
});
