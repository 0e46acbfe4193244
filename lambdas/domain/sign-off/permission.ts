import type { StaffCompetence } from '../competence/competence.ts';
import { actsAs } from '../events/acts-as.ts';
import type { Actor } from '../events/envelope.ts';
import type { OidcProof } from '../events/oidc-proof.ts';
import type { PasskeyProof } from '../events/passkey-proof.ts';
import { stepSigned } from '../journey/corrected.ts';
import { type FirstPerson, firstPeople } from '../journey/first-people.ts';
import { roleOf } from '../journey/role-of.ts';
import { policyOf } from '../journey/site-policy.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import type { Refusal } from '../outcome.ts';
import type { StaffCalendar } from '../staff/calendar.ts';
import { steps } from '../steps/index.ts';
import type { ChecklistItem } from '../steps/step.ts';
import type { Role, StepName } from '../vocabulary.ts';
import { isBelow, neededAssurance } from './assurance.ts';

/** A member of staff, as far as it decides what they may do. */
export interface Person {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Roles this person may sign for without holding them. */
  readonly deputises?: readonly Role[] | undefined;
  readonly site: string;
  readonly active?: boolean | undefined;
  /** Whose steps were handed over to them, and when they are away. */
  readonly calendar?: StaffCalendar | undefined;
  /** What they were assessed in. */
  readonly competence?: StaffCompetence | undefined;
  /** User id of in whose place they act here; their roles are then what was handed over. */
  readonly onBehalfOf?: string | undefined;
}

/** A person who proved who they are. */
export interface Signer extends Person {
  readonly assurance: 'pin' | 'oidc' | 'passkey';
  /** What their passkey said, where they signed with one. */
  readonly passkey?: PasskeyProof;
  /** What the hospital's provider said, where they logged in there to sign. */
  readonly oidc?: OidcProof;
}

/** How the signer proved who they are, as an event holds it. */
export const provenBy = ({ assurance, passkey, oidc }: Signer): Pick<Signer, 'assurance' | 'passkey' | 'oidc'> => ({
  assurance,
  ...(passkey === undefined ? {} : { passkey }),
  ...(oidc === undefined ? {} : { oidc }),
});

const forbidden = (problem: string, message: string, more: Readonly<Record<string, unknown>> = {}): Refusal => ({
  code: 'forbidden',
  message,
  detail: { problem, ...more },
});

const otherSite = (state: JourneyState, { site }: Person): Refusal | null =>
  site === state.site.id ? null : forbidden('other-site', `Site: got ${site}, expected ${state.site.id}.`);

const otherRole = ({ roles, deputises = [] }: Person, expected: readonly Role[]): Refusal | null =>
  [...roles, ...deputises].some((role) => expected.includes(role))
    ? null
    : forbidden('other-role', `Role: got ${[...roles, ...deputises].join(', ')}, expected ${expected.join(' or ')}.`, {
        role: expected[0],
      });

/** In place of somebody, a person is as little a second one to that person as to themselves. */
function samePerson(signer: Person, people: readonly FirstPerson[]): Refusal | null {
  const first = people.find(({ by }) => actsAs(signer).includes(by));
  return first === undefined
    ? null
    : forbidden('same-person', `Second person: got the one who signed ${first.signed}, expected another person.`);
}

/** Nobody approves what they proposed themselves. */
function proposedIt({ qualityCase }: JourneyState, { step }: StepState, signer: Person): Refusal | null {
  const isApproval = step === 'Approve the change' || step === 'Confirm the approval';
  return isApproval && qualityCase?.kind === 'change-control' && actsAs(signer).includes(qualityCase.entry.proposedBy)
    ? forbidden('same-person', 'Second person: got the one who proposed the change, expected another person.')
    : null;
}

/** What the board of a site decided is signed by one of its chairs; who else was there stands in the evidence. */
function noChair(state: JourneyState, step: StepState, { id }: Person): Refusal | null {
  const { board } = policyOf(state);
  return stepSigned(state, step).step !== 'Confirm eligibility' || board === undefined || board.chairs.includes(id)
    ? null
    : forbidden('no-chair-of-board', 'Signer: got one who is no chair of the board, expected one of its chairs.');
}

/**
 * What the signer proved is less than the site asks at this step. Acknowledging is no signature that a site could ask more for: whoever
 * is woken at night has what they have.
 */
export const provesTooLittle = (state: JourneyState, step: StepName, { assurance }: Signer): Refusal | null => {
  const needed = neededAssurance(state, step);
  if (!isBelow(assurance, needed)) return null;
  const message = `Signature: got one by ${assurance}, expected ${needed} or more for ${step} at this site.`;
  return forbidden('assurance-too-low', message, { needed });
};

/** The first reason why one of several people may not. */
export const firstRefusal = (people: readonly Person[], mayNot: (person: Person) => Refusal | null): Refusal | null =>
  people.map(mayNot).find((refusal) => refusal !== null) ?? null;

/**
 * Site, role, second person and, where the step was given to one person, that person, unless they are away. Null when the signer may
 * decide.
 */
export function mayNotSign(
  state: JourneyState,
  step: StepState,
  signer: Person,
  assigneeAway?: string,
): Refusal | null {
  return (
    otherSite(state, signer) ??
    otherRole(signer, [roleOf(state, step)]) ??
    samePerson(signer, firstPeople(state, step)) ??
    proposedIt(state, step, signer) ??
    noChair(state, step, signer) ??
    (step.assignedTo !== undefined && step.assignedTo !== assigneeAway && !actsAs(signer).includes(step.assignedTo)
      ? forbidden('other-person', 'This step was given to another person.')
      : null)
  );
}

/** Site, the roles of the item, and two people where the item is one of a pair; `others` recorded the other of the pair. */
export const mayNotRecord = (
  state: JourneyState,
  step: StepState,
  { roles }: ChecklistItem,
  signer: Person,
  others: readonly FirstPerson[],
): Refusal | null =>
  otherSite(state, signer) ?? otherRole(signer, roles ?? [steps[step.step].role]) ?? samePerson(signer, others);

export const mayNotReport = (state: JourneyState, roles: readonly Role[], signer: Person): Refusal | null =>
  otherSite(state, signer) ?? otherRole(signer, roles);

/** Who is written to in place of a role that nobody can be found for, and at the end of every escalation. */
export const AT_LAST: readonly Role[] = ['programme-lead', 'on-call'];

/** The role that signs, every role that was told of something urgent here, and those who are told at last. */
export function whoAcknowledges(state: JourneyState, step: StepState): readonly Role[] {
  const urgent = (state.steps[step.key]?.told ?? []).filter(({ class: mailClass }) => mailClass === 'critical');
  return [...new Set([roleOf(state, step), ...urgent.flatMap(({ to }) => to), ...AT_LAST])];
}

export const mayNotAcknowledge = (state: JourneyState, step: StepState, signer: Person): Refusal | null =>
  otherSite(state, signer) ?? otherRole(signer, whoAcknowledges(state, step));

/** Who signs, in the first of their roles that is asked here; else as deputy of those who hold one. */
export const signedAs = (
  { id, roles, deputises = [], onBehalfOf }: Person,
  asked: readonly Role[],
): Extract<Actor, { kind: 'person' }> => {
  const own = roles.find((one) => asked.includes(one));
  if (own !== undefined) return { kind: 'person', id, role: own, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
  const lent = deputises.find((one) => asked.includes(one));
  if (lent !== undefined) return { kind: 'person', id, role: lent, deputy: true };
  throw new Error(`Signer: got roles ${[...roles, ...deputises].join(', ')}, expected one of ${asked.join(', ')}`);
};
