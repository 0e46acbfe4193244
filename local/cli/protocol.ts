import { globSync, readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { checkProtocolFile } from '../../lambdas/domain/protocol/check-file.ts';
import { parseProtocol } from '../../lambdas/domain/protocol/parse.ts';
import { showProblem } from '../../lambdas/domain/protocol/problem.ts';
import { type Unverified, unverifiedFor } from '../../lambdas/domain/protocol/verification.ts';
import { print } from './print.ts';
import { Trouble } from './trouble.ts';

const check = defineCommand({
  meta: {
    name: 'check',
    description: 'Checks therapy protocol files: shape, units, sources, contradictions, signatures',
  },
  args: {
    files: { type: 'positional', required: false, description: 'files; without any, all of protocols/' },
    for: {
      type: 'string',
      description: 'production: also name each gating value that is not signed; without files, of newest versions only',
    },
  },
  run: ({ args }) => {
    if (args.for !== undefined && args.for !== 'production') {
      throw new Trouble(`--for: got ${args.for}, expected production`);
    }
    const forProduction = args.for === 'production';
    const found = globSync('protocols/*-[0-9]*.json').sort();
    for (const path of args._.length > 0 ? args._ : forProduction ? newest(found) : found) {
      const text = readFileSync(path, 'utf8');
      const result = checkProtocolFile(text, path);
      const unsigned = forProduction && result.ok ? unsignedIn(text) : [];
      const made = result.protocol;
      const ok = result.ok && unsigned.length === 0;
      print(
        `${ok ? 'ok   ' : 'WRONG'} ${path}${made === undefined ? '' : `  ${made.id} version ${made.version}, ${made.status}`}`,
      );
      for (const problem of result.problems) print(`      ${showProblem(problem)}`);
      for (const { path: place, problem, valueSha256 } of unsigned) {
        print(`      ${place}: ${problem} (valueSha256 ${valueSha256})`);
      }
      if (!ok) process.exitCode = 1;
    }
  },
});

/** What an order would pin: of each id the file with the highest version. */
function newest(paths: readonly string[]): readonly string[] {
  const version = (path: string) => Number(/-(\d+)\.json$/.exec(path)?.[1]);
  const byId = Map.groupBy(paths, (path) => path.replace(/-\d+\.json$/, ''));
  return [...byId.values()].map((of) => of.toSorted((one, other) => version(one) - version(other)).at(-1) ?? '');
}

function unsignedIn(text: string): readonly Unverified[] {
  const parsed = parseProtocol(JSON.parse(text));
  return parsed.ok ? unverifiedFor(parsed.value, new Date().toISOString().slice(0, 'yyyy-mm-dd'.length)) : [];
}

export const protocol = defineCommand({
  meta: { name: 'protocol', description: 'Therapy protocols' },
  subCommands: { check },
});
