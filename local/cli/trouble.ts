import { inspect } from 'node:util';

/** Something the user of the command can mend: shown as its message alone, in one line, without stack or cause. */
export class Trouble extends Error {
  override readonly name = 'atmp';

  [inspect.custom](): string {
    return `atmp: ${this.message}`;
  }
}
