import { defineConfig } from 'vitest/config'
import { giveOneChance } from './scripts/give-one-chance.ts'
import { LongestFirst } from './scripts/longest-first.ts'

/** Rules, trees of hashes, the reading of text, pages of words: nothing in them outlives a test, so that they may share a process. */
const pure = [
  'domain/src/**/*.test.ts',
  'console/src/**/*.test.ts',
  'console/src/**/*.test.tsx',
  'ledger/src/merkle/*.test.ts',
  'papers/src/{cleaning,encoding,outline}/*.test.ts',
]

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [giveOneChance()],
        test: {
          name: 'pure',
          include: pure,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        plugins: [giveOneChance()],
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
