/** Our server in a process of its own, as `luoshi serve` runs it; ends when its input is closed. */
import { startServer } from '@luoshi/server/serve'
import pino from 'pino'
import { answerLines } from '../run/line-child.ts'

let close: () => Promise<void> = async () => undefined

await answerLines(async (line) => {
  const { dataDir }: { dataDir: string } = JSON.parse(line)
  const started = await startServer({
    dataDir,
    port: 0,
    logger: pino({ level: 'warn' }, pino.destination(2)),
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  close = started.value.close
  return { origin: started.value.url }
})
await close()
