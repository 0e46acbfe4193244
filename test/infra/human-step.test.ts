import { expect, test } from 'vitest';
import { NOT_NEEDED, type SingleStage } from '../../lambdas/domain/phases/flow.ts';
import { flows } from '../../lambdas/domain/phases/index.ts';
import { type AslChoice, mergeStates } from '../../lib/asl.ts';
import { decisionName, humanStep } from '../../lib/constructs/human-step.ts';
import { type TogetherStepProps, togetherStep } from '../../lib/constructs/together-step.ts';
import { phaseDefinition } from '../../lib/phases/phase-definition.ts';

const machine = { phase: 'Treatment', revision: '0123456789ab' } as const;
const step = { machine, step: 'Discharge', openStepArn: 'arn' } as const;
const decisions: readonly string[] = ['discharged', 'died'];
const registration = flows.Order.stages.Referral as SingleStage;
const acceptance = flows.Receipt.stages.Acceptance as SingleStage;

/** What follows when both steps are answered, in the order it is asked. */
const choicesOf = (steps: TogetherStepProps['steps']): AslChoice['Choices'] => {
  const states = togetherStep({
    machine,
    openStepArn: 'arn',
    name: 'Both',
    steps,
    passed: 'Ordered',
    otherwise: 'Rejected',
  });
  return (states[decisionName('Both')] as AslChoice).Choices;
};

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
    stages: { GO: { kind: 'single', step: 'Give GO for thaw', routes: { go: { to: 'Nowhere' } } } },
  } as const;
  expect(() => phaseDefinition(flow, 'arn')).toThrow(
    'Phase Treatment, GO: got a route to "Nowhere", expected one of GO',
  );
});

test('two states of one name are refused', () => {
  const end = { Same: { Type: 'Pass', Output: null, End: true } } as const;
  expect(() => mergeStates(end, end)).toThrow('State "Same" is defined twice');
});

test('a decision to pass that the step does not know is refused by name', () => {
  const steps = [
    { step: 'Discharge', pass: 'discharged', decisions },
    { step: 'Give GO for thaw', pass: 'went', decisions: ['go', 'defer'] },
  ] as const;
  expect(() =>
    togetherStep({ machine, openStepArn: 'arn', name: 'Both', steps, passed: 'Treated', otherwise: 'Died' }),
  ).toThrow('Step "Give GO for thaw": got "went" as the decision to pass, expected one of go, defer');
});

test('a step that may not be needed must have a route for that too', () => {
  const { [NOT_NEEDED]: _passedOver, ...routes } = registration.routes;
  const flow = { ...flows.Order, stages: { ...flows.Order.stages, Referral: { ...registration, routes } } };
  expect(() => phaseDefinition(flow, 'arn')).toThrow(
    'Step "Register the referral": got no route for its decision "not-needed"',
  );
});

test('a step that is always needed has no route around it', () => {
  const routes = { ...acceptance.routes, [NOT_NEEDED]: { end: 'accepted' } } as const;
  const flow = { ...flows.Receipt, stages: { ...flows.Receipt.stages, Acceptance: { ...acceptance, routes } } };
  expect(() => phaseDefinition(flow, 'arn')).toThrow('a route for "not-needed", which is none of its decisions');
});

test('of steps asked together, one that was not needed passes and never counts as a decision against', () => {
  const [passed, against] = choicesOf([
    { step: 'Confirm funding', pass: 'funded', decisions: ['funded', 'refused', NOT_NEEDED] },
    { step: 'Confirm consent', pass: 'consented', decisions: ['consented', 'refused'] },
  ]);
  expect(passed).toMatchObject({ Next: 'Ordered', Condition: expect.stringContaining('["funded","not-needed"]') });
  expect(passed?.Condition).toContain('["consented"]');
  expect(against).toMatchObject({ Next: 'Rejected', Condition: expect.not.stringContaining(NOT_NEEDED) });
});
