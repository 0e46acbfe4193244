import type { Plugin } from 'esbuild';

interface Package {
  readonly default: { readonly version: string };
}

/**
 * Each client of the SDK names its version to AWS, reads that in its `package.json`, and would carry the whole file: two
 * kilobytes for each. Everything else of the SDK stays as it is.
 */
export const onlyVersions: Plugin = {
  name: 'only-versions',
  setup: (build) => {
    build.onLoad({ filter: /\/@aws-sdk\/client-[a-z\d-]+\/package\.json$/ }, async ({ path }) => {
      const { default: about } = (await import(path, { with: { type: 'json' } })) as Package;
      return { contents: JSON.stringify({ version: about.version }), loader: 'json' };
    });
  },
};
