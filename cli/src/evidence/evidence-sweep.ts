/** `luoshi evidence sweep`: what was handed in and is relied on by nothing; told first, cleared away with `--yes`. */
import { sweepFiles } from '@luoshi/server/evidence/store/sweep-files'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { officeOptions, withOffice } from '../running/office.ts'

const usage = 'luoshi evidence sweep [--days 30] [--yes] [--data DIR] [--json]'

export const evidenceSweepCommand: Command = {
  summary: '清理没有用上的文件 · clear away unused files',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { ...officeOptions, days: 'text', yes: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [word] = options.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    const days = Number(options.text('days') ?? 30)
    if (!Number.isInteger(days) || days < 1 || days > 3650)
      return sayNotUnderstood(
        terminal,
        '--days 请写 1 到 3650 的整数。 --days is a whole number from 1 to 3650.',
        usage,
      )
    const really = options.flag('yes')
    return withOffice(options, terminal, async ({ database, world }) => {
      const found = await sweepFiles(world.files, database.ownerPool(), days, really)
      const size = `${(found.bytes / 1024 / 1024).toFixed(1)} MB`
      if (options.flag('json')) terminal.out(JSON.stringify({ ok: true, done: really, ...found }))
      else
        terminal.out(
          really
            ? `已清理 ${found.files} 份（${size}）：上传后 ${days} 天以上没有用在任何记录中。`
            : `有 ${found.files} 份（${size}）上传后 ${days} 天以上没有用在任何记录中。确认清理请加 --yes。`,
        )
      return 0
    })
  },
}
