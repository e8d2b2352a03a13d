/** `luoshi evidence VERB …`: the files of evidence in their store. Each verb is a command in a file of its own. */
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { evidenceCheckCommand } from './evidence-check.ts'
import { evidenceCopyCommand } from './evidence-copy.ts'
import { evidenceSweepCommand } from './evidence-sweep.ts'

const verbs: Readonly<Record<string, Command>> = {
  check: evidenceCheckCommand,
  copy: evidenceCopyCommand,
  sweep: evidenceSweepCommand,
}

const usage = Object.values(verbs)
  .map((verb) => verb.usage)
  .join('\n  ')

export const evidenceCommand: Command = {
  summary: '佐证文件：核对、搬家、清理 · the files of evidence',
  usage,
  run: async (args, terminal) => {
    const [name = '', ...rest] = args
    const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (verb !== undefined) return verb.run(rest, terminal)
    const read = readOptions(args, { json: 'flag' })
    const names = Object.keys(verbs)
    const why = read.ok
      ? `请写明 ${names.join('、')} 中的一个。 Say one of ${names.join(', ')}.`
      : read.refusal
    return sayNotUnderstood(terminal, why, usage)
  },
}
