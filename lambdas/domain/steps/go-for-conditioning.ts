import { deviationsHandled } from '../gates/deviations-handled.ts';
import { noOpenExcursion } from '../gates/no-open-excursion.ts';
import { notExpiredOnceMade } from '../gates/not-expired-once-made.ts';
import { notFlagged } from '../gates/not-flagged.ts';
import { productAvailable } from '../gates/product-available.ts';
import { testsPassed } from '../gates/tests-passed.ts';

/** What the GO for conditioning rests on; looked at once more when the first dose is given. */
export const conditioningGates = [
  productAvailable,
  notFlagged('do-not-condition'),
  notExpiredOnceMade,
  testsPassed,
  noOpenExcursion,
  ...deviationsHandled,
] as const;
