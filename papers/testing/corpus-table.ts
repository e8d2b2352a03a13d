/** The table of docs/reading.md: how much of each text of the corpus is found. */
import { parseDocument } from '../src/parse.ts'
import { corpus, type Score, type Scores, scoresOf } from './corpus.ts'

export type Row = Readonly<{ name: string; scores: Scores }>
export type Kind = 'outline' | 'items' | 'fields'

export async function corpusRows(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const text of corpus()) {
    const read = await parseDocument(text.bytes, { fileName: `${text.name}.txt` })
    if (!read.ok) throw new Error(`${text.name}: ${read.refusal.code}`)
    rows.push({ name: text.name, scores: scoresOf(text, read.value) })
  }
  return rows
}

export function totalOf(rows: readonly Row[], kind: Kind): Score {
  const sum = (part: keyof Score) => rows.reduce((all, { scores }) => all + scores[kind][part], 0)
  return { right: sum('right'), found: sum('found'), true: sum('true') }
}

export function precisionOf({ right, found }: Score): number {
  return found === 0 ? 1 : right / found
}

export function recallOf(score: Score): number {
  return score.true === 0 ? 1 : score.right / score.true
}

export function tableOf(rows: readonly Row[]): string {
  const kinds = ['outline', 'items', 'fields'] as const
  const lines = rows.map(({ name, scores }) => [name, ...kinds.map((kind) => shown(scores[kind]))])
  const total = ['合计', ...kinds.map((kind) => shown(totalOf(rows, kind)))]
  const rates = [
    '准确率 / 召回率',
    ...kinds.map((kind) => {
      const score = totalOf(rows, kind)
      return `${precisionOf(score).toFixed(3)} / ${recallOf(score).toFixed(3)}`
    }),
  ]
  const head = [
    '文本',
    '标题层次（对／读出／实有）',
    '意见（对／读出／实有）',
    '单位、时限等（对／读出／实有）',
  ]
  return [head, head.map(() => '---'), ...lines, total, rates]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function shown(score: Score): string {
  return score.true === 0 && score.found === 0
    ? '—'
    : `${score.right}／${score.found}／${score.true}`
}
