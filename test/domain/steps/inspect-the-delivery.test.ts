import { expect, test } from 'vitest';
import { storageRange } from '../../../lambdas/domain/protocol/accessors.ts';
import { evidenceOf } from '../../support/evidence.ts';
import { sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

const DEVIATION = {
  class: 'critical',
  description: 'The logger shows 25 minutes above the limit.',
  immediateAction: 'Left in the shipper, quality assurance called.',
} as const;

function inspected(found: Readonly<Record<string, unknown>>): Walk {
  const walk = sceneOf('Inspect the delivery');
  const step = walk.journey.step('Inspect the delivery');
  walk.decide('Inspect the delivery', 'inspected', {
    evidence: { ...evidenceOf(step, 'inspected', walk.journey), ...found },
  });
  return walk;
}

const raised = ({ journey: { events } }: Walk) =>
  events.flatMap(({ type, data, by }) =>
    type === 'deviation.opened' && data.kind === 'outside-limits'
      ? [{ ...data, by: by.kind === 'person' ? by.id : by.kind }]
      : [],
  );

test('a temperature outside the limits of the protocol is recorded, and the deviation is raised by the same signature', () => {
  const walk = inspected({ highestTemperature: -112, deviation: DEVIATION });
  const { max } = storageRange(walk.journey.protocol);
  expect(walk.journey.step('Inspect the delivery').decision).toMatchObject({
    decision: 'inspected',
    evidence: { highestTemperature: -112, deviation: DEVIATION },
  });
  expect(raised(walk)).toMatchObject([
    {
      class: 'critical',
      step: 'Inspect the delivery',
      detail: `highestTemperature: got -112 °C, expected ≤ ${max} °C. Described with the decision.`,
      by: walk.journey.step('Inspect the delivery').decision?.by.id,
    },
  ]);
});

test('recording is never refused for want of a description: the deviation opens all the same', () => {
  expect(raised(inspected({ highestTemperature: -112 }))).toMatchObject([
    { class: 'major', detail: expect.stringContaining('Not described by its signer.') },
  ]);
});

test('within the limits there is none, unless its signer raises one', () => {
  expect(raised(inspected({}))).toEqual([]);
  expect(raised(inspected({ deviation: { ...DEVIATION, class: 'minor' } }))).toMatchObject([{ class: 'minor' }]);
});

test('what cannot be is mistyped, and refused as before', () => {
  const walk = sceneOf('Inspect the delivery');
  const step = walk.journey.step('Inspect the delivery');
  const evidence = { ...evidenceOf(step, 'inspected', walk.journey), lowestTemperature: -300, deviation: DEVIATION };
  expect(walk.journey.sign(step, 'inspected', { evidence })).toMatchObject({ refusal: { code: 'invalid' } });
});
