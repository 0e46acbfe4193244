import { isPartOfAttachment } from '../attachments/part-of-attachment.ts';
import { canonicalText } from '../audit/hash.ts';
import { type StatedValue, statedValue } from '../events/data.ts';
import type { Actor } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { fold } from '../journey/apply.ts';
import { waitingFor } from '../journey/corrected.ts';
import { valueAt, withCorrectedEvidence, withValueAt } from '../journey/corrected-evidence.ts';
import type { FoundDeviation } from '../journey/found-deviations.ts';
import type { Scribe } from '../journey/scribe.ts';
import {
  type ChecklistEntry,
  type Decision,
  effectiveTime,
  type JourneyState,
  type StepState,
} from '../journey/state.ts';
import { type Outcome, ok, type Refusal, refuse } from '../outcome.ts';
import { NOT_NEEDED } from '../phases/flow.ts';
import type { ReadinessAt } from '../registers/as-of.ts';
import { parseEvidence } from '../sign-off/checks.ts';
import { itemEvidence } from '../sign-off/evidence-schemas.ts';
import { isOfIdentity } from '../steps/identity-fields.ts';
import { steps } from '../steps/index.ts';
import { allowsMore } from '../steps/limit-fields.ts';
import { raisedWith } from '../steps/limits.ts';
import { type Instant, instant, printedDate } from '../time.ts';
import { clocksMoved } from './clocks-moved.ts';
import { followCorrection } from './correct-time.ts';
import { evidenceCorrections, withEvidence } from './gates-as-corrected.ts';
import { readBy } from './read-by.ts';

interface Wanted {
  readonly seq: number;
  readonly evidence: { readonly path: string; readonly to: StatedValue };
  readonly reason: string;
  readonly by: Actor;
  readonly assurance?: 'pin';
  readonly readinessAt?: ReadinessAt | undefined;
}

/**
 * Corrects a value that somebody stated in evidence: clocks start there, and gates read it (design 2.9). The first statement
 * stays in the log; what is stated instead moves every clock that rests on it. An identifier is not corrected so: a mismatch
 * of identity is resolved as one (design 2.11). It is recorded as it was, also where nobody
 * could have signed with it: that is a critical deviation then (design 2.7).
 */
export function correctEvidence(scribe: Scribe, events: readonly JourneyEvent[], wanted: Wanted): Outcome<number> {
  const { state, context } = scribe;
  const {
    seq,
    reason,
    by,
    evidence: { path, to },
    assurance,
    readinessAt,
  } = wanted;
  const signed = signedBy(state, seq);
  const recordedAt = events.find((event) => event.seq === seq)?.recordedAt;
  if (signed === undefined || recordedAt === undefined) {
    return refuse('invalid', `Correction: got seq ${seq}, expected the seq of a decision or of a checklist event`, {
      path: 'args.seq',
    });
  }
  if (isOfIdentity(path)) {
    return refuse(
      'invalid',
      'Correction: got the path of an identifier, expected another value. Report the mismatch from the page of a step: it is resolved with corrected evidence of its issuer.',
      { path: 'args.evidence.path' },
    );
  }
  const stood = statedValue.safeParse(valueAt(signed.values, path));
  if (!stood.success) {
    return refuse('invalid', 'Correction: expected the path of a single value in the evidence of this event', {
      path: 'args.evidence.path',
    });
  }
  if (isPartOfAttachment(signed.values, path)) {
    const message =
      'Correction: got the path of an attached file, expected another value. A file is what it is: attach the right one to a report or to the next step, and say so there.';
    return refuse('invalid', message, { path: 'args.evidence.path' });
  }
  const from = waitingFor(state, seq, path) ?? stood.data;
  if (kindOf(stood.data) !== kindOf(to) || from === to) {
    const expected = from === to ? 'another value than it has: this corrects nothing' : `${kindOf(stood.data)}`;
    return refuse('invalid', `Correction: got ${from === to ? 'the same' : kindOf(to)}, expected ${expected}`, {
      path: 'args.evidence.to',
    });
  }
  const read = readAs(state, signed, withValueAt(signed.values, path, to), recordedAt);
  if (!read.ok) return read;
  const shown = [
    ...newlyBroken(scribe, events, signed, read.value, recordedAt),
    ...newlyOutside(scribe, signed, read.value),
  ];
  const counts = allowsMore(path, stood.data, to) ? ({ counts: 'once-signed' } as const) : {};
  const after = { ...state, steps: withCorrectedEvidence(state.steps, seq, { path, to }) };
  const { protocol, now } = context;
  const stated = { seq, path, to, by: state.seq + 1 };
  const data = {
    seq,
    occurredAt: effectiveTime(state, signed.entry),
    evidence: { path, from, to, ...counts },
    reason,
    ...(assurance === undefined ? {} : { assurance }),
    changes: counts.counts === undefined ? clocksMoved(state, after, protocol) : [],
    readBy: readBy({ seq, stated, before: state, after, events, protocol, now, readinessAt }),
  };
  scribe.write('time.corrected', data, by);
  return followCorrection(scribe, { events, before: state, by, shown, readinessAt });
}

