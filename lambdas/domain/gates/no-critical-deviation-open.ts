import { matterLine } from '../deviations/matter.ts';
import { openMatters } from '../deviations/open-matters.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** A critical deviation of product or identity waits for the decision of quality assurance (clinical-pathway 3.7). */
export const noCriticalDeviationOpen: Gate = {
  name: 'no-critical-deviation-open',
  class: 'qa-exemption',
  judge: ({ state }) => {
    const critical = openMatters(state).filter((one) => one.class === 'critical');
    const [open] = critical;
    return open === undefined
      ? OPEN
      : closed(
          `A critical deviation (${open.matter.first.kind}) is open. QA triages it and decides on it first.`,
          critical.map(({ matter }) => matterLine(matter)),
        );
  },
};
