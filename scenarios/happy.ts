import type { Scenario } from '../local/scenario/scenario.ts';
import { attended, certified, closed, collected, ordered, received, treated } from './usual-log.ts';

export const happy: Scenario = {
  name: 'happy',
  title: 'From order to the visit in year 15, and nothing goes wrong.',
  protocol: 'kymriah',
  scripts: [],
  operations: [],
  expect: {
    outcome: 'completed',
    log: {
      ...closed('completed'),
      ...ordered,
      ...collected(),
      ...certified(),
      ...received(),
      ...treated(),
      ...attended(24),
    },
    reminders: ['Check certificate 1: half'],
    deviations: [],
  },
};
