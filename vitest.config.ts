import { defineConfig } from 'vitest/config';

/** Tests of pure functions: they leave nothing behind in a module, so that many files can share one import of it. */
const PURE = ['test/domain/**/*.test.ts', 'test/pages/**/*.test.ts', 'test/contract/**/*.test.ts'];

/** Tests of one adapter, effect, door or handler. With the pure ones they are what coverage is measured on. */
const PARTS = ['adapters', 'effects', 'handlers', 'sign-off'].map((name) => `test/${name}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // Unless told, one core is left idle: half of a small machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      { extends: true, test: { name: 'parts', include: PARTS } },
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...PURE, ...PARTS] } },
    ],
    coverage: {
      provider: 'v8',
      include: ['lambdas/domain/**/*.ts', 'lambdas/adapters/**/*.ts'],
      thresholds: { lines: 90, functions: 90, branches: 80, statements: 90 },
    },
  },
});
