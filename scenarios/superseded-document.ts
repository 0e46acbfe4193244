import type { Scenario } from '../local/scenario/scenario.ts';
import { agreement, orderedElsewhere, orderProcedure, readiness, riskAssessment } from './usual-registers.ts';

export const supersededDocument: Scenario = {
  name: 'superseded-document',
  title:
    'The procedure by which therapies are ordered is superseded, and its next version is still being trained: nothing is ordered until one is in force.',
  protocol: 'kymriah',
  registers: [
    agreement('2027-06-08'),
    riskAssessment,
    orderProcedure('4', 'superseded', '2026-02-02'),
    orderProcedure('5', 'training', '2027-01-25'),
    readiness,
  ],
  play: orderedElsewhere,
};
