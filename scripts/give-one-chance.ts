/** For the configuration of the tests: whoever imports the library of properties gets it with the suite's one seed. */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vitest/config'

const seeded = fileURLToPath(new URL('one-chance.ts', import.meta.url))

export function giveOneChance(): Plugin {
  return {
    name: 'one-chance',
    enforce: 'pre',
    resolveId: (id, importer) => (id === 'fast-check' && importer !== seeded ? seeded : null),
  }
}
