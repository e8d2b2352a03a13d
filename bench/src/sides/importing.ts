/** Reads and confirms one document in a process of its own, as `luoshi import --confirm` does. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { openApplication } from '@luoshi/server/application'
import { todayOf } from '@luoshi/server/execute/context'
import type { Principal } from '@luoshi/server/identity/principal'
import { must } from '../data/must.ts'
import { peakMegabytes } from '../machine/processor-time.ts'
import { answerLines } from '../run/line-child.ts'

export type ImportJob = Readonly<{
  dataDir: string
  by: Principal
  appraisal: string
  text: string
}>

export type Imported = Readonly<{
  paragraphs: number
  opinions: number
  readMs: number
  wallMs: number
  cpuMs: number
  peakMb: number | null
}>

await answerLines(async (line): Promise<Imported> => {
  const { dataDir, by, appraisal, text }: ImportJob = JSON.parse(line)
  const application = must(await openApplication({ dataDir }))
  try {
    const { commands, world } = application
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    const bytes = new TextEncoder().encode(text)
    const { import: id, parsed } = must(
      await commands.receiveDocument({ by, bytes, fileName: '意见汇总.txt' }),
    )
    const readMs = performance.now() - began
    const items = parsed.items.map((item) => ({
      text: item.text,
      raiser: '',
      channel: 'forum' as const,
      raiserKind: 'public' as const,
      receivedOn: todayOf(world),
      paragraphs: [...item.paragraphs],
      disposition: {
        kind: 'matter' as const,
        title: item.title ?? item.text.slice(0, 30),
        unit: null,
      },
    }))
    const leftOut = parsed.leftOut.map(({ paragraph, reason }) => ({ paragraph, reason }))
    const asked = { by, import: id, appraisal: idOf('appraisal', appraisal), items, leftOut }
    const done = must(await commands.confirmImport(asked))
    const used = process.cpuUsage(cpu)
    return {
      paragraphs: done.paragraphs.total,
      opinions: done.raised.length,
      readMs,
      wallMs: performance.now() - began,
      cpuMs: (used.user + used.system) / 1000,
      peakMb: peakMegabytes(process.pid),
    }
  } finally {
    await application.close()
  }
})
