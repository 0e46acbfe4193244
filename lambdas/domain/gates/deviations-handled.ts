import type { Gate } from './gate.ts';
import { majorDeviationsTriaged } from './major-deviations-triaged.ts';
import { noCriticalDeviationOpen } from './no-critical-deviation-open.ts';
import { notContained } from './not-contained.ts';

/** What deviations of product or identity close from the prescription on: S17, S19, S22 (clinical-pathway 3.7). */
export const deviationsHandled: readonly Gate[] = [noCriticalDeviationOpen, majorDeviationsTriaged, notContained];
