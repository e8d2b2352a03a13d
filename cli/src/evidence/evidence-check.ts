/** `luoshi evidence check`: reads every file that is kept and every one the ledger relies on, and names what is amiss. */
import { checkFiles } from '@luoshi/server/evidence/store/check-files'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { officeOptions, withOffice } from '../running/office.ts'

const usage = 'luoshi evidence check [--data DIR] [--json]'

export const evidenceCheckCommand: Command = {
  summary: '核对佐证文件 · check the files of evidence',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, officeOptions)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [word] = options.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    return withOffice(options, terminal, async ({ database, world }) => {
      const found = await checkFiles(world.files, database.ownerPool())
      const ok = found.damaged.length === 0 && found.missing.length === 0
      if (options.flag('json')) terminal.out(JSON.stringify({ ok, ...found }))
      else {
        terminal.out(`共 ${found.sound} 份完好（${megabytes(found.bytes)}）。`)
        for (const sha256 of found.damaged) terminal.out(`  内容损坏：${sha256}`)
        for (const sha256 of found.missing) terminal.out(`  台账提到但不在存储中：${sha256}`)
        if (!ok) terminal.out('请从备份中取回这些文件，再核对一次。')
      }
      return ok ? 0 : 1
    })
  },
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`
