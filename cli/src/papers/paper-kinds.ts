/** `luoshi paper kinds`: which official papers there are, and what each needs. */
import { paperKindAbout, paperKinds } from '@luoshi/domain/papers/paper-kinds'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, unknownWord, type Options } from '../frame/read-options.ts'

const usage = 'luoshi paper kinds [--json]'

export const paperKindsCommand: Command = {
  summary: '公文种类 · the kinds of papers',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [word] = read.value.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    return sayKinds(read.value, terminal)
  },
}

function sayKinds({ flag }: Options, { out }: Terminal): ExitCode {
  const rows = paperKinds.map((kind) => {
    const { zh, en, needs } = paperKindAbout[kind]
    return { kind, zh, en, needs }
  })
  if (flag('json')) out(JSON.stringify(rows))
  else for (const { kind, zh, en } of rows) out(`${kind.padEnd(22)}${zh} · ${en}`)
  return 0
}
