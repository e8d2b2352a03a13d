/** Commits to try the log with: a matter and its opinion, with the rows they are found by. */
import { day, instant, type Instant } from '@luoshi/domain/kernel/day'
import type { Commit, StreamWrite } from '../src/log/event.ts'
import type { ViewRow } from '../src/projections/view-row.ts'
import type { Said } from './proof-file.ts'
import { opened, raised } from './stories.ts'

export const demo = 'congress_demo'
export const noon = instant('2026-03-01T04:00:00.000Z')

export function commitOf(
  command: string,
  writes: readonly StreamWrite[],
  at: Instant = noon,
): Commit {
  return { congress: demo, command, actor: 'account_clerk', at, writes }
}

type MatterRow = Extract<ViewRow, { view: 'matter_view' }>

export function matterRow(n: number, more: Partial<MatterRow['columns']> = {}): MatterRow {
  const title = `青禾路第${n}段积水`
  return {
    view: 'matter_view',
    number_series: 'matters appraisal_one',
    columns: {
      appraisal: 'appraisal_one',
      opinion: `opinion_${n}`,
      status: 'drafted',
      round: 1,
      unit: 'unit_water',
      official: null,
      title,
      due: null,
      plan_due: null,
      phase: 'during',
      warned: false,
      opened_on: day('2026-03-01'),
      updated_at: noon,
      search: title,
      doc: { title },
      ...more,
    },
  }
}

export function opinionRow(n: number): ViewRow {
  const text = `青禾路第${n}段积水严重，请尽快整修。`
  const columns = {
    appraisal: 'appraisal_one',
    status: 'answerable',
    matter: `matter_${n}`,
    exit: null,
    received_on: day('2026-03-01'),
    channel: 'forum',
    text,
    doc: { text },
  }
  return { view: 'opinion_view', number_series: 'opinions appraisal_one', columns }
}

/** Events of one stream. */
export function writeOf(expected: number, said: readonly Said[], row?: ViewRow): StreamWrite {
  const stream = said[0]?.stream ?? ''
  const events = said.map(({ type, facts, words }) => ({
    type,
    facts,
    ...(words ? { words } : {}),
  }))
  return { stream, expected, events, ...(row ? { row } : {}) }
}

/** Opinion and matter `n`, raised in one commit. */
export function raise(n: number): Commit {
  return commitOf(`raise_${n}`, [
    writeOf(0, [raised(n)], opinionRow(n)),
    writeOf(0, [opened(n)], matterRow(n)),
  ])
}

export function matterWrite(
  n: number,
  expected: number,
  said: readonly Said[],
  more: Partial<MatterRow['columns']> = {},
): StreamWrite {
  return writeOf(expected, said, matterRow(n, more))
}
