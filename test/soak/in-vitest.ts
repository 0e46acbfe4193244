import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Budget, Part, PartResult } from './budget.ts';
import { inLanes } from './lanes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Tests that name no time of their own may take this long, in milliseconds. */
const PATIENCE_MS = 6 * 60 * 60 * 1000;

type Settings = Readonly<Record<string, string>>;

/** Runs test files with these settings; gives how to see it again when something did not hold. */
async function inVitest(files: readonly string[], settings: Settings): Promise<string | undefined> {
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [program, 'run', `--testTimeout=${PATIENCE_MS}`, '--silent=passed-only', ...files],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...settings },
    },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  const again = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return code === 0 ? undefined : `${again.join(' ')} npx vitest run ${files.join(' ')}`;
}

interface Pieces {
  readonly name: string;
  readonly share: number;
  readonly file: string;
  /** How much there is to do in all, and in one piece. */
  readonly goal: number;
  readonly piece: number;
  /** Settings that make the file do so much. */
  settings(count: number): Settings;
}

/** A test file done piece by piece in all lanes, each with the next seed, until the goal or the time is reached. */
export const pieces = ({ name, share, file, goal, piece, settings }: Pieces): Part => ({
  name,
  share,
  async run({ seed, more }: Budget): Promise<PartResult> {
    const failures: string[] = [];
    let done = 0;
    const counts = Array.from({ length: Math.ceil(goal / piece) }, (_, at) => Math.min(piece, goal - at * piece));
    await inLanes(counts.entries(), more, async ([at, count]) => {
      const failed = await inVitest([file], { SEED: String(seed + at), ...settings(count) });
      if (failed !== undefined) failures.push(failed);
      done += count;
    });
    return { done, of: goal, failures };
  },
});

/** Trouble at every single signature: one piece, which takes hours and is left out where time is short. */
export const everySignature = (files: readonly string[]): Part => ({
  name: 'files with trouble at every signature',
  share: 0,
  async run({ seed }) {
    const failed = await inVitest(files, { SEED: String(seed), EVERY_SIGNATURE: '1' });
    return { done: files.length, of: files.length, failures: failed === undefined ? [] : [failed] };
  },
});
