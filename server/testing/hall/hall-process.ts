/**
 * A server to be killed by tests: `node hall-process.ts DATA LOG`. Prints its address when it is open; everything it has to
 * say goes into the log, to the last line. Phones of these tests send again at once, so its box waits for them only briefly.
 */
import { pino } from 'pino'
import { startServer } from '../../src/serve.ts'

const [dataDir = '', dest = ''] = process.argv.slice(2)
const logger = pino({ level: 'trace' }, pino.destination({ dest, append: true, sync: true }))
const started = await startServer({ dataDir, port: 0, logger, resendMs: 1_500 })
if (!started.ok) throw new Error(JSON.stringify(started.refusal))
console.log(started.value.url)
