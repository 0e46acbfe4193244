import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'atmp-journey-';

/**
 * A new directory for one run: in memory where the system has a file system there, as the database is written with
 * every event. What a killed run has left behind (its process is gone) is removed.
 *
 * @throws Error when neither /dev/shm nor the temporary directory can be written
 */
export function temporaryDirectory(parents: readonly string[] = ['/dev/shm', tmpdir()]): string {
  for (const parent of parents) {
    try {
      forgetDeadRuns(parent);
      return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
    } catch {
      // Not there, or not ours to write: the next one.
    }
  }
  throw new Error(`No temporary directory can be made in ${parents.join(' or ')}; give a data directory`);
}

function forgetDeadRuns(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
