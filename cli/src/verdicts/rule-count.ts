/** `luoshi rule count`: what a ballot comes to under a published rule, with every step said; `rule check`: printed figures. */
import { checkPublished } from '@luoshi/domain/verdicts/counting/check-published'
import { countReport } from '@luoshi/domain/verdicts/counting/count-report'
import { explainCountRefusal } from '@luoshi/domain/verdicts/counting/explain-count-refusal'
import { readCountInput } from '@luoshi/domain/verdicts/counting/read-count-input'
import { countingRules } from '@luoshi/domain/verdicts/counting/rules'
import { ruleKeys } from '@luoshi/domain/verdicts/counting/rule'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'

const usage =
  'luoshi rule count --rule KEY --members N --present N [--issued N --returned N] --votes s/b/d[/abstain] [--comparator gt|ge] [--json] | luoshi rule check --counts N/N/… --printed P/P/… [--total N] [--json] | luoshi rule list [--json]'

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
  counts: 'text',
  printed: 'text',
  total: 'text',
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
    if (rest.length === 0 && verb === 'check') return check(read.value, terminal)
    return sayNotUnderstood(
      terminal,
      '请写明 count、check 或者 list。 Say count, check or list.',
      usage,
    )
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

/** Warns and never rejects: exit code 0 when the figures are right, 1 when something is worth a look. */
function check({ text, flag }: Options, terminal: Terminal): ExitCode {
  const counts = (text('counts') ?? '').split('/').map(figureOf)
  const printed = (text('printed') ?? '').split('/').filter((one) => one.trim() !== '')
  const total = text('total')
  const base = total === undefined ? undefined : figureOf(total)
  if (counts.includes(null) || base === null || printed.length === 0) {
    const words =
      '请写成 --counts 54/33/2/4 --printed 58.07/35.48/2.15/4.30。 Give counts and percentages, separated by /.'
    return sayNotUnderstood(terminal, words, usage)
  }
  const whole = counts.flatMap((one) => one ?? [])
  const warnings = checkPublished(printed, whole, base)
  if (flag('json')) terminal.out(JSON.stringify({ ok: warnings.length === 0, warnings }))
  else if (warnings.length === 0) terminal.out('公布的数字与票数（件数）相符。')
  else for (const { zh } of warnings) terminal.out(`注意：${zh}`)
  return warnings.length === 0 ? 0 : 1
}

function figureOf(text: string): number | null {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text) : null
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
