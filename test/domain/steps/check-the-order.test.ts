import { expect, test } from 'vitest';
import { evidenceOf } from '../../support/evidence.ts';
import { Walk } from '../../support/walk.ts';

test('the second person states approval, order number and source of the wristband, and each has to be as recorded', () => {
  const walk = new Walk();
  const step = walk.to('Check the order');
  const sign = (more: object) =>
    walk.journey.sign(step, 'checked', { evidence: { ...evidenceOf(step, 'checked', walk.journey), ...more } });
  for (const field of ['approvalReference', 'makerOrderNumber', 'wristbandSource']) {
    expect(sign({ [field]: 'another' })).toMatchObject({
      refusal: { code: 'invalid', detail: { path: `evidence.${field}`, problem: 'not-as-recorded' } },
    });
    expect(sign({ [field]: undefined })).toMatchObject({ refusal: { code: 'invalid' } });
  }
  expect(sign({}).ok).toBe(true);
});
