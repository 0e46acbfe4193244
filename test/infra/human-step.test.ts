import { expect, test } from 'vitest';
import { mergeStates } from '../../lib/asl.ts';
import { humanStep } from '../../lib/constructs/human-step.ts';
import { togetherStep } from '../../lib/constructs/together-step.ts';
import { phaseDefinition } from '../../lib/phases/phase-definition.ts';

const machine = { phase: 'Treatment', revision: '0123456789ab' } as const;
const step = { machine, step: 'Discharge', openStepArn: 'arn' } as const;
const decisions: readonly string[] = ['discharged', 'died'];

test('a decision without a route is refused by name', () => {
  expect(() => humanStep({ ...step, decisions, routes: { discharged: 'Treated' } })).toThrow(
    'Step "Discharge": got no route for its decision "died"; expected routes for exactly discharged, died',
  );
});

test('a route for what is no decision is refused by name', () => {
  const routes = { discharged: 'Treated', died: 'Died', defer: 'Deferred' };
  expect(() => humanStep({ ...step, decisions, routes })).toThrow(
    'a route for "defer", which is none of its decisions',
  );
});

test('a missing route does not compile either', () => {
  const typed = ['discharged', 'died'] as const;
  // @ts-expect-error died has no route
  expect(() => humanStep({ ...step, decisions: typed, routes: { discharged: 'Treated' } })).toThrow('no route');
});

test('asking one step together is refused', () => {
  expect(() =>
    togetherStep({
      machine,
      openStepArn: 'arn',
      name: 'Alone',
      steps: [{ step: 'Discharge', pass: 'discharged', decisions }],
      passed: 'Treated',
      otherwise: 'Died',
    }),
  ).toThrow('Stage "Alone": got 1 step, expected two or more');
});

test('a route to a stage that does not exist is refused by name', () => {
  const flow = {
    phase: 'Treatment',
    first: 'GO',
    stages: { GO: { kind: 'single', step: 'Give GO', routes: { go: { to: 'Nowhere' } } } },
  } as const;
  expect(() => phaseDefinition(flow, 'arn')).toThrow(
    'Phase Treatment, GO: got a route to "Nowhere", expected one of GO',
  );
});

test('two states of one name are refused', () => {
  const end = { Same: { Type: 'Succeed' } } as const;
  expect(() => mergeStates(end, end)).toThrow('State "Same" is defined twice');
});

test('a decision to pass that the step does not know is refused by name', () => {
  const steps = [
    { step: 'Discharge', pass: 'discharged', decisions },
    { step: 'Give GO', pass: 'went', decisions: ['go', 'defer'] },
  ] as const;
  expect(() =>
    togetherStep({ machine, openStepArn: 'arn', name: 'Both', steps, passed: 'Treated', otherwise: 'Died' }),
  ).toThrow('Step "Give GO": got "went" as the decision to pass, expected one of go, defer');
});
