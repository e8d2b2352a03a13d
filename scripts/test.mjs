/** `npm test`: the checks, the build, then every test, the browser journeys included. */
import { build } from './build.mjs'
import { checks } from './check.mjs'
import { run, tool } from './steps.mjs'

run([...checks, ...build, tool('vitest', 'run')])
