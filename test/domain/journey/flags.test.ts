import { expect, test } from 'vitest';
import { closedGates } from '../../../lambdas/domain/gates/gate.ts';
import { raisedFlags } from '../../../lambdas/domain/journey/flags.ts';
import { noReadiness } from '../../../lambdas/domain/registers/site-readiness.ts';
import { gatesOf } from '../../../lambdas/domain/sign-off/checks.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { FLAGS, type StepName } from '../../../lambdas/domain/vocabulary.ts';
import { personIn } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

const raised = ({ journey }: Walk) => [...raisedFlags(journey.state)];
const closedBy = ({ journey }: Walk, step: StepName, decision: string): readonly string[] => {
  const definition = steps[step].decisions[decision];
  if (definition === undefined) throw new Error(`${step} has no decision ${decision}`);
  const evidence = evidenceOf(journey.step(step), decision, journey);
  const { state, protocol, now } = journey;
  const context = { state, protocol, now, evidence, readiness: noReadiness(state.site.id) };
  return closedGates(gatesOf(definition), context).map(({ gate }) => gate);
};

test.each([
  ['do-not-ship', 'Agree the delivery', 'agreed'],
  ['do-not-condition', 'Give GO for conditioning', 'go'],
  ['do-not-condition', 'Start conditioning', 'started'],
  ['do-not-thaw', 'Give GO for thaw', 'go'],
  ['do-not-thaw', 'Confirm GO for thaw', 'go'],
] as const)('%s closes %s until a physician clears it', (flag, step, decision) => {
  const walk = sceneOf(step);
  report(walk, 'flags-raised', { flags: FLAGS.filter((one) => one !== flag) });
  expect(closedBy(walk, step, decision)).not.toContain(`not-flagged-${flag}`);
  report(walk, 'flags-raised', { flags: [flag] });
  expect(closedBy(walk, step, decision)).toContain(`not-flagged-${flag}`);
  walk.decide('Review the flags', 'stay');
  expect(closedBy(walk, step, decision)).toContain(`not-flagged-${flag}`);
  walk.decide('Review the flags', 'cleared');
  expect(raised(walk)).toEqual([]);
  expect(closedBy(walk, step, decision)).not.toContain(`not-flagged-${flag}`);
});

test('flags raised together are reviewed once, as long as they stay; a new one after that asks anew', () => {
  const walk = sceneOf('Agree the delivery');
  report(walk, 'flags-raised', { flags: ['do-not-ship'] });
  report(walk, 'flags-raised', { flags: ['do-not-thaw'] });
  const reviews = () => walk.journey.state.phases.filter(({ phase }) => phase === 'FlagReview').length;
  expect(reviews()).toBe(1);
  expect(raised(walk).toSorted()).toEqual(['do-not-ship', 'do-not-thaw']);
  walk.decide('Review the flags', 'cleared');
  report(walk, 'flags-raised', { flags: ['do-not-thaw'] });
  expect(reviews()).toBe(2);
  expect(raised(walk)).toEqual(['do-not-thaw']);
});

test('only who may raise flags raises them, and only a physician clears them', () => {
  const walk = sceneOf('Agree the delivery');
  const [at] = walk.journey.open;
  if (at === undefined) throw new Error('expected an open step');
  const evidence = { flags: ['do-not-ship'], explanation: 'x' };
  const by = (role: 'coordinator' | 'pharmacist') =>
    walk.journey.report(at, 'flags-raised', { evidence, signer: personIn([role]) });
  expect(by('coordinator')).toMatchObject({ refusal: { code: 'forbidden' } });
  expect(by('pharmacist').ok).toBe(true);
  walk.machines.deliver();
  expect(
    walk.journey.sign(walk.journey.step('Review the flags'), 'cleared', { signer: personIn(['pharmacist']) }),
  ).toMatchObject({
    refusal: { code: 'forbidden' },
  });
});

test('a patient found unfit on the way raises every flag, and who clears them is asked', () => {
  const walk = sceneOf('Reassess the patient');
  walk.decide('Reassess the patient', 'deteriorated');
  expect(raised(walk).toSorted()).toEqual([...FLAGS].toSorted());
  expect(walk.journey.open.map(({ step }) => step)).toContain('Review the flags');
  walk.decide('Review the flags', 'cleared');
  expect(raised(walk)).toEqual([]);
});

test('flags that are not cleared stop the treatment where the physician says so', () => {
  const walk = sceneOf('Review the flags');
  walk.decide('Review the flags', 'stopped');
  expect(walk.journey.state.closing?.outcome).toBe('stopped');
});

test('once the product was given flags stop nothing, and are reviewed once', () => {
  const walk = sceneOf('Monitor the patient');
  const { journey } = walk;
  report(walk, 'flags-raised');
  expect(journey.sign(journey.step('Review the flags'), 'stopped')).toMatchObject({
    refusal: { code: 'invalid', detail: { path: 'decision', problem: 'infused-is-followed' } },
  });
  walk.decide('Review the flags', 'stay');
  expect(journey.open.map(({ step }) => step)).toEqual(['Monitor the patient']);
});
