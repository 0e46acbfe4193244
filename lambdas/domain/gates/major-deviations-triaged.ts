import { isTriaged, matterLine } from '../deviations/matter.ts';
import { openMatters } from '../deviations/open-matters.ts';
import { closed, type Gate, OPEN } from './gate.ts';

/** Of a major deviation of product or identity quality assurance knows before anything rests on it (clinical-pathway 3.7). */
export const majorDeviationsTriaged: Gate = {
  name: 'major-deviations-triaged',
  class: 'qa-exemption',
  judge: ({ state }) => {
    const major = openMatters(state).filter((one) => one.class === 'major' && !isTriaged(state, one.matter));
    const [open] = major;
    return open === undefined
      ? OPEN
      : closed(
          `A major deviation (${open.matter.first.kind}) is not triaged. QA triages it first.`,
          major.map(({ matter }) => matterLine(matter)),
        );
  },
};
