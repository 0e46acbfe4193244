import type { Scenario } from '../../local/scenario/scenario.ts';
import { happy } from '../../scenarios/happy.ts';
import { happyOn } from '../support/happy-on.ts';

/** Nothing goes wrong until the visit at which the patient has died; fifteen years more show nothing new deployed. */
export const happyToVisit5: Scenario = {
  ...happyOn(happy.protocol),
  name: 'happy-to-visit-5',
  title: 'From referral to treatment nothing goes wrong; at visit 5 the patient is found to have died.',
};
