/** `luoshi restore FILE --data NEWDIR`: checks every checksum first, and restores only into an empty place. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { restoreBackup } from '@luoshi/ledger/backup/restore-backup'
import { claimServer } from '@luoshi/ledger/engine/claim-server'
import { openDatabase } from '@luoshi/ledger/engine/open-database'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { dataFolderOf, officeOptions, sayPlain } from '../running/office.ts'

const usage = 'luoshi restore FILE --data NEWDIR [--json]'

export const restoreCommand: Command = {
  summary: '恢复备份 · restore a backup',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, officeOptions)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [file, ...more] = options.words
    if (more[0] !== undefined) return sayNotUnderstood(terminal, unknownWord(more[0]), usage)
    if (file === undefined)
      return sayNotUnderstood(terminal, '请写明一个备份文件。 Name one backup file.', usage)
    const path = resolve(terminal.cwd, file)
    // Before a database is made in the new folder for nothing.
    if (!(await stat(path).catch(() => null))?.isFile())
      return sayNotUnderstood(terminal, `没有这个文件。 No such file: ${path}`, usage)
    const databaseUrl = terminal.env['DATABASE_URL']
    // Only the database: whatever else an office opens would make keys where those of the backup have to go.
    const opened = await openDatabase({
      dataDir: dataFolderOf(options, terminal),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    })
    if (!opened.ok) return sayPlain(terminal, options, opened.refusal)
    const database = opened.value
    try {
      const { dataDir, appConfig } = database
      const claim = await claimServer({ dataDir, appConfig })
      if (!claim.ok) return sayPlain(terminal, options, claim.refusal)
      try {
        const restored = await restoreBackup(database, path)
        if (!restored.ok) return sayPlain(terminal, options, restored.refusal)
        const { at, version } = restored.value
        terminal.out(
          options.flag('json')
            ? JSON.stringify({ ok: true, at, version, dataDir })
            : `已恢复 ${at} 的备份（版本 ${version}）到 ${dataDir}，签名密钥也已一并恢复。`,
        )
        return 0
      } finally {
        await claim.value.release()
      }
    } finally {
      await database.close()
    }
  },
}
