import * as z from 'zod';
import { classOf, matterOf } from '../deviations/matter.ts';
import { decisionIn, type JourneyState, type StepState } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import { type Instant, plus, startOfPrintedDay } from '../time.ts';
import { recorded } from './decisions.ts';
import { explanation, reference } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepDefinition } from './step.ts';

/** Nothing can be said of what was done last week. */
const EARLIEST = 'P3M';
const LATEST = 'P6M';

function afterDone(state: JourneyState, { phase, round }: StepState, after: string): Instant | undefined {
  const planned = decisionIn(state, { phase, round }, 'Plan the CAPA');
  if (planned === undefined) return undefined;
  const { zone } = state.site;
  return plus(startOfPrintedDay(String(planned.evidence.capaDoneBy), zone), after, zone);
}

function wasMinor(state: JourneyState, round: number): boolean {
  const matter = matterOf(state, { phase: 'Capa', round });
  return matter !== undefined && classOf(state, matter) === 'minor';
}

/** Compulsory where the deviation was major or critical, three to six months after (clinical-pathway 3.7). */
export const checkThatTheCapaWorks: StepDefinition = {
  step: 'Check that the CAPA works',
  phase: 'Capa',
  role: 'qa',
  secondTo: ['Plan the CAPA'],
  decisions: {
    effective: recorded(
      'I checked what the corrective and preventive actions did: it did not happen again, on the evidence stated.',
      lazily(() => z.strictObject({ effectivenessEvidence: reference, explanation })),
    ),
    'not-effective': recorded('I checked what the corrective and preventive actions did: they are planned anew.'),
  },
  notNeeded: ({ state, round }) => (wasMinor(state, round) ? 'deviation-was-minor' : undefined),
  readyAt: (state, step) => afterDone(state, step, EARLIEST),
  deadline: {
    kind: 'hard',
    within: 'P90D',
    due: (state, step, _protocol, asked) => afterDone(state, step, LATEST) ?? plus(asked, EARLIEST, state.site.zone),
  },
  ladder: datedLadder('qa'),
  officeHoursOnly: true,
};
