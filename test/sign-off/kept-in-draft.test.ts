import { expect, test } from 'vitest';
import type { StepName } from '../../lambdas/domain/vocabulary.ts';
import { draftsOf, keptInDraft } from '../../lambdas/sign-off/kept-in-draft.ts';
import { sceneOf } from '../support/scenes.ts';

function kept(name: StepName, form: string, ...fields: readonly string[]): readonly string[] {
  const { journey } = sceneOf(name);
  const isKept = keptInDraft({ stored: { state: journey.state }, step: journey.step(name) }, form);
  return fields.filter((field) => isKept(`evidence.${field}`));
}

test('of a delivery the second person reads every identifier themselves, and confirms themselves', () => {
  const read = [
    'chainOfIdentity.issuer',
    'chainOfIdentity.value',
    'batch',
    'containers',
    'labelAgreesWithPatientRecord',
  ];
  expect(kept('Accept receipt', 'accepted', ...read, 'storagePosition')).toEqual(['storagePosition']);
});

test('of a row about a container that nobody fills in for another nothing is kept', () => {
  const rows = ['containerComponents.0.container', 'containerComponents.0.component', 'pendingTests.0.test'];
  expect(kept('Check certificate', 'certified', ...rows)).toEqual(['pendingTests.0.test']);
});

test('what the page fills in for everybody may be chosen and accounted for by another', () => {
  expect(kept('Prescribe the product', 'prescribed', 'containers')).toEqual(['containers']);
  const rows = ['accounts.0.container', 'accounts.0.fate', 'accounts.40.container', 'accounts.40.fate'];
  expect(kept('Account for every container', 'accounted', ...rows)).toEqual([
    'accounts.0.container',
    'accounts.0.fate',
  ]);
});

test('nothing is shown that the first person had saved, whenever they did', async () => {
  const { journey } = sceneOf('Accept receipt');
  const step = journey.step('Accept receipt');
  const first = journey.step('Inspect the delivery').decision?.by.id ?? '';
  const field = (by: string) => ({ typed: ['A1'], value: 'A1', by, at: journey.now });
  const saved = { accepted: { 'evidence.storageDevice': field(first), 'evidence.storagePosition': field('another') } };
  const drafts = { find: async () => saved, save: async () => {} };
  const { phase, round } = step;
  const opened = { stored: { state: journey.state }, step, ref: { phase, round, step: step.step } };
  expect(Object.keys((await draftsOf({ drafts }, opened)).accepted ?? {})).toEqual(['evidence.storagePosition']);
});
