/** Everything that can be known without running the product: types, lint, format, borders, cycles, unused code. */
import { run, tool } from './steps.mjs'

const projects = [
  'domain',
  'domain/tsconfig.test.json',
  'ledger',
  'ballots',
  'ballots/page',
  'papers',
  'tsconfig.programs.json',
  'console',
  'portal',
  'portal/tsconfig.test.json',
  'e2e',
]
const layers = [
  'domain',
  'ledger',
  'ballots',
  'papers',
  'server',
  'console',
  'portal',
  'cli',
  'e2e',
  'bench',
]

export const checks = [
  ...projects.map((project) => tool('tsc', '-p', project)),
  tool('oxlint', '--type-aware', '--quiet', ...layers),
  tool('oxfmt', '--check', ...layers, 'scripts'),
  tool('knip', '--no-progress'),
]

if (import.meta.main) run(checks)
