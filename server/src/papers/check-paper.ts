/**
 * What anybody may know of a paper whose code they hold: that it was issued, by whom, when, and whether it still stands.
 * Nothing of what it says, and nobody's name. Source: domain.md §13.
 */
import type { CheckCode } from '@luoshi/domain/papers/check-code'
import type { IssuedPaper } from '@luoshi/domain/papers/issued-paper'
import { paperLine } from '@luoshi/domain/papers/issued-paper'
import { idOf, isId, type CongressId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import { readCheckpoints } from '@luoshi/ledger/proof/checkpoints'
import type { World } from '../execute/context.ts'
import { congressName } from '../ledgers/congress-name.ts'
import { latestOf, paperRecordKind } from './issued-papers.ts'

export type CheckedPaper = Readonly<{
  congressName: string
  paper: Exclude<IssuedPaper, { status: 'none' }>
  standing:
    | Readonly<{ kind: 'latest' }>
    /** The record itself was taken back. */
    | Readonly<{ kind: 'withdrawn' }>
    | Readonly<{ kind: 'replaced'; on: Day | null }>
  /** Its place in the ledger, and the last signed state of the ledger. */
  seq: number
  checkpoint: Readonly<{ size: number; root: string }> | null
}>

/** Null when no paper has this code. */
export async function checkPaper(world: World, code: CheckCode): Promise<CheckedPaper | null> {
  const id = idOf('paper', `paper_${code}`)
  const { rows } = await world.db.pool.query<{ congress: string | null }>(
    'select luoshi.congress_of_paper($1) as congress',
    [id],
  )
  const congress = rows[0]?.congress ?? ''
  if (!isId('congress', congress)) return null
  const { state } = await paperRecordKind.load(world.db, congress, id)
  if (state.status === 'none') return null
  const [name, standing, seq, [last]] = await Promise.all([
    congressName(world.db, congress),
    standingOf(world, congress, state, id),
    seqOf(world, congress, id),
    readCheckpoints(world.db.pool, congress, 1),
  ])
  return {
    congressName: name,
    paper: state,
    standing,
    seq,
    checkpoint: last ? { size: last.size, root: last.root.toString('base64') } : null,
  }
}

const takenBack = ['withdrawn', 'void'] as const

async function standingOf(
  { db }: World,
  congress: CongressId,
  state: CheckedPaper['paper'],
  id: string,
): Promise<CheckedPaper['standing']> {
  const [row] = await db.rows<{ status: string }>(congress, {
    text: 'select status from luoshi.record_view where congress = $1 and id = $2 and to_seq is null',
    values: [congress, state.of],
  })
  if (takenBack.some((one) => one === row?.status)) return { kind: 'withdrawn' }
  const latest = await latestOf({ db }, congress, paperLine(state))
  if (latest === null || latest === id) return { kind: 'latest' }
  const { state: next } = await paperRecordKind.load(db, congress, idOf('paper', latest))
  return { kind: 'replaced', on: next.status === 'none' ? null : next.on }
}

async function seqOf({ db }: World, congress: CongressId, id: string): Promise<number> {
  const [row] = await db.rows<{ seq: number }>(congress, {
    text: `select from_seq::float8 as seq from luoshi.record_view
      where congress = $1 and id = $2 and to_seq is null`,
    values: [congress, id],
  })
  return row?.seq ?? 0
}
