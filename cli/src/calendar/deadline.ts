/** `luoshi deadline`: when a time limit ends, which days did not count, and by what rule. */
import {
  countDeadline,
  countedUnits,
  type CountedUnit,
} from '@luoshi/domain/calendar/count-deadline'
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { mostUnits } from '@luoshi/domain/calendar/deadline'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import {
  profileOf,
  resolveRuleBook,
  seedRuleBook,
} from '@luoshi/domain/rule-books/resolve-rule-book'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord, type Options } from '../frame/read-options.ts'

const usage =
  'luoshi deadline --from DATE --count N --unit natural|working|month [--rulebook KEY] [--json]'

const kinds = {
  from: 'text',
  count: 'text',
  unit: 'text',
  rulebook: 'text',
  json: 'flag',
} as const

export const deadlineCommand: Command = {
  summary: '推算期限 · count a time limit',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const asked = readQuestion(read.value)
    if (typeof asked === 'string') return sayNotUnderstood(terminal, asked, usage)
    const { book, ...question } = asked
    const rollOver = book.settings.rollOver.value
    const counted = countDeadline({ ...question, calendar: chinaCalendar, rollOver })
    if (read.value.flag('json')) {
      const { rule, ...rest } = counted
      terminal.out(JSON.stringify({ ...rest, rule: rule.zh, ruleEn: rule.en, rulebook: book.key }))
      return 0
    }
    terminal.out(counted.date)
    terminal.out(counted.rule.zh)
    for (const { date, why } of counted.skipped) terminal.out(`不计入：${date}（${why}）`)
    if (counted.uncertain)
      terminal.out('注意：有关年份的节假日安排尚未公布，暂按周末推算，公布后可能变动。')
    return 0
  },
}

function readQuestion({ text, words }: Options) {
  const from = text('from') ?? ''
  const unit = text('unit')
  const key = text('rulebook')
  if (words[0] !== undefined) return unknownWord(words[0])
  if (!isUsableDay(from))
    return '请用 --from 写明起算日，如 2026-03-02。 Say when it starts: --from 2026-03-02.'
  const count = Number(text('count') ?? '')
  if (!/^\d{1,4}$/.test(text('count') ?? '') || count < 1 || count > mostUnits)
    return `--count 须为 1 至 ${mostUnits} 的整数。 --count is a whole number from 1 to ${mostUnits}.`
  const found = countedUnits.find((one): one is CountedUnit => one === unit)
  if (!found)
    return '--unit 须为 natural、working 或者 month。 --unit is natural, working or month.'
  const profile = key === undefined ? undefined : profileOf(key)
  if (key !== undefined && !profile)
    return `没有“${key}”这部办法，请用 luoshi rulebook list 查看。 There is no rule book “${key}”.`
  return { from, count, unit: found, book: profile ? resolveRuleBook(profile) : seedRuleBook() }
}

/** Years far away are a slip of the pen, and counting there would take for ever. */
function isUsableDay(raw: string): raw is Day {
  return isDay(raw) && raw >= '1900-01-01' && raw <= '2200-12-31'
}
