/** `luoshi effect`: whether two surveys show a change, as anybody can work it out again from four numbers. */
import type { Share } from '@luoshi/domain/surveys/statistics/share'
import { effectWords } from '@luoshi/domain/surveys/statistics/share-words'
import {
  explainSimpleEffectRefusal,
  simpleEffect,
  type Hits,
} from '@luoshi/domain/surveys/statistics/simple-effect'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'

const usage = 'luoshi effect --before A/N --after B/M [--population P] [--json]'

const kinds = { before: 'text', after: 'text', population: 'text', json: 'flag' } as const

export const effectCommand: Command = {
  summary: '前后两次调查有没有变化 · whether two surveys show a change',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { text, flag, words } = read.value
    const before = hitsOf(text('before'))
    const after = hitsOf(text('after'))
    const people = text('population')
    const population = people === undefined ? null : wholeNumber(people)
    if (people !== undefined && population === null)
      return sayNotUnderstood(
        terminal,
        '--population 写总体人数，用整数（不超过十位），例如 --population 5000；不知道时不填。 Give the population as a whole number of ten digits at most, or leave it out.',
        usage,
      )
    if (!before || !after || words.length > 0)
      return sayNotUnderstood(
        terminal,
        '请按“满意人数/作答人数”填写前后两次，用整数（不超过十位），例如 --before 120/240 --after 168/240。 Give satisfied/answered for both, in whole numbers of ten digits at most.',
        usage,
      )
    const found = simpleEffect(before, after, population)
    if (!found.ok) {
      const words = explainSimpleEffectRefusal(found.refusal)
      return sayRefusal(terminal, flag('json'), found.refusal.code, words)
    }
    const effect = found.value
    if (flag('json'))
      terminal.out(
        JSON.stringify({ ...effect, before: figures(effect.before), after: figures(effect.after) }),
      )
    else terminal.out(effectWords(effect).zh)
    return 0
  },
}

function figures({ p, n, low, high }: Share): Omit<Share, 'effective'> {
  return { p, n, low, high }
}

function hitsOf(text: string | undefined): Hits | null {
  const [hits, n, ...rest] = (text ?? '').normalize('NFKC').split('/').map(wholeNumber)
  if (typeof hits !== 'number' || typeof n !== 'number' || rest.length > 0) return null
  return { hits, n }
}

/** Digits as a Chinese keyboard writes them are digits, too. */
function wholeNumber(raw: string): number | null {
  const text = raw.normalize('NFKC').trim()
  return /^\d{1,10}$/.test(text) ? Number(text) : null
}
