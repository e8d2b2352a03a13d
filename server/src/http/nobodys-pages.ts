/**
 * Pages whose callers are nobody's to know: of voters and of people who answer a survey, with their scripts. No line of a
 * log may say when one of them was asked, of which ballot, or by which number it could be found again, whether it was
 * answered or failed. What failed is counted by kind and told together at the next full quarter of an hour.
 * Source: ballot.md §6 no. 3, §12 no. 8; issue 5 ("no logs").
 */
import type { Logger } from 'pino'
import { loggable } from './failure-answer.ts'

const prefixes = ['/vote/', '/s/', '/portal/'] as const

export const isNobodys = (path: string): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix))

export type QuietFailures = Readonly<{
  count: (failure: unknown) => void
  /** Writes what was counted; by itself at every full quarter of an hour. */
  tell: () => void
}>

const quarter = 15 * 60_000

/** What failed and where in the program; what it was about may stand in the message, which is therefore left out. */
function kindOf(failure: unknown) {
  if (!(failure instanceof Error)) return { name: 'not an error', code: undefined, stack: '' }
  const { name, code, stack = '' } = loggable(failure)
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { name, code, stack: frames.join('\n') }
}

export function quietFailures(log: Logger, now: () => number = Date.now): QuietFailures {
  const counted = new Map<string, { kind: ReturnType<typeof kindOf>; times: number }>()
  let timer: NodeJS.Timeout | undefined

  function tell(): void {
    clearTimeout(timer)
    timer = undefined
    for (const { kind, times } of counted.values())
      log.error({ err: kind, times }, 'requests of voters’ or survey pages failed')
    counted.clear()
  }

  return {
    count: (failure) => {
      const kind = kindOf(failure)
      const key = JSON.stringify(kind)
      const before = counted.get(key)
      counted.set(key, { kind, times: (before?.times ?? 0) + 1 })
      timer ??= setTimeout(tell, quarter - (now() % quarter)).unref()
    },
    tell,
  }
}
