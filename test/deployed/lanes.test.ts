import { expect, test } from 'vitest';
import { inLanes } from './lanes.ts';

test('a free lane takes the next piece, and answers keep the order of the work', async () => {
  const long = Promise.withResolvers<void>();
  const done: string[] = [];
  const answers = await inLanes(['left', 'right'], ['long', 'short', 'last'], async (lane, piece) => {
    if (piece === 'long') await long.promise;
    if (piece === 'last') long.resolve();
    done.push(`${piece} on the ${lane}`);
    return piece.toUpperCase();
  });
  expect(answers).toEqual(['LONG', 'SHORT', 'LAST']);
  expect(done).toEqual(['short on the right', 'last on the right', 'long on the left']);
});

test('nothing is begun after a piece that failed', async () => {
  const begun: string[] = [];
  const playing = inLanes(['only'], ['good', 'bad', 'never'], async (_lane, piece) => {
    begun.push(piece);
    if (piece === 'bad') throw new Error('bad piece');
  });
  await expect(playing).rejects.toThrow('bad piece');
  expect(begun).toEqual(['good', 'bad']);
});
