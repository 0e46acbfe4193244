import fc from 'fast-check';
import { expect, test } from 'vitest';
import { executionEnded } from '../../../lambdas/domain/journey/execution-ended.ts';
import { repair } from '../../../lambdas/domain/journey/sweep.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { type Act, essence, perform, script, stepMails } from '../../support/script.ts';
import { Walk } from '../../support/walk.ts';
import { walks } from '../../support/walks.ts';

/** Ways in which a run is lost and another takes its place. */
const REPLACEMENTS = {
  /** All executions are lost, and an operator resumes. */
  'killed and resumed': (walk: Walk) => {
    walk.machines.kill();
    walk.journey.command('resume-execution');
  },
  /** Nothing is lost, and the operator resumes all the same: the old run is fenced. */
  resumed: (walk: Walk) => {
    walk.journey.command('resume-execution');
  },
  /** An execution failed, and its end was heard of. */
  failed: ({ journey, machines }: Walk) => {
    machines.kill();
    const { id: journeyId, run, phases } = journey.state;
    const active = phases.find(({ endedAt }) => endedAt === undefined);
    if (active === undefined) return;
    journey.change((scribe) =>
      ok({ value: executionEnded(scribe, { journeyId, phase: active.phase, round: active.round, run }, 'FAILED') }),
    );
  },
} as const;
type Replacement = keyof typeof REPLACEMENTS;

const replace = (walk: Walk, how: Replacement): void => {
  if (walk.journey.state.closed === undefined) REPLACEMENTS[how](walk);
  walk.machines.deliver();
};

/** Plays a script; before the act with the given number, or between it and what follows from it, the run is replaced. */
function play(
  acts: readonly Act[],
  disturb?: { at: number; how: Replacement; between: boolean; twice: boolean },
): Walk {
  const walk = new Walk();
  for (const [index, act] of acts.entries()) {
    const here = disturb?.at === index ? disturb : undefined;
    if (here?.between === false) replace(walk, here.how);
    perform(walk, act, here?.between !== true);
    if (here?.between === true) replace(walk, here.how);
    if (here?.twice === true) replace(walk, here.how);
  }
  return walk;
}

test('a run replaced at an open step, or between two, leaves the log and the mails as they would have been', () => {
  fc.assert(
    fc.property(
      script,
      fc.nat({ max: 13 }),
      fc.constantFrom(...(Object.keys(REPLACEMENTS) as Replacement[])),
      fc.boolean(),
      fc.boolean(),
      (acts, place, how, between, twice) => {
        const undisturbed = play(acts);
        const restarted = play(acts, { at: place % acts.length, how, between, twice });
        expect(essence(restarted.journey.events)).toEqual(essence(undisturbed.journey.events));
        expect(stepMails(restarted)).toEqual(stepMails(undisturbed));
        expect(restarted.machines.waiting).toBe(Object.keys(restarted.journey.bindings).length);
        expect(restarted.machines.waiting).toBe(restarted.journey.open.length);
        expect(restarted.journey.state.anomalies).toEqual([]);
      },
    ),
    walks(40),
  );
});

test('a decided step answers the new run at once, without mail; the old run is told that it was superseded', () => {
  const walk = new Walk();
  walk.to('Confirm funding');
  walk.decide('Confirm funding');
  const mails = stepMails(walk).length;
  const [old] = Object.values(walk.journey.bindings);
  walk.command('resume-execution');
  const answers = [...walk.machines.answers.values()].flat();
  expect(walk.machines.answers.get(old?.token ?? '')).toEqual([{ schemaVersion: 1, outcome: 'superseded' }]);
  expect(answers.filter(({ decision }) => decision === 'funded')).toHaveLength(2);
  expect(stepMails(walk).length).toBe(mails);
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Confirm consent']);
  expect(walk.machines.waiting).toBe(1);
  walk.decide('Confirm consent');
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Place the order']);
});

test('a machine that was fenced is answered whatever it asks, and a run never started is a fault', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.command('resume-execution');
  const ref = { phase: 'Collection', round: 1, step: 'Record apheresis' } as const;
  const { length } = walk.journey.events;
  const token = walk.journey.openStep(ref, 1);
  walk.machines.deliver();
  expect(walk.machines.answers.get(token)).toEqual([{ schemaVersion: 1, outcome: 'superseded' }]);
  expect(walk.journey.events.length).toBe(length);
  expect(() => walk.journey.openStep(ref, 3)).toThrow(/expected at most 2/);
});

test('a machine whose definition differs from the flow is a fault, not a step nobody waits for', () => {
  const walk = new Walk();
  const ref = { phase: 'Order', round: 1, step: 'Record apheresis' } as const;
  expect(() => walk.journey.openStep(ref, 1)).toThrow(/the definition and the flow differ/);
  walk.to('Give GO for thaw');
  const early = { phase: 'Treatment', round: 1, step: 'Discharge' } as const;
  expect(() => walk.journey.openStep(early, 1)).toThrow(/the definition and the flow differ/);
});

test('what the sweep finds lost it starts again; what is well it leaves alone', () => {
  const walk = new Walk();
  walk.to('Check certificate');
  const sweep = () => walk.journey.change((scribe, stored) => ok({ value: repair(scribe, stored.bindings) }));
  expect(sweep()).toEqual({ ok: true, value: false });
  walk.machines.kill();
  walk.journey.bindings = {};
  expect(sweep()).toEqual({ ok: true, value: true });
  walk.machines.deliver();
  expect(walk.machines.waiting).toBe(walk.journey.open.length);
  expect(sweep()).toEqual({ ok: true, value: false });
  walk.command('cancel');
  expect(sweep()).toEqual({ ok: true, value: false });
});
