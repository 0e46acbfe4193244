import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Each client of the SDK names its version to AWS, reads that in its `package.json`, and would carry the whole file: two
 * kilobytes for each. Everything else of the SDK stays as it is.
 */
export const onlyVersions: Plugin = {
  name: 'only-versions',
  setup: (build) => {
    build.onLoad({ filter: /\/@aws-sdk\/client-[a-z\d-]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};
