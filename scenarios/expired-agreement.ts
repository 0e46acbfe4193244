import type { Scenario } from '../local/scenario/scenario.ts';
import { agreement, orderedElsewhere, orderProcedure, readiness, riskAssessment } from './usual-registers.ts';

export const expiredAgreement: Scenario = {
  name: 'expired-agreement',
  title:
    'The review of the agreement with the maker was due a month ago: nothing is ordered by it, and the refusal names the agreement, the day and who renews it.',
  protocol: 'kymriah',
  registers: [agreement('2026-12-11'), riskAssessment, orderProcedure('4', 'effective', '2026-02-02'), readiness],
  play: orderedElsewhere,
};
