import { describe, expect, test } from 'vitest';
import { everyAuthorisation } from '../../../lambdas/domain/gates/every-authorisation.ts';
import { gatesOf } from '../../../lambdas/domain/sign-off/checks.ts';
import { steps } from '../../../lambdas/domain/steps/index.ts';
import { report, sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

const decisions = Object.values(steps).flatMap((step) =>
  Object.entries(step.decisions).map(([name, definition]) => ({ step: step.step, name, definition })),
);

test('every authorisation passes the gates of every authorisation; no other decision is closed by them', () => {
  const authorising = decisions.filter(({ definition }) => definition.kind === 'authorise');
  expect(authorising.length).toBeGreaterThan(20);
  for (const { step, name, definition } of decisions) {
    const asked = gatesOf(definition);
    for (const gate of everyAuthorisation) {
      expect([step, name, gate.name, asked.includes(gate)]).toEqual([
        step,
        name,
        gate.name,
        definition.kind === 'authorise',
      ]);
    }
  }
});

const CLOSING: Readonly<Record<string, (walk: Walk) => void>> = {
  'not-held': (walk) => walk.command('hold'),
  'no-death-reported': (walk) => {
    report(walk, 'death');
  },
  'consent-stands': (walk) => {
    report(walk, 'consent-withdrawn');
  },
  'no-mismatch-open': (walk) => {
    report(walk, 'identity-mismatch');
  },
};

describe.each(everyAuthorisation.map(({ name }) => name))('%s', (gate) => {
  test.each([
    ['Book the slots', 'booked', 'stopped'],
    ['Agree the delivery', 'agreed', 'stopped'],
    ['Give GO for conditioning', 'go', 'stopped'],
    ['Give GO for thaw', 'go', 'stopped'],
  ] as const)('closes %s: %s, and not %s', (name, authorised, stopping) => {
    const walk = sceneOf(name);
    const { journey } = walk;
    CLOSING[gate]?.(walk);
    const refused = journey.sign(journey.step(name), authorised);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'forbidden' } });
    expect(refused.ok ? [] : refused.refusal.detail?.gates).toContainEqual(
      expect.objectContaining({ gate, status: 'closed' }),
    );
    expect(journey.sign(journey.step(name), stopping).ok).toBe(true);
  });
});
