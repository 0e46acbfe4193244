import { expect, test } from 'vitest';
import { type Part, runParts } from './budget.ts';
import { inLanes } from './lanes.ts';
import { resultText, withResult } from './reliability.ts';

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
        return { done: String(done), failures: [] };
      },
    }),
  );
  return runParts(parts, { seed: 1, minutes, now: () => nowMs });
}

test('each part has its share of the time, and what those before it left', async () => {
  const { parts, minutes } = await played(10, [100, 2, 100]);
  // Shares of three minutes and a third: what was begun in time is ended.
  expect(parts.map(({ done }) => done)).toEqual(['4', '2', '4']);
  expect(minutes).toBe(10);
});

test('without a limit everything is done', async () => {
  expect((await played(undefined, [3, 20])).parts.map(({ done }) => done)).toEqual(['3', '20']);
});

test('the result replaces the last one in the document, and nothing else', () => {
  const document =
    'before\n<!-- last soak: written by `npm run soak -- --write` -->\nold\n<!-- end of last soak -->\nafter\n';
  const result = {
    seed: 7,
    minutes: 20,
    parts: [{ name: 'kills', done: '40 kills', failures: ['SEED=7 npx vitest'] }],
  };
  const written = withResult(document, resultText(result, '2026-01-02'));
  expect(written).toMatch(/^before\n/);
  expect(written).toMatch(/seed 7, 20 minutes: 1 FAILED\.\n\n- 40 kills\n- FAILED: `SEED=7 npx vitest`\n/);
  expect(written).toMatch(/\nafter\n$/);
  expect(written).not.toContain('old');
  expect(() => withResult('nothing', 'text')).toThrow(/expected <!-- last soak/);
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
