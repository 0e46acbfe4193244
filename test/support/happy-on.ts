import type { Scenario } from '../../local/scenario/scenario.ts';
import { diesAtVisit } from '../../scenarios/endings.ts';
import { happy } from '../../scenarios/happy.ts';
import { died, diedAt } from '../../scenarios/usual-log.ts';

/** The products whose treatment is played beside the one of `happy`. */
export const OTHER_PRODUCTS = ['breyanzi', 'carvykti', 'yescarta'] as const;

const AFTER_TREATMENT = /^(?:Record follow-up visit|Report to the registry|FollowUpVisit|LifelongWatch|Arrange) /;
/** The first visit after the proximity period of every label. */
const LAST_VISIT = 5;

export const happyOnName = (protocol: string): string => `happy on ${protocol}`;

const { inHospital: _, ...anywhere } = happy;

/** `happy` with a product, up to a visit at which the patient has died: products differ before that. */
export const happyOn = (protocol: string): Scenario => ({
  ...anywhere,
  name: happyOnName(protocol),
  protocol,
  play: (course) => {
    const { scripts, operations, expect } = happy.play(course);
    const treatment = Object.entries(expect.log).filter(([stream]) => !AFTER_TREATMENT.test(stream));
    return {
      scripts: [...scripts, ...diesAtVisit(LAST_VISIT)],
      operations,
      expect: {
        ...expect,
        outcome: 'died',
        log: { ...Object.fromEntries(treatment), ...died, ...diedAt(course, LAST_VISIT) },
      },
    };
  },
});
