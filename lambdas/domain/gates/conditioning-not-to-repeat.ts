import { completedConditioning } from '../journey/conditioning.ts';
import { decisionIn, newestRound } from '../journey/state.ts';
import { conditioningRepeat } from '../protocol/accessors.ts';
import { plus } from '../time.ts';
import { closed, type Gate, OPEN, unknown } from './gate.ts';

/** Conditioning is given again once the product is as late as the label says, and the white cells are above what it names (E17). */
export const conditioningNotToRepeat: Gate = {
  name: 'conditioning-not-to-repeat',
  class: 'never',
  byTime: true,
  judge: ({ state, protocol, now, evidence }) => {
    const rule = conditioningRepeat(protocol);
    const conditioned = completedConditioning(state);
    if (rule === undefined || conditioned === undefined) return OPEN;
    const { delayedBy, whiteCellsAbove } = rule;
    if (now <= plus(conditioned.endedAt, delayedBy, state.site.zone)) return OPEN;
    const repeat = `Conditioning ended at ${conditioned.endedAt}, more than ${delayedBy} ago`;
    if (whiteCellsAbove === undefined) return closed(`${repeat}. Decide recondition.`);
    const first = decisionIn(state, newestRound(state, 'Treatment'), 'Give GO for thaw');
    const today = evidence.whiteCells ?? first?.evidence.whiteCells;
    if (Number(today ?? conditioned.whiteCells) > whiteCellsAbove) {
      return closed(`${repeat}, with more than ${whiteCellsAbove} white cells per microlitre. Decide recondition.`);
    }
    return today === undefined ? unknown(`${repeat}: the white cells have to be counted again.`) : OPEN;
  },
};
