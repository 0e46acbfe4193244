import { expect, test } from 'vitest';
import { noOpenExcursion } from '../../../lambdas/domain/gates/no-open-excursion.ts';
import { type FoundDeviation, openDeviations } from '../../../lambdas/domain/journey/found-deviations.ts';
import { system } from '../../../lambdas/domain/journey/scribe.ts';
import { isActive } from '../../../lambdas/domain/journey/state.ts';
import { ok } from '../../../lambdas/domain/outcome.ts';
import { MOST_ITEMS } from '../../support/measures.ts';
import { sceneOf } from '../../support/scenes.ts';
import type { Walk } from '../../support/walk.ts';

/** More than one commit can write. */
const MANY = 80;

function find({ journey }: Walk, isExcursion: (place: number) => boolean): void {
  const { phase, round, step, openedSeq } = journey.step('Accept receipt');
  const found = Array.from({ length: MANY }, (_, place): FoundDeviation => {
    const about = isExcursion(place) ? { excursion: openedSeq } : {};
    return { kind: 'against-not-expired', class: 'critical', phase, round, step, detail: 'As corrected.', ...about };
  });
  journey.change((scribe) => {
    openDeviations(scribe, found, system('test'));
    return ok({ value: undefined });
  });
}

const verdict = ({ journey: { state, protocol, now } }: Walk) =>
  noOpenExcursion.judge({ state, protocol, now, evidence: {} }).status;

test('of more than one commit can write, what waits for a disposition is opened first, and holds the material at once', () => {
  const walk = sceneOf('Accept receipt');
  find(walk, (place) => place === MANY - 1);
  expect(isActive(walk.journey.state, 'Excursion')).toBe(true);
  expect(walk.journey.state.found).not.toEqual([]);
  expect(verdict(walk)).toBe('closed');
});

test('an excursion that was found and no commit had room for yet closes the gate as an open one does', () => {
  const walk = sceneOf('Accept receipt');
  const { journey } = walk;
  find(walk, () => true);
  expect(journey.commits.at(-1)).toBeLessThan(MOST_ITEMS);
  const phases = journey.state.phases.filter(({ phase }) => phase !== 'Excursion');
  expect(journey.state.found).not.toEqual([]);
  const { protocol, now } = journey;
  const judge = (found: typeof journey.state.found) =>
    noOpenExcursion.judge({ state: { ...journey.state, phases, found }, protocol, now, evidence: {} }).status;
  expect([judge(journey.state.found), judge([])]).toEqual(['closed', 'open']);
});
