import { globSync, readFileSync } from 'node:fs';
import { defineCommand } from 'citty';
import { checkProtocolFile } from '../../lambdas/domain/protocol/check-file.ts';
import { showProblem } from '../../lambdas/domain/protocol/problem.ts';
import { print } from './print.ts';

const check = defineCommand({
  meta: { name: 'check', description: 'Checks therapy protocol files: shape, units, sources, contradictions' },
  args: { files: { type: 'positional', required: false, description: 'files; without any, all of protocols/' } },
  run: ({ args }) => {
    const files = args._.length > 0 ? args._ : globSync('protocols/*-[0-9]*.json').sort();
    for (const path of files) {
      const result = checkProtocolFile(readFileSync(path, 'utf8'), path);
      const made = result.protocol;
      print(
        `${result.ok ? 'ok   ' : 'WRONG'} ${path}${made === undefined ? '' : `  ${made.id} version ${made.version}, ${made.status}`}`,
      );
      for (const problem of result.problems) print(`      ${showProblem(problem)}`);
      if (!result.ok) process.exitCode = 1;
    }
  },
});

export const protocol = defineCommand({
  meta: { name: 'protocol', description: 'Therapy protocols' },
  subCommands: { check },
});
