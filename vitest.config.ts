import { defineConfig } from 'vitest/config';

const BROWSER = 'tests/browser/**/*.test.ts';

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'core', include: ['tests/**/*.test.{ts,tsx}'], exclude: [BROWSER] },
        // Panels are tested as they are built: Preact's own JSX.
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: [BROWSER],
          setupFiles: ['tests/helpers/browserWitness.ts'],
          globalSetup: ['tests/helpers/buildClient.ts', 'tests/helpers/browserUnpack.ts'],
        },
      },
    ],
  },
});
