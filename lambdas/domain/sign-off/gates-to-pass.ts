import { taskOf } from '../competence/tasks.ts';
import type { Gate } from '../gates/gate.ts';
import { isPassable } from '../gates/gate-class.ts';
import { steps } from '../steps/index.ts';
import { competenceGates } from './competence-gate.ts';
import type { Person } from './permission.ts';
import { gatesAsked, type WithProcedure } from './procedure-gate.ts';

/**
 * Every gate of a step that somebody can let a person pass: of what it authorises, of what its checklist refuses, and whether
 * whoever does it is competent, once for each task of the step and its checklist.
 */
export function gatesToPass(asked: WithProcedure, performer?: Person): readonly Gate[] {
  const { step } = asked;
  const { decisions, checklist } = steps[step];
  const authorising = Object.values(decisions).filter(({ kind }) => kind === 'authorise');
  const items = [undefined, ...(checklist?.items ?? []).map(({ item }) => item)];
  const oneOfEachTask = [...new Map(items.map((item) => [taskOf(step, item), item])).values()];
  return [
    ...new Map(
      [
        ...authorising.flatMap((decision) => gatesAsked(asked, decision)),
        ...(checklist?.items ?? []).flatMap(({ gates }) => gates),
      ]
        .filter(isNamed)
        .map((gate) => [gate.name, gate]),
    ).values(),
    ...oneOfEachTask.flatMap((item) => competenceGates({ step }, item, performer ?? {}, {})),
  ];
}

const isNamed = ({ name }: Gate): boolean => isPassable(name);
