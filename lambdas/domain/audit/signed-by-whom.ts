import type { Release } from '../events/envelope.ts';
import type { JourneyEvent } from '../events/journey-event.ts';
import { isSigned, type SignedEvent } from '../events/signed-event.ts';
import { wasExempted } from '../gates/exempted.ts';
import { actedIn } from '../journey/acted-in.ts';
import { apply } from '../journey/apply.ts';
import { whoRecordedOther } from '../journey/first-people.ts';
import { type JourneyState, type StepState, stepKey } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import { reports } from '../reports/index.ts';
import { rolesOfReport } from '../reports/report.ts';
import {
  firstRefusal,
  mayNotAcknowledge,
  mayNotRecord,
  mayNotReport,
  mayNotSign,
  type Person,
} from '../sign-off/permission.ts';
import { steps } from '../steps/index.ts';
import type { Finding } from './finding.ts';
import { isSameRelease } from './same-release.ts';

/**
 * Asks anew of everything that was signed whether who signed it might, from the events before it: the role in which it was signed,
 * and that two people are two. What another release asked can differ: that is a note.
 */
export function checkSigners(
  events: readonly JourneyEvent[],
  release: Release,
): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
  const findings: Finding[] = [];
  const others: number[] = [];
  let state: JourneyState | undefined;
  for (const event of events) {
    const before = state;
    state = apply(state, event);
    if (before === undefined || !isSigned(event)) continue;
    const refusal = refusedNow(before, event);
    if (refusal === null) continue;
    if (isSameRelease(event.release, release)) findings.push(asFinding(event, refusal));
    else others.push(event.seq);
  }
  const message = 'This release would not have let sign who signed at seq';
  const notes = others.length === 0 ? [] : [`${message} ${others.join(', ')}. Verify with the release that wrote it.`];
  return { findings, notes };
}

/** Why the first of the people by whom an event says that it was signed may not, as the journey was before it. */
function refusedNow(state: JourneyState, event: SignedEvent): Refusal | null {
  const step = state.steps[stepKey(event.type === 'report.made' ? event.data.at : event.data)];
  // That it was never opened is found as an anomaly.
  if (step === undefined) return null;
  const { by } = event;
  const done = event.type === 'notice.acknowledged' ? by : actedIn(event).by;
  if (by.kind !== 'person' || done.kind !== 'person') {
    return { code: 'forbidden', message: `Signer: got ${by.kind}, expected a person.` };
  }
  const people = [done, by].map(({ id, role, onBehalfOf }) => ({ id, roles: [role], site: state.site.id, onBehalfOf }));
  const forged = exemptionsIn(event).find((one) => !wasExempted(one, { step, people }, state));
  if (forged !== undefined) {
    const message = `Gate ${forged.gate}: got an exemption of seq ${forged.of.join(', ')}, expected one that others signed at this step before.`;
    return { code: 'forbidden', message };
  }
  return firstRefusal(people, (person) => mayNot(state, step, event, person));
}

const exemptionsIn = (event: SignedEvent) =>
  event.type === 'step.decided' || event.type === 'checklist.recorded' ? (event.data.exemptions ?? []) : [];

function mayNot(state: JourneyState, step: StepState, event: SignedEvent, person: Person): Refusal | null {
  switch (event.type) {
    case 'step.decided':
      // Whether the one to whom the step was given was away, the register knows.
      return mayNotSign(state, step, person, step.assignedTo);
    case 'checklist.recorded': {
      const item = steps[step.step].checklist?.items.find((one) => one.item === event.data.item);
      if (item === undefined) return { code: 'invalid', message: 'Item: expected one of the checklist of its step.' };
      return mayNotRecord(state, step, item, person, whoRecordedOther(state, step, event.data.entry ?? item.item));
    }
    case 'report.made':
      return mayNotReport(state, rolesOfReport(reports[event.data.report], state), person);
    case 'notice.acknowledged':
      return mayNotAcknowledge(state, step, person);
  }
}

function asFinding({ seq, type, data }: SignedEvent, { message, detail }: Refusal): Finding {
  const { step } = type === 'report.made' ? data.at : data;
  return { kind: detail?.problem === 'same-person' ? 'four-eyes' : 'signer', seq, message: `${step}: ${message}` };
}
