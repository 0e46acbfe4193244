import { defineCommand, runCommand } from 'citty';
import { vi } from 'vitest';
import { genealogy } from '../../local/cli/genealogy.ts';
import { allowed } from '../../local/cli/register/allowed.ts';
import { register } from '../../local/cli/register/register.ts';
import { staff } from '../../local/cli/staff/staff.ts';
import type { Ran } from './run-atmp.ts';

const program = defineCommand({ subCommands: { allowed, genealogy, register, staff } });

/** Runs a command of the program in this process: where it is tested what it does, and not that the program starts. One at a time. */
export async function runHere(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  for (const [name, value] of Object.entries({ AWS_EC2_METADATA_DISABLED: 'true', ...env })) vi.stubEnv(name, value);
  let out = '';
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  try {
    await runCommand(program, { rawArgs: [...args] });
    return { code: 0, out, complaint: '' };
  } catch (error) {
    return { code: 1, out, complaint: error instanceof Error ? error.message : String(error) };
  } finally {
    written.mockRestore();
    vi.unstubAllEnvs();
  }
}
