import { execFileSync } from 'node:child_process';
import type { Release } from '../../lambdas/domain/events/envelope.ts';
import packageJson from '../../package.json' with { type: 'json' };

/** The release this command line is of; outside a git checkout its commit is not known. */
export function thisRelease(): Release {
  return { version: packageJson.version, commit: commitOfCheckout() ?? 'unknown' };
}

function commitOfCheckout(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
