import { defineConfig } from 'vitest/config';

/** Tests of pure functions: they leave nothing behind in a module, so that many files can share one import of it. */
const PURE = ['test/domain/**/*.test.ts', 'test/pages/**/*.test.ts', 'test/contract/**/*.test.ts'];

export default defineConfig({
  test: {
    testTimeout: 240_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'running', include: ['test/**/*.test.ts'], exclude: PURE } },
    ],
    coverage: {
      provider: 'v8',
      include: ['lambdas/domain/**/*.ts', 'lambdas/adapters/**/*.ts'],
      thresholds: { lines: 90, functions: 90, branches: 80, statements: 90 },
    },
  },
});
