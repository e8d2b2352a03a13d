/** Builds the one thing that is built: the console for browsers. */
import { run, tool } from './steps.mjs'

export const build = [
  tool('vite', 'build', 'console', '--config', 'console/vite.config.ts', '--logLevel', 'warn'),
]

if (import.meta.main) run(build)
