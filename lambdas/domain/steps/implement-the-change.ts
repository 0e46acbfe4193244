import type { Refusal } from '../outcome.ts';
import { changeOf } from '../quality/change-as-signed.ts';
import { changeBecause, implemented } from './change-control-evidence.ts';
import { endOfDay } from './change-control-times.ts';
import { recorded, stopping } from './decisions.ts';
import { datedLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

/** Nothing is made before it was approved, and its check comes after. */
function withinItsDays({ state, evidence }: StepContext): Refusal | null {
  const { approvals = [], checkUntil = '' } = changeOf(state) ?? {};
  const on = String(evidence.implementedOn);
  const approved =
    approvals
      .map((one) => one.on)
      .toSorted()
      .at(-1) ?? '';
  if (on < approved) {
    return {
      code: 'invalid',
      message: `Implemented on: got ${on}, expected not before it was approved on ${approved}`,
      detail: { path: 'evidence.implementedOn', problem: 'before-it-was-approved' },
    };
  }
  return on <= checkUntil
    ? null
    : {
        code: 'invalid',
        message: `Implemented on: got ${on}, expected until ${checkUntil}, when its effect is checked: withdraw it and propose it anew`,
        detail: { path: 'evidence.implementedOn', problem: 'after-its-check' },
      };
}

/** By the day that was approved; by the role that owns the change, where a role does. */
export const implementTheChange: StepDefinition = {
  step: 'Implement the change',
  phase: 'ChangeControl',
  role: 'qa',
  decisions: {
    implemented: {
      ...recorded('I recorded that this change was made as approved, on the day stated.', implemented),
      check: withinItsDays,
    },
    withdrawn: stopping('I recorded that this change was withdrawn, for the reason stated.', changeBecause),
  },
  deadline: {
    kind: 'soft',
    within: 'P30D',
    due: (state, _step, _protocol, asked) => endOfDay(state, changeOf(state)?.implementOn, asked),
  },
  ladder: datedLadder('qa'),
};
