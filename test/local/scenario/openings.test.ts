import { expect, test } from 'vitest';
import { embeddedStage } from '../../../local/scenario/embedded-stage.ts';
import { playScenario } from '../../../local/scenario/run-scenario.ts';
import type { Opening, Scenario } from '../../../local/scenario/scenario.ts';
import { rejection } from '../../../scenarios/rejection.ts';

const whenAsked = { step: 'Confirm eligibility', round: 1 } as const;

const opening = (openings: readonly Opening[]): Scenario => ({
  ...rejection,
  play: (course) => ({ ...rejection.play(course), openings }),
});

test('a scenario fails where a link shows another thing than it says, and where nobody opens it', async () => {
  const { stack, world, webhookSecret } = await embeddedStage({ seed: 1 });
  try {
    const nurse = opening([{ whenAsked, after: 'PT1M', as: 'nurse', shows: 'step' }]);
    await expect(playScenario(world, nurse, { webhookSecret, order: 'o-1' })).rejects.toThrow(
      'Link opened by nurse: got somebody-else, expected step',
    );
    const later = opening([{ whenAsked: { ...whenAsked, round: 2 }, after: 'PT1M', shows: 'sign-in' }]);
    const { unmet } = await playScenario(world, later, { webhookSecret, order: 'o-2' });
    expect(unmet).toEqual(['link of Confirm eligibility: not opened by nobody']);
  } finally {
    await stack.stop();
  }
});
