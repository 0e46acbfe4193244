import { expect, test } from 'vitest';
import { approvalsValid } from '../../../lambdas/domain/gates/approvals-valid.ts';
import type { Gate } from '../../../lambdas/domain/gates/gate.ts';
import { inspectionClean } from '../../../lambdas/domain/gates/inspection-clean.ts';
import { productAccepted } from '../../../lambdas/domain/gates/product-accepted.ts';
import { productAvailable } from '../../../lambdas/domain/gates/product-available.ts';
import { testsPassed } from '../../../lambdas/domain/gates/tests-passed.ts';
import { plus } from '../../../lambdas/domain/time.ts';
import { CHAIN_OF_IDENTITY } from '../../support/builders.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { pendingTests, sceneOf } from '../../support/scenes.ts';
import { Walk } from '../../support/walk.ts';

const judged = (gate: Gate, { journey }: Walk): string =>
  gate.judge({ state: journey.state, protocol: journey.protocol, now: journey.now, evidence: {} }).status;

test('accepted: closed until the certified product was accepted, on arrival or out of quarantine', () => {
  expect(judged(productAccepted, new Walk())).toBe('closed');
  const walk = sceneOf('Accept receipt');
  expect(judged(productAccepted, walk)).toBe('closed');
  walk.decide('Accept receipt', 'quarantined');
  expect(judged(productAccepted, walk)).toBe('closed');
  walk.decide('Resolve quarantine');
  expect(judged(productAccepted, walk)).toBe('open');
});

test('available: under the strictest basis the same as accepted', () => {
  const walk = sceneOf('Accept receipt');
  expect(judged(productAvailable, walk)).toBe('closed');
  walk.decide('Accept receipt');
  expect(judged(productAvailable, walk)).toBe('open');
});

test('inspection: unknown before it, closed by any fault, open when nothing was found', () => {
  expect(judged(inspectionClean, sceneOf('Inspect the delivery'))).toBe('unknown');
  expect(judged(inspectionClean, sceneOf('Accept receipt'))).toBe('open');
});

test.each([
  ['a broken seal', { sealIntact: false }],
  ['a damaged shipper', { shipperUndamaged: false }],
  ['a temperature out of range', { temperatureInRange: false }],
  ['a temperature above what the protocol allows, whatever was ticked', { highestTemperature: 4 }],
  ['a count that differs', { containersCounted: 1 }],
  ['a damaged container', { containersIntact: false }],
  ['another identity', { chainOfIdentity: { ...CHAIN_OF_IDENTITY, value: 'COI-0002' } }],
  ['another batch', { batch: 'batch-9' }],
  ['another container', { containers: ['bag-1-1', 'bag-9'] }],
  ['a code of another batch', { labelCodes: [{ container: 'bag-1-1', code: '(01)09506000134352(10)batch-9' }] }],
  ['a code of another expiry', { labelCodes: [{ container: 'bag-1-1', code: '(01)09506000134352(17)260101' }] }],
  ['a code of another donation', { labelCodes: [{ container: 'bag-1-1', code: '=A99992600000900' }] }],
  ['a label without autologous use only', { autologousUseOnly: false }],
  ['missing documents', { documentsPresent: false }],
])('inspection: %s is recorded and closes the acceptance', (_name, found) => {
  const walk = sceneOf('Inspect the delivery');
  const evidence = { ...evidenceOf(walk.journey.step('Inspect the delivery'), 'inspected', walk.journey), ...found };
  walk.decide('Inspect the delivery', 'inspected', { evidence });
  expect(judged(inspectionClean, walk)).toBe('closed');
  expect(walk.journey.sign(walk.journey.step('Accept receipt'), 'accepted')).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(walk.journey.sign(walk.journey.step('Accept receipt'), 'quarantined').ok).toBe(true);
});

test('pending tests: open where none were pending, unknown until they are here, then as they came out', () => {
  expect(judged(testsPassed, sceneOf('Agree the delivery'))).toBe('open');
  const walk = pendingTests();
  expect(judged(testsPassed, walk)).toBe('unknown');
  expect(walk.journey.open.map(({ step }) => step)).toContain('Record the pending tests');
  walk.decide('Record the pending tests', 'passed');
  expect(judged(testsPassed, walk)).toBe('open');
  const failed = pendingTests();
  failed.decide('Record the pending tests', 'failed');
  expect(judged(testsPassed, failed)).toBe('closed');
  expect(failed.journey.state.deviations).toMatchObject([{ kind: 'late-test-failed', class: 'critical' }]);
});

test('pending tests close GO for conditioning and GO for thaw, and not what comes before', () => {
  const walk = pendingTests();
  for (const step of ['Agree the delivery', 'Follow the delivery', 'Inspect the delivery', 'Accept receipt'] as const)
    walk.decide(step);
  walk.decide('Prescribe the product');
  walk.decide('Verify the prescription');
  expect(walk.journey.sign(walk.journey.step('Give GO for conditioning'), 'go')).toMatchObject({
    refusal: { detail: { gates: [{ gate: 'tests-passed', status: 'unknown' }] } },
  });
  walk.decide('Record the pending tests');
  expect(walk.journey.sign(walk.journey.step('Give GO for conditioning'), 'go').ok).toBe(true);
});

test('approvals: closed from the day on which a criterion or the funding lapses', () => {
  const walk = sceneOf('Book the slots');
  expect(judged(approvalsValid, walk)).toBe('open');
  walk.journey.now = plus(walk.journey.now, 'P3Y', 'UTC');
  expect(judged(approvalsValid, walk)).toBe('closed');
});
