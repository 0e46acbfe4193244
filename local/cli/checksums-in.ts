import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble.ts';

/** SHA-256 of every file in a folder and the folders in it, lower-case hex. */
export function checksumsIn(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          createHash('sha256')
            .update(readFileSync(join(parentPath, name)))
            .digest('hex'),
        ),
    );
  } catch (error) {
    throw new Trouble(`--attachments: expected a folder that can be read, got ${folder}`, { cause: error });
  }
}
