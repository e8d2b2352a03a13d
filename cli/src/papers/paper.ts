/** `luoshi paper VERB …`: official papers and their layout. Each verb is a command in a file of its own. */
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { paperFontsCommand } from './paper-fonts.ts'
import { paperKindsCommand } from './paper-kinds.ts'
import { paperMakeCommand } from './paper-make.ts'
import { paperLintCommand } from './paper-lint.ts'
import { paperVerifyCommand } from './paper-verify.ts'

const verbs: Readonly<Record<string, Command>> = {
  kinds: paperKindsCommand,
  make: paperMakeCommand,
  lint: paperLintCommand,
  fonts: paperFontsCommand,
  verify: paperVerifyCommand,
}

const usage = Object.values(verbs)
  .map((verb) => verb.usage)
  .join('\n  ')

export const paperCommand: Command = {
  summary: '公文：出文、核验、版式检查、字体 · official papers',
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
