/** Checks the rows of one session's ballot: the same voters judge every subject, so every row adds up alike. */
import type { Votes } from './count-input.ts'
import type { Label } from './rule.ts'

export type SessionWarning = Label & Readonly<{ code: 'row-differs'; at: number }>

/** @param expected - Ballots returned for every row. The first row's sum, when left out. */
export function checkSession(rows: readonly Votes[], expected?: number): readonly SessionWarning[] {
  const sums = rows.map((row) => sumOfRow(row))
  const wanted = expected ?? sums[0] ?? 0
  return sums.flatMap((sum, at): readonly SessionWarning[] => {
    if (sum === wanted) return []
    return [
      {
        code: 'row-differs',
        at,
        zh: `第${at + 1}行合计${sum}票，应为${wanted}票，请核对。`,
        en: `Row ${at + 1} adds up to ${sum} votes, not to ${wanted}.`,
      },
    ]
  })
}

function sumOfRow({ satisfied, basically, dissatisfied, abstain = 0, unknown = 0 }: Votes): number {
  return satisfied + basically + dissatisfied + abstain + unknown
}
