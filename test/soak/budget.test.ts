import { expect, test } from 'vitest';
import { FAULT_CLASSES, type FaultClass, tablesFor } from '../support/fault-classes.ts';
import { failuresOf, type Part, runParts } from './budget.ts';
import { inLanes } from './lanes.ts';
import { endedWithin } from './play-process.ts';
import { resultText, withResult } from './reliability.ts';
import { tooManyLeft } from './too-many-left.ts';

const MINUTE_MS = 60_000;

/** Parts that take a minute for each piece of theirs, on a clock of their own. */
function played(minutes: number | undefined, wanted: readonly number[]) {
  let nowMs = 0;
  const parts = wanted.map(
    (goal, index): Part => ({
      name: `part ${index + 1}`,
      share: 1,
      run: async ({ more }) => {
        let done = 0;
        for (; done < goal && more(); done += 1) nowMs += MINUTE_MS;
        return { done, of: goal, failures: [] };
      },
    }),
  );
  return runParts(parts, { seed: 1, minutes, now: () => nowMs });
}

test('each part has its share of the time, and what those before it left', async () => {
  const { parts, minutes } = await played(10, [100, 2, 100]);
  // Shares of three minutes and a third: what was begun in time is ended.
  expect(parts.map(({ done }) => done)).toEqual([4, 2, 4]);
  expect(minutes).toBe(10);
});

test('without a limit everything is done', async () => {
  expect((await played(undefined, [3, 20])).parts.map(({ done }) => done)).toEqual([3, 20]);
});

test('the result replaces the last one in the document, and nothing else', () => {
  const document =
    'before\n<!-- last soak: written by `npm run soak -- --write` -->\nold\n<!-- end of last soak -->\nafter\n';
  const result = {
    seed: 7,
    minutes: 20,
    parts: [{ name: 'kills', done: 40, of: 1000, note: 'in haste', failures: ['SEED=7 npx vitest'] }],
  };
  const written = withResult(document, resultText(result, '2026-01-02'));
  expect(written).toMatch(/^before\n/);
  expect(written).toMatch(
    /seed 7, 20 minutes: 1 FAILED\.\n\n- 40 of 1000 kills; in haste\n- FAILED: `SEED=7 npx vitest`\n/,
  );
  expect(written).toMatch(/\nafter\n$/);
  expect(written).not.toContain('old');
  expect(() => withResult('nothing', 'text')).toThrow(/expected <!-- last soak/);
});

test('what was not reached did not hold, and what was not ended is said to be incomplete', () => {
  const after = (...done: readonly number[]) => ({
    seed: 7,
    minutes: 1,
    parts: done.map((count) => ({ name: 'kills', done: count, of: 20, failures: [] })),
  });
  expect(resultText(after(20, 20), '2026-01-02')).toContain(': everything held.');
  expect(resultText(after(20, 3), '2026-01-02')).toContain(': what was done held, incomplete: kills.');
  expect(failuresOf(after(20, 3))).toEqual([]);
  expect(resultText(after(20, 0), '2026-01-02')).toMatch(/: 1 FAILED\..*0 of 20 kills.*no kills were reached/s);
});

test('a play that does not end is broken', async () => {
  expect(await endedWithin(1, new Promise<never>(() => undefined))).toBe('not ended');
  expect(await endedWithin(60_000, Promise.resolve('held'))).toBe('held');
});

test('a few plays may end where somebody came too late, and no more', () => {
  expect(tooManyLeft(22, 459)).toEqual([]);
  expect(tooManyLeft(24, 459)).toEqual([expect.stringMatching(/^24 of 459 plays ended where somebody came too late/)]);
});

test('two copies of an invocation meet on the database, where the one that comes second loses', () => {
  const kept = Map.groupBy(Object.keys(FAULT_CLASSES) as FaultClass[], tablesFor);
  expect(kept.get('database')).toEqual(['two copies of every invocation']);
  expect(kept.get('memory')).toHaveLength(Object.keys(FAULT_CLASSES).length - 1);
});

test('pieces are done in lanes, each once and in order, until there is no more time', async () => {
  const begun: string[] = [];
  const work = async (piece: number, lane: number): Promise<void> => {
    begun.push(`${piece} in ${lane}`);
    await Promise.resolve();
  };
  await inLanes([1, 2, 3], () => true, work, 2);
  expect(begun).toEqual(['1 in 0', '2 in 1', '3 in 0']);
  await inLanes([4, 5, 6], () => begun.length < 5, work, 2);
  expect(begun.slice(3)).toEqual(['4 in 0', '5 in 1']);
});
