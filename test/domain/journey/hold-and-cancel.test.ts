import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextDue } from '../../../lambdas/domain/clocks/next-due.ts';
import { activePhases } from '../../../lambdas/domain/journey/state.ts';
import { whereItStands } from '../../../lambdas/domain/journey/where-it-stands.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import type { PhaseName } from '../../../lambdas/domain/vocabulary.ts';
import { type Act, essence, perform, script, stepMails } from '../../support/script.ts';
import { Walk } from '../../support/walk.ts';
import { walks } from '../../support/walks.ts';

const HOLDS = ['run.started', 'journey.held', 'journey.resumed'];

function play(
  acts: readonly Act[],
  at?: number,
  between?: boolean,
  disturb: (walk: Walk) => void = () => undefined,
): Walk {
  const walk = new Walk();
  for (const [index, act] of acts.entries()) {
    if (index === at && between === false) disturb(walk);
    const done = perform(walk, act, !(index === at && between === true));
    if (index === at && between === true) disturb(walk);
    if (!done || walk.journey.state.closed !== undefined) break;
  }
  walk.machines.deliver();
  return walk;
}

test('a hold and its resume, at any open step and between any two, leave everything else as it was', () => {
  fc.assert(
    fc.property(script, fc.nat({ max: 13 }), fc.boolean(), fc.boolean(), (acts, place, between, replaced) => {
      const held = play(acts, place % acts.length, between, ({ journey, machines }) => {
        if (journey.state.closed !== undefined) return;
        const waiting = Object.keys(journey.bindings);
        expect(journey.command('hold').ok).toBe(true);
        expect(Object.keys(journey.bindings)).toEqual(waiting);
        expect(journey.command('hold')).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
        machines.deliver();
        if (replaced) journey.command('resume-execution');
        machines.deliver();
        for (const step of journey.open) onHold(journey, step);
        expect(journey.command('resume').ok).toBe(true);
        expect(journey.command('resume')).toMatchObject({ ok: false, refusal: { code: 'conflict' } });
      });
      const undisturbed = play(acts);
      expect(essence(held.journey.events, HOLDS)).toEqual(essence(undisturbed.journey.events, HOLDS));
      expect(stepMails(held)).toEqual(stepMails(undisturbed));
      expect(held.machines.waiting).toBe(held.journey.open.length);
    }),
    walks(25),
  );
});

/** While held nothing is authorised; whatever is refused is refused by the hold, and nothing is written. */
function onHold(journey: Walk['journey'], step: Walk['journey']['open'][number]): void {
  const { length } = journey.events;
  for (const [decision, { kind }] of Object.entries(steps[step.step].decisions)) {
    if (kind !== 'authorise') continue;
    const refused = journey.sign(step, decision);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
    expect(refused.ok ? [] : refused.refusal.detail?.gates).toContainEqual(
      expect.objectContaining({ gate: 'not-held', class: 'hold', status: 'closed' }),
    );
  }
  expect(journey.events.length).toBe(length);
}

const OUTLASTS: readonly PhaseName[] = ['Deviation', 'Capa'];

test('a cancel, at any open step and between any two, answers everything that waits, and nothing is asked again', () => {
  fc.assert(
    fc.property(script, fc.nat({ max: 13 }), fc.boolean(), fc.boolean(), (acts, place, between, held) => {
      const last = place % acts.length;
      const walk = play(acts.slice(0, last));
      const { journey, machines } = walk;
      if (acts[last] !== undefined && journey.state.closed === undefined) perform(walk, acts[last], !between);
      if (journey.state.closed !== undefined || journey.state.closing !== undefined) return;
      if (held) journey.command('hold');
      // What becomes of a deviation outlasts the course, and is answered before it closes.
      const open = journey.open.filter(({ phase }) => !OUTLASTS.includes(phase));
      expect(journey.command('cancel').ok).toBe(true);
      machines.deliver();
      expect((walk.journey.state.closing ?? walk.journey.state.closed)?.outcome).toBe('cancelled');
      expect(open.map(({ key }) => journey.state.steps[key]?.status)).toEqual(open.map(() => 'withdrawn'));
      // Where something was ordered, only that is still put in order; then the journey is closed.
      expect(activePhases(journey.state).every(({ phase }) => phase === 'Closure' || OUTLASTS.includes(phase))).toBe(
        true,
      );
      if (held && journey.state.closed === undefined) journey.command('resume');
      for (;;) {
        if (walk.handleDeviation()) continue;
        const [next] = walk.asked;
        if (next === undefined) break;
        walk.decide(next.step);
      }
      const { state } = journey;
      expect(state.closed?.outcome).toBe('cancelled');
      expect(machines.waiting).toBe(0);
      expect(journey.bindings).toEqual({});
      expect(machines.ends.map(({ outcome }) => outcome)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^(cancelled|Closed|FollowUp|accounted)$/)]),
      );
      expect(nextDue(state, journey.protocol)).toBeUndefined();
      expect(whereItStands(state, state.run).stands).toBe('Closed');
      const { length } = journey.events;
      for (const step of open) {
        expect(journey.sign(step, Object.keys(steps[step.step].decisions)[0] ?? '')).toMatchObject({
          ok: false,
          refusal: { code: 'conflict' },
        });
        const token = journey.openStep(step, state.run);
        machines.deliver();
        expect(machines.answers.get(token)).toEqual([
          { schemaVersion: 1, outcome: step.phase === 'Closure' ? 'superseded' : 'cancelled' },
        ]);
      }
      journey.pass('P2Y');
      journey.wake();
      expect(journey.events.length).toBe(length);
      expect(state.anomalies).toEqual([]);
    }),
    walks(25),
  );
});

test('with two steps open, a hold closes both, and a cancel answers both', () => {
  const walk = new Walk();
  walk.to('Confirm funding');
  walk.command('hold');
  for (const step of walk.journey.open) onHold(walk.journey, step);
  const tokens = Object.values(walk.journey.bindings).map(({ token }) => token);
  expect(tokens).toHaveLength(2);
  walk.command('cancel');
  for (const token of tokens) {
    expect(walk.machines.answers.get(token)).toEqual([{ schemaVersion: 1, outcome: 'cancelled' }]);
  }
});

test('on hold, what was done is recorded and is a critical deviation; stopping needs no resume', () => {
  const walk = new Walk();
  walk.to('Record apheresis');
  walk.command('hold');
  walk.decide('Record apheresis');
  expect(walk.journey.state.deviations).toMatchObject([{ kind: 'recorded-while-held', class: 'critical' }]);
  expect(walk.journey.open.map(({ step }) => step)).toEqual(['Release the collection', 'Triage the deviation']);
  walk.decide('Release the collection', 'stopped');
  expect(walk.journey.state.closing?.outcome).toBe('stopped');
  const deviation = walk.journey.history.find(
    ({ effect }) => effect.kind === 'mail' && effect.notice.about === 'journey' && effect.notice.what === 'deviation',
  );
  expect(deviation).toMatchObject({ effect: { notice: { to: ['qa'], class: 'critical' } } });
});
