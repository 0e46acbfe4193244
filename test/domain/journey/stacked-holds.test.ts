import { expect, test } from 'vitest';
import { deadlineOf } from '../../../lambdas/domain/clocks/deadline.ts';
import { isHeld } from '../../../lambdas/domain/journey/state.ts';
import { millisecondsBetween } from '../../../lambdas/domain/time.ts';
import { PROTOCOL } from '../../support/builders.ts';
import { Walk } from '../../support/walk.ts';

const DAY_MS = 86_400_000;

test('an order withdrawn while an operator holds stays a hold of its own; overlapping holds stand still once', () => {
  const walk = new Walk();
  walk.to('Confirm funding');
  const { journey } = walk;
  const due = () => deadlineOf(journey.state, journey.step('Confirm funding'), PROTOCOL).at;
  const before = due();
  journey.command('hold');
  journey.pass('P1D');
  journey.change((scribe) => {
    scribe.write('journey.held', { reason: 'EHR order revoked' }, { kind: 'sender', id: 'ehr' });
    return { ok: true, value: { value: undefined } };
  });
  expect(journey.state.anomalies).toEqual([]);
  journey.pass('P1D');
  journey.command('resume');
  expect(isHeld(journey.state)).toBe(true);
  journey.pass('P1D');
  journey.command('resume');
  expect(isHeld(journey.state)).toBe(false);
  expect(millisecondsBetween(before, due())).toBe(3 * DAY_MS);
});
