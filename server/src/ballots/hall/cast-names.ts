/** What a ballot is about, in the words that stand in its manifest and on every phone. */
import { rowsOf, subjectLabels, type BallotRow } from '@luoshi/domain/ballots/ballot-rows'
import { mattersOf } from '@luoshi/domain/ballots/ballot-rows'
import { sheetColumns, type SheetColumn } from '@luoshi/domain/ballots/ballot-sheet'
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { axisLabels } from '@luoshi/domain/verdicts/verdict'
import { voteKinds, type VoteKind } from '@luoshi/domain/verdicts/counting/rule'
import type { World } from '../../execute/context.ts'
import { isRehearsal } from '../ballot-kind.ts'

export type CastNames = Readonly<{
  congressName: string
  officialName: string
  title: string
  contests: readonly Readonly<{ row: BallotRow; title: string; question: string }>[]
  /** The options of every contest, in their order. */
  marks: readonly Readonly<{ field: VoteKind; zh: string; en: string }>[]
}>

type Found = { congress_name: string | null; official_name: string | null }

export async function castNames(
  world: World,
  congress: CongressId,
  ballot: HeldBallot,
): Promise<CastNames> {
  const { db, policies } = world
  const [[found], matters, book] = await Promise.all([
    db.rows<Found>(congress, {
      text: `select c.name as congress_name, o.name as official_name from luoshi.appraisal_view a
        left join luoshi.congress c on c.id = a.congress
        left join luoshi.official_view o
          on o.congress = a.congress and o.id = a.official and o.to_seq is null
        where a.congress = $1 and a.id = $2 and a.to_seq is null`,
      values: [congress, ballot.appraisal],
    }),
    db.rows<{ id: string; number: number; title: string }>(congress, {
      text: `select id, number, title from luoshi.matter_view
        where congress = $1 and id = any($2) and to_seq is null`,
      values: [congress, [...mattersOf(ballot.subject)]],
    }),
    policies.ruleBookOf(congress, ballot.appraisal),
  ])
  const officialName = found?.official_name ?? ''
  const congressName = found?.congress_name ?? ''
  const known = new Map<string, Readonly<{ number: number; title: string }>>(
    matters.map((one) => [one.id, one]),
  )
  const about = `${subjectLabels[ballot.subject.type].zh}${officialName === '' ? '' : `（${officialName}）`}`
  return {
    congressName,
    officialName,
    title: `${isRehearsal(ballot) ? '【演练】' : ''}${congressName} ${ballot.session}：${about}`
      .trim()
      .slice(0, longest),
    contests: rowsOf(ballot.subject).map((row) => contestOf(row, officialName, known)),
    marks: sheetColumns(ballot.subject, book).flatMap(optionOf),
  }
}

/** The manifest's own limit. */
const longest = 500

function optionOf({ field, zh, en }: SheetColumn): CastNames['marks'] {
  const kind = voteKinds.find((one) => one === field)
  return kind ? [{ field: kind, zh, en }] : []
}

function contestOf(
  row: BallotRow,
  officialName: string,
  matters: ReadonlyMap<string, Readonly<{ number: number; title: string }>>,
): CastNames['contests'][number] {
  switch (row.type) {
    case 'official':
      return { row, title: `${officialName}同志履职情况`, question: row.item ?? '总体评价' }
    case 'report':
      return { row, title: '整改情况报告', question: axisLabels[row.axis].zh }
    case 'matter': {
      const { number = 0, title = '' } = matters.get(row.matter) ?? {}
      const question = axisLabels[row.axis].zh
      return { row, title: `第${number}号事项“${title.slice(0, 200)}”`, question }
    }
  }
}
