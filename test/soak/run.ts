import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { complain, print } from '../../local/cli/print.ts';

/**
 * The long run: the same tests as ever, with trouble at every single signature, kills by the thousand and random walks
 * by the hundred. It takes hours and is no part of CI. `SEED`, `KILLS` and `MORE_WALKS` (times as many walks) set its
 * size; what failed is found again with the seed that it prints. Exit 0 only when everything held.
 */
const { SEED = String(Date.now() % 1_000_000), KILLS = '1000', MORE_WALKS = '100' } = process.env;

const FILES = [
  'test/domain/journey/random-walks.test.ts',
  'test/domain/journey/limits.test.ts',
  'test/domain/journey/restart.test.ts',
  'test/domain/journey/hold-and-cancel.test.ts',
  'test/journey/restart.test.ts',
  'test/journey/hold-cancel.test.ts',
  'test/journey/kill.test.ts',
];

/** Tests that name no time of their own may take this long, in milliseconds. */
const PATIENCE_MS = 6 * 60 * 60 * 1000;

for (const [name, value] of Object.entries({ SEED, KILLS, MORE_WALKS })) {
  if (!/^[1-9]\d*$/.test(value)) throw new Error(`${name}: got ${value}, expected a whole number above 0`);
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const asked = process.argv.slice(2);
const began = Date.now();
const size = `seed ${SEED}, ${KILLS} kills, ${MORE_WALKS} times the usual walks`;
print(`soak: ${size}`);

const child = spawn(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--testTimeout=${PATIENCE_MS}`,
    ...(asked.length > 0 ? asked : FILES),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SEED, KILLS, MORE_WALKS, EVERY_SIGNATURE: '1' } },
);
const [code] = (await once(child, 'exit')) as [number | null];
const minutes = Math.round((Date.now() - began) / 60_000);
if (code === 0) print(`soak: everything held in ${minutes} minutes (${size})`);
else complain(`soak: FAILED after ${minutes} minutes; SEED=${SEED} npm run soak plays the same again (${size})`);
process.exitCode = code === 0 ? 0 : 1;
