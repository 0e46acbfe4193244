import type { Paper } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { Scribe } from '../journey/scribe.ts';
import type { StepState } from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import { ENTERED_FROM_PAPER } from '../steps/meanings.ts';
import type { Role, StepName } from '../vocabulary.ts';
import type { Submitted } from './checks.ts';
import { actingFor } from './on-behalf.ts';
import { type Person, type Signer, signedAs } from './permission.ts';

/** Whose act is recorded, and by whom. Without paper both are the signer. */
export interface Attribution {
  /** Who did it, in their own right or in another's place: their roles, their site and whether they are a second person decide. */
  readonly person: Person;
  /** Everybody who must be allowed to: who did it, and who enters it from paper, because they act before anybody compares. */
  readonly people: readonly Person[];
  /** Who signs the record, when one of these roles was asked. */
  by(asked: readonly Role[]): Actor;
  /** What the signature means: of an entry from paper, that it was entered as it stands there. */
  meaning(own: string): string;
  /** What the event says beside that, of an entry from paper. */
  paper(asked: readonly Role[]): { readonly paper?: Paper };
}

/** These follow at once, or are themselves the comparison: nothing of them is waiting on paper. */
const NEVER_FROM_PAPER: readonly StepName[] = ['Compare with the paper record', 'Close the course'];

export const mayBeOnPaper = (step: StepName): boolean => !NEVER_FROM_PAPER.includes(step);

/** Who did it and who signs. Refused when paper is named without a time, or for a person nobody knows. */
export function attributionOf(
  { state, context }: Scribe,
  step: StepState,
  submission: Submitted,
  signer: Signer,
): Outcome<Attribution> {
  const { paper, performer, onBehalfOf, delegator } = submission;
  if (paper === undefined) {
    const acting = actingFor(state, step, signer, { onBehalfOf, delegator, at: context.now });
    if (!acting.ok) return acting;
    const person = acting.value;
    return ok({
      person,
      people: [person],
      by: (asked) => signedAs(person, asked),
      meaning: (own) => own,
      paper: () => ({}),
    });
  }
  const refusal = cannotBeEntered(step, submission);
  if (refusal !== null) return { ok: false, refusal };
  if (performer === undefined) {
    const detail = { path: 'paper.doneBy', problem: 'not-on-the-register' };
    return refuse('invalid', 'Paper: doneBy: expected the user id of a member of staff, got one nobody has', detail);
  }
  // What was handed over when it was done counts, whatever became of that since.
  const acting = actingFor(state, step, performer, {
    onBehalfOf,
    delegator,
    at: submission.occurredAt ?? context.now,
    isOnPaper: true,
  });
  if (!acting.ok) return acting;
  const person = acting.value;
  const enters = enteringPerson({ state, context }, step, submission, signer);
  if (!enters.ok) return enters;
  const entering = enters.value;
  return ok({
    person,
    people: [person, entering],
    by: (asked) => signedAs(entering, asked),
    meaning: () => ENTERED_FROM_PAPER,
    paper: (asked) => {
      const { kind: _kind, ...doneBy } = signedAs(person, asked);
      return {
        paper: {
          doneBy,
          reference: paper.reference,
          ...(paper.sha256 === undefined ? {} : { sha256: paper.sha256 }),
          ...(paper.scan === undefined ? {} : { scan: paper.scan }),
        },
      };
    },
  });
}

/**
 * Who signs the record, by what they may now. Nobody else has seen their own paper yet: what they did in somebody's place that they
 * no longer stand in, another person enters.
 */
function enteringPerson(
  { state, context }: Pick<Scribe, 'state' | 'context'>,
  step: StepState,
  { performer, onBehalfOf, delegator }: Submitted,
  signer: Signer,
): Outcome<Person> {
  if (performer?.id !== signer.id) return ok(signer);
  const now = actingFor(state, step, signer, { onBehalfOf, delegator, at: context.now });
  if (now.ok) return now;
  const message = `Paper: got ${signer.id} for ${String(onBehalfOf)}, whose step is theirs no longer; expected another person to enter it.`;
  return refuse('forbidden', message, { problem: 'delegation-over' });
}

function cannotBeEntered({ step }: StepState, { occurredAt, paper }: Submitted): Refusal | null {
  if (paper?.sha256 !== undefined && paper.scan !== undefined && paper.scan.sha256 !== paper.sha256) {
    const message = 'Paper: got another SHA-256 than that of the scan attached, expected the same, or none typed';
    return { code: 'invalid', message, detail: { path: 'paper.sha256', problem: 'not-of-the-scan' } };
  }
  if (!mayBeOnPaper(step)) {
    const message = `${step} is not entered from paper: sign it yourself.`;
    return { code: 'invalid', message, detail: { path: 'paper.reference', problem: 'not-from-paper' } };
  }
  if (occurredAt === undefined) {
    const message = 'Time: got none, expected the time that stands on the paper';
    return { code: 'invalid', message, detail: { path: 'occurredAt', problem: 'required' } };
  }
  return null;
}
