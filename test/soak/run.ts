import { parseArgs } from 'node:util';
import { complain, print } from '../../local/cli/print.ts';
import { failuresOf, runParts } from './budget.ts';
import { faultyPlays } from './faulty-plays.ts';
import { everySignature, pieces } from './in-vitest.ts';
import { playPair } from './pairs.ts';
import { resultText, writeResult } from './reliability.ts';

/**
 * The long run, no part of CI: random walks, kills, every class of faults with every scenario, and, where no time is set,
 * trouble at every single signature. Exit 0 only when everything that was done held, and of each part something was; what failed
 * is found again with what it prints.
 */
const PARTS = [
  faultyPlays,
  pieces({
    name: 'random walks',
    share: 2,
    file: 'test/domain/journey/random-walks.test.ts',
    goal: 10_002,
    piece: 60,
    // Six walks are one run of the test.
    settings: (count) => ({ MORE_WALKS: String(Math.ceil(count / 6)) }),
  }),
  pieces({
    name: 'kills',
    share: 3,
    file: 'test/journey/kill.test.ts',
    goal: 1_000,
    piece: 20,
    settings: (count) => ({ KILLS: String(count) }),
  }),
];
const WITHOUT_LIMIT = everySignature([
  'test/domain/journey/limits.test.ts',
  'test/domain/journey/restart.test.ts',
  'test/domain/journey/hold-and-cancel.test.ts',
  'test/journey/restart.test.ts',
  'test/journey/hold-cancel.test.ts',
]);

const { values: given } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string' },
    scenario: { type: 'string' },
    faults: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

/** A number above 0, or undefined where none is given. */
function numberOf(name: 'minutes' | 'seed'): number | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name}: got ${text}, expected a whole number above 0`);
  return Number(text);
}

const seed = numberOf('seed') ?? (Date.now() % 1_000_000) + 1;
const minutes = numberOf('minutes');

if (given.scenario !== undefined && given.faults !== undefined) {
  const { broken, tooLate, made } = await playPair({ scenario: given.scenario, faults: given.faults }, seed);
  print([...made].map(([name, count]) => `${name}: ${count}`).join(', '));
  if (tooLate !== undefined) print(`to where somebody came too late: ${tooLate}`);
  for (const line of broken) complain(line);
  process.exitCode = broken.length === 0 ? 0 : 1;
} else {
  print(`soak: seed ${seed}, ${minutes === undefined ? 'without a limit' : `${minutes} minutes`}`);
  const parts = minutes === undefined ? [...PARTS, WITHOUT_LIMIT] : PARTS;
  const result = await runParts(parts, { seed, minutes, now: Date.now });
  print(`\nsoak: ${resultText(result, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length))}`);
  if (given.write) writeResult(result, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length));
  process.exitCode = failuresOf(result).length === 0 ? 0 : 1;
}
