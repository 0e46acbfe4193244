import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from '../../../lambdas/domain/clocks/unseen.ts';
import { policyOf } from '../../../lambdas/domain/journey/site-policy.ts';
import type { StepState, ToldRung } from '../../../lambdas/domain/journey/state.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { personIn } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';
import { acknowledge, bounce, first, later } from './urgent.ts';

const TIERS_AFTER = 3;

type Act = 'acknowledge' | 'bounce' | 'hold' | 'resume' | 'wait' | 'late';
const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act>('acknowledge', 'bounce', 'hold', 'resume', 'wait', 'late'),
    minutes: fc.oneof(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 1, max: 12_000 })),
  }),
  { minLength: 1, maxLength: 12 },
);

function perform(walk: Walk, act: Act, minutes: number): void {
  const newest = first(walk).told.findLast(({ silent }) => !silent);
  if (act === 'acknowledge') acknowledge(walk, personIn(['coordinator']));
  if (act === 'bounce' && newest !== undefined) bounce(walk, newest.rung, { messageId: `m${walk.journey.state.seq}` });
  if (act === 'hold') walk.journey.command('hold');
  if (act === 'resume') walk.journey.command('resume');
  // A schedule that is late by some time.
  if (act === 'late') {
    walk.journey.pass(`PT${minutes}M`);
    walk.wake();
  }
  later(walk, `PT${minutes}M`);
}

const criticalOf = ({ told }: StepState): readonly ToldRung[] =>
  told.filter(({ class: mailClass, silent, rung }) => mailClass === 'critical' && !silent && originOf(rung) === rung);

test('every rung is told once and in order; a critical one goes on to who is on call unless somebody acknowledged it', () => {
  fc.assert(
    fc.property(acts, (script) => {
      const walk = new Walk();
      for (const { act, minutes } of script) perform(walk, act, minutes);
      const step = first(walk);
      const { state, now } = walk.journey;
      expect(new Set(step.rungs).size).toBe(step.rungs.length);
      const wait = policyOf(state).acknowledgeMinutes;
      const critical = criticalOf(step);
      for (const [index, rung] of critical.entries()) {
        const calls = step.told.filter((told) => told !== rung && originOf(told.rung) === rung.rung && !told.silent);
        const answer = step.acknowledgements.find(({ seq }) => seq > rung.seq);
        const next = critical[index + 1];
        const until = [answer?.at, next?.at, now].filter((at) => at !== undefined).sort()[0] ?? now;
        // Nobody is called once it was acknowledged, or a later one stands for it.
        for (const call of calls) {
          expect(answer === undefined || call.seq < answer.seq).toBe(true);
          expect(next === undefined || call.seq < next.seq).toBe(true);
        }
        const places = calls.map(({ rung: called }) => called.slice(called.lastIndexOf('-') + 1));
        expect(places).toEqual(places.map((_, place) => String(place + 1)));
        // By then the last tier knows: after the first, one in each interval at the latest; a late schedule is late once.
        const late = script.reduce((sum, { act, minutes }) => (act === 'late' ? sum + minutes : sum), 0);
        const latest = plus(rung.at, `PT${wait * TIERS_AFTER + late}M`, 'UTC');
        if (until > latest) expect(calls.some(({ to }) => to.includes('on-call'))).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});
