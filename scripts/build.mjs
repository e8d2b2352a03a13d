/** Builds what is built: the console and the public pages' scripts for browsers, and the ballot's verifier as one file. */
import { run, script, tool } from './steps.mjs'

export const build = [
  tool('vite', 'build', 'console', '--config', 'console/vite.config.ts', '--logLevel', 'warn'),
  tool('vite', 'build', 'portal', '--config', 'portal/vite.config.ts', '--logLevel', 'warn'),
  script('scripts/build-verifier.mjs'),
]

if (import.meta.main) run(build)
