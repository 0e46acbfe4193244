import * as z from 'zod';
import { workingDaysLater, workingTimeOf } from '../calendar/working-time.ts';
import { CONCERNS, concernOf } from '../deviations/concern.ts';
import { isOurs } from '../deviations/containers-concerned.ts';
import { DEVIATION_CLASSES } from '../deviations/deviation-class.ts';
import { classOf, matterOf } from '../deviations/matter.ts';
import type { JourneyState, StepState } from '../journey/state.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { plus } from '../time.ts';
import { recorded } from './decisions.ts';
import { containers, explanation } from './evidence.ts';
import { datedLadder } from './ladders.ts';
import type { StepContext, StepDefinition } from './step.ts';

const foundAs = (state: JourneyState, step: StepState) => {
  const matter = matterOf(state, step);
  return matter === undefined ? 'critical' : classOf(state, matter);
};

/** Another class than it was opened with is another judgement: it says why. */
function classExplained({ state, step, evidence }: StepContext): Refusal | null {
  const found = foundAs(state, step);
  const { deviationClass = found, classReason } = evidence;
  return deviationClass === found || classReason !== undefined
    ? null
    : {
        code: 'invalid',
        message: `Class: got ${String(deviationClass)} without a reason, expected ${found} as it was opened with, or a reason`,
        detail: { path: 'evidence.classReason', problem: 'class-without-reason' },
      };
}

/** So is that it concerns something else: that decides what it closes until it is decided on. */
function concernExplained({ state, step, evidence }: StepContext): Refusal | null {
  const matter = matterOf(state, step);
  const said = matter === undefined ? undefined : concernOf(state, matter.first);
  const { concerns = said, concernsReason } = evidence;
  return concerns === said || concernsReason !== undefined
    ? null
    : {
        code: 'invalid',
        message: `Concerns: got ${String(concerns)} without a reason, expected ${said} as said when it was opened, or a reason`,
        detail: { path: 'evidence.concernsReason', problem: 'concern-without-reason' },
      };
}

/** Containers of another course are held in theirs. */
function holdsOurs({ state, evidence }: StepContext): Refusal | null {
  const held = (evidence.containersHeld ?? []) as readonly string[];
  const foreign = held.findIndex((container) => !isOurs(state, container));
  return foreign === -1
    ? null
    : {
        code: 'invalid',
        message:
          'Containers held: got one that is not of this course, expected containers of its collection or its batches',
        detail: { path: `evidence.containersHeld.${foreign}`, problem: 'not-of-this-course' },
      };
}

/** What puts patient, identity or data at risk is looked into by a second person, whoever triages it. */
const notCritical = ({ state, step }: StepContext): Refusal | null =>
  foundAs(state, step) === 'critical'
    ? {
        code: 'invalid',
        message: 'Triage: got closed for a critical deviation, expected investigate',
        detail: { path: 'decision', problem: 'critical-is-investigated' },
      }
    : null;

/** Quality assurance says how grave a deviation is, and what is held until it is decided (clinical-pathway 3.7). */
export const triageTheDeviation: StepDefinition = {
  step: 'Triage the deviation',
  phase: 'Deviation',
  role: 'qa',
  decisions: {
    investigate: {
      ...recorded(
        'I triaged this deviation: its class and what it concerns as shown or as I changed it, what was done at once, and which containers are held until it is decided. It is investigated.',
        lazily(() =>
          z.strictObject({
            /** Another than it was opened with; left out, that one is confirmed. */
            deviationClass: z.enum(DEVIATION_CLASSES).optional(),
            classReason: explanation.optional(),
            /** The same of what it is about. */
            concerns: z.enum(CONCERNS).optional(),
            concernsReason: explanation.optional(),
            immediateAction: explanation,
            containersHeld: containers.optional(),
          }),
        ),
      ),
      check: (context) => classExplained(context) ?? concernExplained(context) ?? holdsOurs(context),
    },
    closed: {
      ...recorded('I triaged this deviation as minor: for the reason stated nothing more has to be done about it.'),
      check: notCritical,
    },
  },
  deadline: {
    kind: 'hard',
    within: 'P1D',
    due: (state, step, _protocol, asked) =>
      foundAs(state, step) === 'critical'
        ? plus(asked, 'PT4H', state.site.zone)
        : workingDaysLater(asked, 1, workingTimeOf(state)),
  },
  ladder: datedLadder('qa'),
};
