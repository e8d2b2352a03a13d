import { defineConfig } from 'vitest/config'

/** Rules and pages of words: nothing in them outlives a test, so that they may share a process. */
const pure = ['domain/src/**/*.test.ts', 'console/src/**/*.test.ts', 'console/src/**/*.test.tsx']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'pure', include: pure, isolate: false, testTimeout: 20_000 },
      },
      {
        test: {
          name: 'whole',
          include: [
            '*/src/**/*.test.ts',
            '*/src/**/*.test.tsx',
            'scripts/**/*.test.ts',
            'e2e/**/*.test.ts',
          ],
          exclude: [...pure, '**/node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          globalSetup: ['e2e/support/one-demo.ts'],
        },
      },
    ],
  },
})
