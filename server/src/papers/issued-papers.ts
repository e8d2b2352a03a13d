/**
 * Papers that left the house, in the ledger: whoever may take a paper out of the system takes it out registered. The same
 * paper again is the same paper; another one of the same record replaces it.
 */
import { checkCodeOf } from '@luoshi/domain/papers/check-code'
import {
  evolvePaper,
  issuePaper,
  noPaper,
  paperLine,
  type IssuedPaper,
  type PaperEvent,
  type PaperToIssue,
} from '@luoshi/domain/papers/issued-paper'
import { paperKindAbout } from '@luoshi/domain/papers/paper-kinds'
import { idOf, isId, type AppraisalId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { commit } from '../execute/commit.ts'
import { oneMoment, type Outcome, type World } from '../execute/context.ts'
import { recordKind } from '../execute/record.ts'
import type { Principal } from '../identity/principal.ts'

export const paperRecordKind = recordKind<'paper', IssuedPaper, PaperEvent>({
  kind: 'paper',
  events: { PaperIssued: true },
  initial: noPaper,
  evolve: evolvePaper,
  row: (state) =>
    state.status === 'none'
      ? null
      : {
          title: paperKindAbout[state.paper].zh,
          on_day: state.dated,
          parent: paperLine(state),
          appraisal: state.appraisal,
        },
})

export function paperIdOf(hash: string): Id<'paper'> {
  return idOf('paper', `paper_${checkCodeOf(hash)}`)
}

/** Two people who take out the same paper at once register it once: the second sees what the first wrote. */
const tries = 3

export async function registerPaper(
  at: World,
  by: Principal,
  paper: PaperToIssue,
): Outcome<Id<'paper'>> {
  const world = oneMoment(at)
  const id = paperIdOf(paper.hash)
  for (let left = tries; ; left -= 1) {
    const before = await paperRecordKind.load(world.db, by.congress, id)
    const latest = await latestOf(world, by.congress, paperLine(paper))
    const events = issuePaper(before.state, paper, latest === id)
    if (events.length === 0) return accept(id)
    const done = await commit(world, { by }, [paperRecordKind.write(id, before, events)])
    if (done.ok) return accept(id)
    if (left <= 1) return done
  }
}

/** The paper last issued of its line. */
export async function latestOf(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  line: string,
): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view
      where congress = $1 and parent = $2 and kind = 'paper' and to_seq is null
      order by from_seq desc limit 1`,
    values: [congress, line],
  })
  return row?.id ?? null
}

export function appraisalOf(raw: string | undefined): AppraisalId | null {
  return raw !== undefined && isId('appraisal', raw) ? raw : null
}
