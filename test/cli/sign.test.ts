import { runCommand } from 'citty';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sign } from '../../local/cli/sign.ts';
import { EXAMPLE_PIN } from '../../local/scenario/staff.ts';
import { type Bench, startBench } from '../sign-off/bench.ts';

let bench: Bench;
let link: string;
beforeAll(async () => {
  bench = await startBench();
  link = `${bench.stack.url}${await bench.linkTo('Confirm eligibility')}?lang=en`;
});
afterAll(() => bench?.stop());

/** What the command prints. */
async function printed(...rawArgs: string[]): Promise<unknown> {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await runCommand(sign, { rawArgs: [link, ...rawArgs] });
    return JSON.parse(written.mock.calls.map(([text]) => String(text)).join(''));
  } finally {
    written.mockRestore();
  }
}

test('a link shows its step on the command line to who gives user id and PIN, and else how to sign it', async () => {
  expect(await printed()).not.toHaveProperty('facts');
  expect(await printed('--signer', 'physician', '--pin', EXAMPLE_PIN)).toHaveProperty('facts');
  await expect(printed('--signer', 'physician', '--pin', '135791')).rejects.toThrow('Sign-in: got 401');
});
