import * as z from 'zod';
import { inUseLimits, inUseWarnings } from '../clocks/in-use.ts';
import { everyAuthorisation } from '../gates/every-authorisation.ts';
import { entriesOf, firstOf } from '../journey/administration.ts';
import { componentsLeftOut } from '../journey/components.ts';
import { goEndsAt } from '../journey/go.ts';
import { prescribedContainers } from '../journey/product.ts';
import { lazily } from '../lazily.ts';
import type { Refusal } from '../outcome.ts';
import { administrationItems, infusionStarted, neededForContainer } from './administration-items.ts';
import { missingItems } from './checklists.ts';
import { recorded, stopping, waysBack } from './decisions.ts';
import { deferral, untilIsAhead } from './deferral.ts';
import { amount, containers, explanation, reference } from './evidence.ts';
import { expiryLadder } from './expiry-ladder.ts';
import { bedsideLadder } from './ladders.ts';
import type { DecisionDefinition, StepContext, StepDefinition } from './step.ts';

const given = lazily(() => z.strictObject({ containersGiven: containers, residueDisposal: reference }));

const named = ({ evidence }: StepContext): readonly string[] => evidence.containersGiven as readonly string[];

const begunIn = ({ step }: StepContext): readonly string[] =>
  entriesOf(step, 'infusion-started').map(({ values }) => String(values.container));

/** What reached the patient is every container begun, prescribed or not, also one that was interrupted; what else is missing is a deviation. */
function infused(context: StepContext): Refusal | null {
  const got = named(context);
  const left = begunIn(context).filter((id) => !got.includes(id));
  return left.length > 0
    ? {
        code: 'invalid',
        message: `Containers given: ${left.join(', ')} missing; expected every container whose infusion was started`,
        detail: { path: 'evidence.containersGiven', problem: 'infused-not-named' },
      }
    : missingItems(context.step, [infusionStarted], got);
}

/** The whole dose is every prescribed container and no other, each with every bedside event. */
function whole(context: StepContext): Refusal | null {
  const { state, step, protocol } = context;
  const got = named(context);
  const prescribed = prescribedContainers(state);
  const strangers = [...new Set([...got, ...begunIn(context)])].filter((id) => !prescribed.includes(id));
  if (strangers.length > 0) {
    return {
      code: 'invalid',
      message: `Containers given: got ${strangers.join(', ')}, expected only ${prescribed.join(', ')} as prescribed, or the decision partly-given`,
      detail: { path: 'evidence.containersGiven', problem: 'not-prescribed' },
    };
  }
  const left = prescribed.filter((id) => !got.includes(id));
  return left.length > 0
    ? {
        code: 'invalid',
        message: `Containers given: ${left.join(', ')} missing; expected all as prescribed, or the decision partly-given`,
        detail: { path: 'evidence.containersGiven', problem: 'not-all-given' },
      }
    : (withoutComponent(context) ?? missingItems(step, neededForContainer(protocol), got));
}

/** One component alone is part of the dose, also where nobody prescribed the other. */
function withoutComponent(context: StepContext): Refusal | null {
  const leftOut = componentsLeftOut(context.state, context.protocol, named(context));
  return leftOut.length === 0
    ? null
    : {
        code: 'invalid',
        message: `Containers given: none of component ${leftOut.join(', ')}, expected some of each, or the decision partly-given`,
        detail: { path: 'evidence.containersGiven', problem: 'component-missing' },
      };
}

/** Waiting is possible as long as the product is frozen: what is thawed is given or lost. */
function stillFrozen(context: StepContext): Refusal | null {
  const thawed = firstOf(context.step, 'thaw-started');
  return thawed === undefined
    ? null
    : {
        code: 'invalid',
        message: `Waiting: thawing was recorded at ${thawed.occurredAt.at}, expected a product not yet thawed`,
        detail: { path: 'checklist', problem: 'thaw-recorded' },
      };
}

/** What was infused cannot be signed away: a patient with the product on board is followed for years. */
function nothingGiven({ step }: StepContext): Refusal | null {
  const begun = firstOf(step, 'infusion-started');
  return begun === undefined
    ? null
    : {
        code: 'invalid',
        message: `Nothing given: an infusion was recorded at ${begun.occurredAt.at}, expected given or partly-given`,
        detail: { path: 'decision', problem: 'infusion-recorded' },
      };
}

/** Whoever infused can have left out to record the thawing. */
const untouched = (context: StepContext): Refusal | null => stillFrozen(context) ?? nothingGiven(context);

const ifNothingGiven = (decision: DecisionDefinition): DecisionDefinition => ({ ...decision, check: nothingGiven });
const back = waysBack('I confirm that nothing of the product was given.');

/** S20–S22: thaw, bedside identity check and infusion, under the in-use clocks of the protocol. */
export const giveTheProduct: StepDefinition = {
  step: 'Give the product',
  phase: 'Treatment',
  role: 'physician',
  decisions: {
    given: {
      ...recorded(
        'I was responsible for the administration recorded here, and the whole intended dose was given.',
        given,
      ),
      deviations: everyAuthorisation,
      check: whole,
    },
    'partly-given': {
      ...recorded(
        'I was responsible for the administration recorded here, and only part of the intended dose was given.',
        lazily(() => given().extend({ percentGiven: amount('%', 100), explanation })),
      ),
      deviations: everyAuthorisation,
      deviation: 'partial-dose',
      check: infused,
    },
    'go-lapsed': {
      ...recorded('I recorded that the GO no longer stands and nothing was thawed: it has to be given anew.'),
      check: untouched,
    },
    defer: {
      ...stopping(
        'I defer the administration to the stated time: the product was not thawed, and GO is decided on again before it is given.',
        deferral,
      ),
      check: (context) => untouched(context) ?? untilIsAhead(context),
    },
    remake: ifNothingGiven(back.remake),
    recollect: ifNothingGiven(back.recollect),
    stopped: ifNothingGiven(back.stopped),
  },
  checklist: { items: administrationItems },
  deadline: { kind: 'soft', within: 'P1D' },
  ladder: [
    ...bedsideLadder('physician'),
    ...expiryLadder,
    {
      rung: 'go-ends',
      at: {
        instant: (state, step, protocol) =>
          firstOf(step, 'thaw-started') === undefined ? goEndsAt(state, protocol, 'thaw') : undefined,
      },
      to: ['physician', 'pharmacist'],
      // Minutes: nobody waits for office hours.
      class: 'critical',
    },
    {
      rung: 'in-use-ends',
      at: { each: inUseWarnings, warns: true },
      to: ['physician', 'nurse', 'pharmacist', 'cell-lab'],
      class: 'critical',
    },
    {
      rung: 'in-use',
      at: { each: inUseLimits },
      to: ['physician', 'pharmacist', 'qa'],
      class: 'critical',
    },
  ],
};
