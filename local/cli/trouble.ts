import { inspect } from 'node:util';
import { DataDirectoryRefused } from '../data-directory.ts';

/** Something the user of the command can mend: shown as its message alone, in one line, without stack or cause. */
export class Trouble extends Error {
  override readonly name = 'atmp';

  [inspect.custom](): string {
    return `atmp: ${this.message}`;
  }
}

/** What a stack was started for; a data directory that it refuses is something the user can mend. */
export async function orTrouble<T>(started: Promise<T>): Promise<T> {
  try {
    return await started;
  } catch (error) {
    throw error instanceof DataDirectoryRefused ? new Trouble(error.message) : error;
  }
}
