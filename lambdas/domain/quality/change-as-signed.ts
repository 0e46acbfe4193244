import { dateOf } from '../calendar/local-time.ts';
import type { Actor } from '../events/envelope.ts';
import { type Decision, decisionIn, type JourneyState } from '../journey/state.ts';
import type { ChangeControl } from '../registers/change-control.ts';
import type { Instant } from '../time.ts';
import type { StepName } from '../vocabulary.ts';

/** A version of the entry of a change, as the decision of this `seq` makes it. */
export interface SignedVersion {
  readonly seq: number;
  /** User id; two for what takes two. */
  readonly by: string;
  readonly second?: string;
  readonly at: Instant;
  readonly why: string;
  readonly entry: ChangeControl;
}

type Makes = (before: ChangeControl, decision: Decision, state: JourneyState) => ChangeControl | undefined;

/** A field of the register is one line, and without the bar that parts columns there. */
const text = ({ evidence }: Decision, field: string): string =>
  String(evidence[field])
    .replaceAll(/[\s\p{Cc}|]+/gu, ' ')
    .trim();

const ended: Makes = (before, decision) => ({
  ...before,
  status: decision.decision === 'rejected' ? 'rejected' : 'withdrawn',
  because: text(decision, 'changeBecause'),
});

/** What each decision makes of the entry; nothing where a second person has still to sign. */
const MADE_BY: readonly (readonly [StepName, string, Makes])[] = [
  [
    'Assess the change',
    'assessed',
    (before, decision) => ({
      ...before,
      status: 'assessed',
      impactRegulatory: text(decision, 'impactRegulatory'),
      impactValidation: text(decision, 'impactValidation'),
      impactData: text(decision, 'impactData'),
      impactTraining: text(decision, 'impactTraining'),
      impactPatients: text(decision, 'impactPatients'),
    }),
  ],
  ['Approve the change', 'approved', () => undefined],
  [
    'Confirm the approval',
    'approved',
    (before, decision, state) => {
      const first = decisionOn(state, 'Approve the change');
      const approvals = [first, decision].flatMap((one) => approvalOf(state, one));
      return { ...before, status: 'approved', approvals };
    },
  ],
  [
    'Implement the change',
    'implemented',
    (before, decision) => ({ ...before, status: 'implemented', implementedOn: text(decision, 'implementedOn') }),
  ],
  ['Check that the change works', 'effective', checked],
  ['Check that the change works', 'not-effective', checked],
  [
    'Close the change',
    'closed',
    (before, decision) => ({ ...before, status: 'closed', because: text(decision, 'changeBecause') }),
  ],
];

function checked(before: ChangeControl, decision: Decision): ChangeControl {
  const found = decision.decision === 'effective' ? 'Effective' : 'Not effective';
  return { ...before, status: 'checked', effectiveness: `${found}: ${text(decision, 'changeEffectiveness')}` };
}

const decisionOn = (state: JourneyState, step: StepName): Decision | undefined =>
  decisionIn(state, { phase: 'ChangeControl', round: 1 }, step);

function approvalOf(state: JourneyState, decision: Decision | undefined): ChangeControl['approvals'] {
  if (decision?.by.kind !== 'person') return [];
  const { id, role } = decision.by;
  // As it was signed: a time that is corrected later moves no day that stands in the register.
  return [{ by: id, role, on: dateOf(decision.occurredAt.at, state.site.zone) }];
}

const idOf = (by: Actor | undefined): string | undefined => (by === undefined ? undefined : by.id);

/** The entry of the change as it was proposed, and every version that was signed since, oldest first; none of a case of another kind. */
export function changeAsSigned(state: JourneyState): {
  readonly proposed?: ChangeControl;
  readonly versions: readonly SignedVersion[];
} {
  if (state.qualityCase?.kind !== 'change-control') return { versions: [] };
  const { entry: proposed } = state.qualityCase;
  const decided = [...new Set(MADE_BY.map(([step]) => step))]
    .flatMap((step) => {
      const decision = decisionOn(state, step);
      return decision === undefined ? [] : [{ step, decision }];
    })
    .toSorted((one, other) => one.decision.seq - other.decision.seq);
  const versions: SignedVersion[] = [];
  for (const { step, decision } of decided) {
    const makes = MADE_BY.find(([of, as]) => of === step && as === decision.decision)?.[2] ?? ended;
    const entry = makes(versions.at(-1)?.entry ?? proposed, decision, state);
    if (entry === undefined) continue;
    const second = entry.status === 'approved' ? idOf(decisionOn(state, 'Approve the change')?.by) : undefined;
    const { seq, recordedAt: at } = decision;
    versions.push({
      ...{ seq, by: decision.by.id, at, entry },
      why: `${step}: signed in ${state.id}, event ${seq}`,
      ...(second === undefined ? {} : { second }),
    });
  }
  return { proposed, versions };
}

/** The entry of the change as it stands by what was signed. */
export const changeOf = (state: JourneyState): ChangeControl | undefined => {
  const { proposed, versions } = changeAsSigned(state);
  return versions.at(-1)?.entry ?? proposed;
};
