/** Our server in a process of its own, as `luoshi serve` runs it; ends when its input is closed. */
import { enableCompileCache } from 'node:module'
import { answerLines } from '../run/line-child.ts'

// As the command does: what was compiled at the last start is not compiled again.
enableCompileCache()
const { startServer } = await import('@luoshi/server/serve')
const { pino } = await import('pino')

let close: () => Promise<void> = async () => undefined

await answerLines(async (line) => {
  const { dataDir, publicUrl }: { dataDir: string; publicUrl: string | null } = JSON.parse(line)
  const started = await startServer({
    dataDir,
    port: 0,
    publicUrl,
    logger: pino({ level: 'warn' }, pino.destination(2)),
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusal))
  close = started.value.close
  return { origin: started.value.url }
})
await close()
