/** `luoshi rights`: the whole table of who may do what, as the server applies it. */
import { relationLabels, rightsMarkdown, rightsTable } from '@luoshi/domain/people/rights-table'
import { roleLabels, roles } from '@luoshi/domain/people/roles'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'

const usage = 'luoshi rights [--json | --markdown]'

export const rightsCommand: Command = {
  summary: '权限表 · who may do what',
  usage,
  run: async (args, { out, ...terminal }) => {
    const read = readOptions(args, { json: 'flag', markdown: 'flag' })
    if (!read.ok) return sayNotUnderstood({ out, ...terminal }, read.refusal, usage)
    const { flag, words } = read.value
    if (words[0] !== undefined)
      return sayNotUnderstood({ out, ...terminal }, unknownWord(words[0]), usage)
    if (flag('json')) {
      const named = roles.map((key) => ({ key, ...roleLabels[key] }))
      out(JSON.stringify({ roles: named, relations: relationLabels, rights: rightsTable() }))
      return 0
    }
    if (flag('markdown')) {
      out(rightsMarkdown().trimEnd())
      return 0
    }
    for (const { command, zh, roles: granted } of rightsTable()) {
      const who = roles.flatMap((role) => {
        const relation = granted[role]
        if (relation === undefined) return []
        const { zh: name } = roleLabels[role]
        return [relation === 'own' ? `${name}（限本单位）` : name]
      })
      out(`${command}\t${zh}\t${who.join('、')}`)
    }
    return 0
  },
}
