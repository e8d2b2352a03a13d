/** `luoshi evidence copy --to s3|disk`: all files into the other store, each verified there; cut off, it goes on. */
import { copyStore } from '@luoshi/server/evidence/store/copy-store'
import { openStore } from '@luoshi/server/evidence/store/open-store'
import { readStoreSettings } from '@luoshi/server/evidence/store/store-settings'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { dataFolderOf, officeOptions, sayPlain } from '../running/office.ts'

const usage = 'luoshi evidence copy --to s3|disk [--data DIR] [--json]'

export const evidenceCopyCommand: Command = {
  summary: '佐证文件搬家 · move the files of evidence',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { ...officeOptions, to: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [word] = options.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    const goal = options.text('to')
    if (goal !== 's3' && goal !== 'disk')
      return sayNotUnderstood(terminal, '--to 请写 s3 或 disk。 --to is s3 or disk.', usage)
    const away = readStoreSettings(terminal.env, 's3')
    if (!away.ok) return sayPlain(terminal, options, away.refusal)
    const dataDir = dataFolderOf(options, terminal)
    const [disk, s3] = [openStore({ kind: 'disk' }, dataDir), openStore(away.value, dataDir)]
    const json = options.flag('json')
    const onFile = (done: number) => {
      if (!json && done % 100 === 0) terminal.out(`  已处理 ${done} 份……`)
    }
    const [from, to] = goal === 's3' ? [disk, s3] : [s3, disk]
    const { damaged, ...counts } = await copyStore(from, to, onFile)
    const ok = damaged.length === 0
    if (json) terminal.out(JSON.stringify({ ok, ...counts, damaged }))
    else {
      terminal.out(
        `新复制 ${counts.copied} 份，原已在目的地 ${counts.there} 份，逐份读回核对无误。`,
      )
      for (const sha256 of damaged) terminal.out(`  来源处已损坏，没有复制：${sha256}`)
      terminal.out(
        ok
          ? '请把 LUOSHI_FILES 改为目的地并重新启动服务；启动后再执行一次，补上其间新交的文件。'
          : '请从备份中取回损坏的文件后再执行一次。',
      )
    }
    return ok ? 0 : 1
  },
}
