/** `luoshi export proof --out FILE`: everything a stranger needs to check the ledger, in one file. */
import { isSealedInOldLogs } from '@luoshi/server/voices/sealed-in-old-logs'
import { resolve } from 'node:path'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'
import {
  clockNow,
  congressFor,
  officeOptions,
  sayNoCongress,
  withOffice,
} from '../running/office.ts'

const usage =
  'luoshi export proof --out FILE [--withhold-words] [--congress ID] [--data DIR] [--json]'

const kinds = { ...officeOptions, out: 'text', congress: 'text', 'withhold-words': 'flag' } as const

export const exportCommand: Command = {
  summary: '导出台账证明 · export the proof of the ledger',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const out = options.text('out')
    if (options.words.join(' ') !== 'proof' || out === undefined) {
      return sayNotUnderstood(
        terminal,
        '请写 export proof --out 文件名。 Say: export proof --out FILE.',
        usage,
      )
    }
    return withOffice(options, terminal, async (office) => {
      const about = await congressFor(office, options.text('congress'))
      if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
      const congress = about.value
      const { database } = office
      const key = await signingKey(database.dataDir)
      const file = resolve(terminal.cwd, out)
      const withhold = options.flag('withhold-words') ? () => true : isSealedInOldLogs
      const proof = { congress, key, at: clockNow(), withhold }
      const done = await exportProof(database.pool, proof, file).catch(unwritable)
      if ('why' in done) return sayUnwritable(options, terminal, file, done.why)
      terminal.out(
        options.flag('json')
          ? JSON.stringify({ ok: true, file, ...done })
          : `已导出 ${done.events} 条事件、${done.checkpoints} 个检查点：${file}`,
      )
      return 0
    })
  },
}

/** A path that cannot be written is the reader's to mend; anything else is ours and goes on up. */
function unwritable(error: unknown): Readonly<{ why: string }> {
  const isPath = error instanceof Error && 'syscall' in error && 'path' in error
  if (isPath) return { why: error.message }
  throw error
}

function sayUnwritable(options: Options, terminal: Terminal, file: string, why: string): ExitCode {
  const words = bilingual(
    `证明文件“${file}”没有写成：${why}。`,
    '请检查路径和权限后重试。',
    `The proof file “${file}” could not be written: ${why}.`,
    'Check the path and its permissions and try again.',
  )
  return sayRefusal(terminal, options.flag('json'), 'proof-unwritable', words)
}
