/** Opening an appraisal with its rule book frozen in, moving it on, and archiving it when nothing is owed any more. */
import { appraisalDecider, type AppraisalCommand } from '@luoshi/domain/appraisals/appraisal'
import type { Appraisal, Phase } from '@luoshi/domain/appraisals/appraisal'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isId, type AppraisalId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { profileOf, resolveRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import { alreadyDone, commit, write } from '../execute/commit.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { loadAppraisal } from '../execute/load.ts'
import {
  forbidden,
  notFound,
  refused,
  refusedByAppraisal,
  versionConflict,
} from '../execute/refused.ts'
import { appraisalRow } from '../execute/view-rows.ts'
import { responsibleObstacle } from '../people/responsible-obstacle.ts'

export type AppraisalDone = Readonly<{ appraisal: AppraisalId; seq: number }>

export type Opening = Readonly<{
  title: string
  unit: UnitId
  official: OfficialId
  /** The key of a rule book. */
  ruleBook: string
  session: string
}>

export async function openAppraisal(
  world: World,
  asked: Asked & Readonly<{ opening: Opening }>,
): Outcome<AppraisalDone> {
  if (!mayGive(asked, 'OpenAppraisal')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  const [first] = repeated?.streams ?? []
  if (repeated && first && isId('appraisal', first))
    return accept({ appraisal: first, seq: repeated.seq })
  const profile = profileOf(asked.opening.ruleBook)
  if (!profile) return noSuchRuleBook()
  const obstacle = await responsibleObstacle(world.db, asked.by.congress, asked.opening)
  if (!obstacle.ok) return obstacle
  const ruleBook = resolveRuleBook(profile)
  const command = {
    ...asked.opening,
    ruleBook,
    type: 'OpenAppraisal',
    today: todayOf(world),
  } as const
  return decideAndWrite(world, asked, newId('appraisal'), appraisalDecider.initial, 0, command)
}

type Existing = Asked & Readonly<{ appraisal: AppraisalId; version: number }>

export async function enterPhase(
  world: World,
  asked: Existing & Readonly<{ phase: Phase }>,
): Outcome<AppraisalDone> {
  if (!mayGive(asked, 'EnterPhase')) return forbidden()
  return onExisting(world, asked, { type: 'EnterPhase', phase: asked.phase, today: todayOf(world) })
}

export async function archiveAppraisal(world: World, asked: Existing): Outcome<AppraisalDone> {
  if (!mayGive(asked, 'ArchiveAppraisal')) return forbidden()
  const [open] = await world.db.rows<{ n: number }>(asked.by.congress, {
    text: `select coalesce(sum(n), 0)::int as n from luoshi.matter_count
      where congress = $1 and appraisal = $2 and status not in ('closed', 'merged', 'exited')`,
    values: [asked.by.congress, asked.appraisal],
  })
  const openMatters = open?.n ?? 0
  return onExisting(world, asked, { type: 'ArchiveAppraisal', openMatters, today: todayOf(world) })
}

async function onExisting(
  world: World,
  asked: Existing,
  command: AppraisalCommand,
): Outcome<AppraisalDone> {
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return accept({ appraisal: asked.appraisal, seq: repeated.seq })
  const { state, version } = await loadAppraisal(world.db, asked.by.congress, asked.appraisal)
  if (state.status === 'none') return notFound()
  if (version !== asked.version) return versionConflict()
  return decideAndWrite(world, asked, asked.appraisal, state, version, command)
}

async function decideAndWrite(
  world: World,
  asked: Asked,
  appraisal: AppraisalId,
  state: Appraisal,
  version: number,
  command: AppraisalCommand,
): Outcome<AppraisalDone> {
  const ruling = appraisalDecider.decide(state, command)
  if (!ruling.ok) return refusedByAppraisal(ruling.refusal)
  const after = ruling.value.reduce(appraisalDecider.evolve, state)
  if (after.status === 'none') throw new Error(`${command.type} left no appraisal`)
  const done = await commit(world, asked, [
    write(appraisal, version, ruling.value, appraisalRow(after)),
  ])
  return done.ok ? accept({ appraisal, seq: done.value.seq }) : done
}

function noSuchRuleBook() {
  return refused(
    409,
    'no-such-rule-book',
    bilingual(
      '没有这部办法。',
      '请在办法列表中选择。',
      'There is no such rule book.',
      'Choose one from the list.',
    ),
  )
}