/** An instant stays an instant, a day a day, a number a number. */
function kindOf(value: StatedValue): 'an instant' | 'a day' | 'a text' | 'a number' | 'yes or no' {
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'yes or no';
  if (instant.safeParse(value).success) return 'an instant';
  return printedDate.safeParse(value).success ? 'a day' : 'a text';
}

interface Signed {
  readonly step: StepState;
  readonly entry: Decision | ChecklistEntry;
  readonly item?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function signedBy(state: JourneyState, seq: number): Signed | undefined {
  for (const step of Object.values(state.steps)) {
    const { decision, checklist } = step;
    // What the pathway passed over nobody signed.
    if (decision?.seq === seq && decision.decision !== NOT_NEEDED)
      return { step, entry: decision, values: decision.evidence };
    const found = Object.entries(checklist).find(([, entry]) => entry.seq === seq);
    if (found !== undefined)
      return { step, entry: found[1], item: found[0].split('#')[0] ?? '', values: found[1].values };
  }
  return undefined;
}

/** What can be true at all: of the kind the evidence takes, and nothing that was yet to come when it was recorded where it says what was. */
function readAs(
  { site }: JourneyState,
  { step, item }: Signed,
  values: Readonly<Record<string, unknown>>,
  now: Instant,
): Outcome<Readonly<Record<string, unknown>>> {
  const moment = { state: { site }, context: { now } };
  const { decisions, checklist } = steps[step.step];
  const asked = checklist?.items.find((one) => one.item === item);
  if (asked !== undefined) return parseEvidence(itemEvidence(asked), { item, ...values }, moment);
  const definition = decisions[step.decision?.decision ?? ''];
  return definition === undefined ? ok(values) : parseEvidence(definition.evidence(), values, moment);
}

/**
 * The rule of the decision that what is stated now breaks, where it did not before, or not in this way. A decision tells the
 * first problem it finds: another behind one that was known already is not seen.
 */
function newlyBroken(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  signed: Signed,
  values: Readonly<Record<string, unknown>>,
  recordedAt: Instant,
): readonly FoundDeviation[] {
  const broken = brokenBy(scribe, events, signed, values);
  if (broken === null) return [];
  const before = readAs(scribe.state, signed, signed.values, recordedAt);
  const known = before.ok ? brokenBy(scribe, events, signed, before.value) : null;
  if (known !== null && told(known) === told(broken)) return [];
  const { phase, round, step } = signed.step;
  const detail = `${broken.message} As corrected.`;
  return [{ kind: 'corrected-against-rule', class: 'critical', phase, round, step, detail }];
}

/** A value that was within its limits and, as corrected, is outside them. */
function newlyOutside(
  { context: { protocol } }: Scribe,
  { step, item, values }: Signed,
  corrected: Readonly<Record<string, unknown>>,
): readonly FoundDeviation[] {
  const limits = item === undefined ? steps[step.step].decisions[step.decision?.decision ?? '']?.limits : undefined;
  const outside = limits?.({ protocol, evidence: corrected }) ?? [];
  const raised = limits?.({ protocol, evidence: values }).length === 0 ? raisedWith(outside, undefined) : undefined;
  if (raised === undefined) return [];
  const { phase, round, step: name } = step;
  return [{ ...raised, phase, round, step: name, detail: `${raised.detail} As corrected.` }];
}

/** Of two values that break one rule the message tells which. */
const told = ({ message, detail = {} }: Refusal): string => canonicalText({ message, detail });

/** What the rules of a decision say, by the journey as it was when it was signed. */
function brokenBy(
  scribe: Scribe,
  events: readonly JourneyEvent[],
  { step, entry, item }: Signed,
  evidence: Readonly<Record<string, unknown>>,
): Refusal | null {
  const check = item === undefined ? steps[step.step].decisions[step.decision?.decision ?? '']?.check : undefined;
  if (check === undefined) return null;
  const known = evidenceCorrections(events);
  const before = fold(events.filter(({ seq }) => seq < entry.seq).map((event) => withEvidence(event, known)));
  const then = before?.steps[step.key];
  if (before === undefined || then === undefined) return null;
  const { corrections } = scribe.state;
  const now = step.decision?.recordedAt ?? scribe.context.now;
  return check({ state: { ...before, corrections }, protocol: scribe.context.protocol, now, evidence, step: then });
}
