import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../bin/atmp.ts', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

/** Runs the command line as a process of its own, without the AWS settings of whoever runs the tests. */
export const runAtmp = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd?: string,
): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [PROGRAM, ...args],
      { cwd, env: { PATH: process.env.PATH, NO_COLOR: '1', AWS_EC2_METADATA_DISABLED: 'true', ...env } },
      (_error, out, complaint) => resolve({ code: child.exitCode ?? -1, out, complaint }),
    );
  });
