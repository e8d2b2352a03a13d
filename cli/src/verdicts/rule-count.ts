/** `luoshi rule count`: what a ballot comes to under a published rule, with every step said. */
import { countReport } from '@luoshi/domain/verdicts/counting/count-report'
import { explainCountRefusal } from '@luoshi/domain/verdicts/counting/explain-count-refusal'
import { readCountInput } from '@luoshi/domain/verdicts/counting/read-count-input'
import { countingRules } from '@luoshi/domain/verdicts/counting/rules'
import { ruleKeys } from '@luoshi/domain/verdicts/counting/rule'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'

const usage =
  'luoshi rule count --rule KEY --members N --present N [--issued N --returned N] --votes s/b/d[/abstain] [--comparator gt|ge] [--json] | luoshi rule list [--json]'

const kinds = {
  rule: 'text',
  members: 'text',
  present: 'text',
  issued: 'text',
  returned: 'text',
  invalid: 'text',
  votes: 'text',
  comparator: 'text',
  denominator: 'text',
  points: 'text',
  json: 'flag',
} as const

/** Refusals that mean the line was not understood, rather than that a rule turned the ballot down. */
const unreadable = [
  'unknown-rule',
  'unknown-comparator',
  'unknown-denominator',
  'votes-unreadable',
  'points-unreadable',
  'not-a-count',
]

export const ruleCommand: Command = {
  summary: '按公布的规则计票 · count a ballot by a published rule',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [verb, ...rest] = read.value.words
    if (rest.length === 0 && verb === 'list') return listRules(read.value, terminal)
    if (rest.length === 0 && verb === 'count') return count(read.value, terminal)
    return sayNotUnderstood(terminal, '请写明 count 或者 list。 Say count or list.', usage)
  },
}

function count(options: Options, terminal: Terminal): ExitCode {
  const { text, flag } = options
  const input = readCountInput({
    rule: text('rule'),
    members: text('members'),
    present: text('present'),
    issued: text('issued'),
    returned: text('returned'),
    invalid: text('invalid'),
    votes: text('votes'),
    comparator: text('comparator'),
    denominator: text('denominator'),
    points: text('points'),
  })
  const report = input.ok ? countReport(input.value) : input
  if (!report.ok) {
    const { refusal } = report
    const exit = unreadable.includes(refusal.code) ? 2 : 1
    return sayRefusal(terminal, flag('json'), refusal.code, explainCountRefusal(refusal), exit)
  }
  if (flag('json')) {
    terminal.out(JSON.stringify(report.value))
    return 0
  }
  terminal.out(`${report.value.grade}（${report.value.passed ? '通过' : '不通过'}）`)
  for (const step of report.value.steps) terminal.out(step)
  for (const { zh } of report.value.warnings) terminal.out(`注意：${zh}`)
  return 0
}

function listRules({ flag }: Options, { out }: Terminal): ExitCode {
  if (flag('json')) {
    out(JSON.stringify(ruleKeys.map((key) => countingRules[key])))
    return 0
  }
  for (const key of ruleKeys)
    out(`${key}\t${countingRules[key].name.zh}\t${countingRules[key].text}`)
  return 0
}
