/** `luoshi bench`: our operations beside a bare floor in the same run; it tells the figures and never fails for them. */
import { reportLines } from '@luoshi/bench/report'
import { runBench } from '@luoshi/bench/run-bench'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord, type Options } from '../frame/read-options.ts'

const usage =
  'luoshi bench [--small] [--only L1,W1] [--rows 100000] [--repeats 7] [--answers 1000000] [--tokens 1000000] [--json]'

const kinds = {
  small: 'flag',
  json: 'flag',
  only: 'text',
  rows: 'text',
  repeats: 'text',
  answers: 'text',
  tokens: 'text',
} as const

/** The size that growth is counted from. */
const firstSize = 10_000
const smallSize = 100

export const benchCommand: Command = {
  summary: '测性能 · measure',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const small = options.flag('small')
    const rows = countOf(options, 'rows', small ? smallSize : 100_000)
    const repeats = countOf(options, 'repeats', small ? 1 : 7)
    const answers = countOf(options, 'answers', 0)
    const [word] = options.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    if (rows === null || repeats === null || answers === null) {
      return sayNotUnderstood(
        terminal,
        '--rows（100 起）、--repeats 和 --answers 请写整数。 --rows (from 100), --repeats and --answers want whole numbers.',
        usage,
      )
    }
    const tokens = options.text('tokens')
    if (tokens !== undefined && !/^\d{4,8}$/.test(tokens)) {
      const why = '--tokens 请写 1000 起的整数。 --tokens wants a whole number from 1,000.'
      return sayNotUnderstood(terminal, why, usage)
    }
    const json = options.flag('json')
    const report = await runBench({
      sizes: small || rows <= firstSize ? [rows] : sizesUpTo(rows),
      repeats,
      scale: small ? 0.02 : 1,
      only: options.text('only')?.split(',') ?? null,
      answers,
      ...(tokens !== undefined && { tokens: Number(tokens) }),
      say: terminal.err,
    })
    if (report.singles.length === 0 && report.sizes.every((one) => one.operations.length === 0)) {
      const why = `--only 里没有一个认得的项目：${options.text('only') ?? ''}。 --only names nothing that is measured.`
      return sayNotUnderstood(terminal, why, usage)
    }
    if (json) terminal.out(JSON.stringify({ ok: true, ...report }))
    else for (const line of reportLines(report)) terminal.out(line)
    return 0
  },
}

/** Ten thousand, and each ten times the one before, up to what was asked for. */
function sizesUpTo(rows: number): readonly number[] {
  const sizes: number[] = []
  for (let size = firstSize; size < rows; size *= 10) sizes.push(size)
  return [...sizes, rows]
}

function countOf(
  { text }: Options,
  name: 'rows' | 'repeats' | 'answers',
  usual: number,
): number | null {
  const raw = text(name)
  if (raw === undefined) return usual
  const count = /^\d{1,8}$/.test(raw) ? Number(raw) : 0
  return count >= (name === 'rows' ? smallSize : 1) ? count : null
}
