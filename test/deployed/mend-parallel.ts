import { readFileSync, writeFileSync } from 'node:fs';

const SHARED = 'effective, execution, ctx)\n        except Exception as exc:\n            errors[idx] = exc';
const OWN = SHARED.replace('ctx)', 'dict(ctx))');

/**
 * Gives each branch of a Parallel a context of its own. As released, branches share one, so that two callback tasks that
 * start at the same moment now and then get one token: the first answer takes it, and the other branch waits for ever.
 *
 * @param file the module of MiniStack that runs state machines; one that is mended already stays as it is
 * @throws Error when it is not the module this was written for
 */
export function mendParallel(file: string): void {
  const source = readFileSync(file, 'utf8');
  if (source.includes(OWN)) return;
  const places = source.split(SHARED).length - 1;
  if (places !== 1) throw new Error(`MiniStack ${file}: expected one place that starts a branch, got ${places}`);
  writeFileSync(file, source.replace(SHARED, OWN));
}
