/**
 * Which papers of an appraisal lie in its archive, one by one: those that were issued. Records of interviews stay with the
 * team: only the merged text leaves its hands. A talk with the official is filed as it was signed: what goes out of here is its
 * form, before anything was said. Source: domain.md §13 (sealed), §8.12 (归档目录).
 */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { readBallots } from '../ballots/read-ballots.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { readLetters } from '../letters/read-letters.ts'
import { readMeetings } from '../meetings/read-meetings.ts'
import { readReports } from '../letters/read-reports.ts'
import { mattersOnPaper } from '../papers/matters-on-paper.ts'
import { closedSurveys } from '../papers/survey-papers.ts'
import { readHandOver, readHandOvers } from '../people/read-hand-overs.ts'
import { readNotice, readNotices } from '../supervision/read-notices.ts'

export type ArchiveItem = Readonly<{ kind: PaperKind; record: string | undefined }>

const one = (kind: PaperKind): ArchiveItem => ({ kind, record: undefined })

export async function archiveItems(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<readonly ArchiveItem[]> {
  const matters = await mattersOnPaper(world, by, { appraisal })
  const units = [
    ...new Set(matters.flatMap(({ matter }) => (matter.unit === null ? [] : [matter.unit]))),
  ]
  const own = new Set(matters.map(({ id }) => id))
  const closed = matters.filter(({ matter }) => matter.status === 'closed')
  return [
    one('implementation-plan'),
    one('notice'),
    one('investigation-report'),
    ...(await meetingItems(world, by, appraisal)),
    ...(await letterItems(world, by, appraisal)),
    ...units.map((record) => ({ kind: 'rectification-plan', record }) as const),
    one('three-lists'),
    ...(await noticeItems(world, by, own)),
    ...(await handOverItems(world, by, own)),
    ...(await readReports(world, by, { appraisal })).map(
      ({ id: record }) => ({ kind: 'rectification-report', record }) as const,
    ),
    ...(await readBallots(world, by, { appraisal })).flatMap(({ id: record }) => [
      { kind: 'tally-sheet', record } as const,
      { kind: 'ballot-record', record } as const,
      { kind: 'result-announcement', record } as const,
    ]),
    ...(await closedSurveys(world, { by }, appraisal))
      .toReversed()
      .map((record) => ({ kind: 'survey-results', record }) as const),
    ...closed.map(({ id: record }) => ({ kind: 'closure-form', record }) as const),
  ]
}

async function meetingItems(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<readonly ArchiveItem[]> {
  const found = await readMeetings(world, by, { appraisal })
  if (!found.ok) return []
  return found.value
    .toReversed()
    .flatMap(({ id: record }) => [
      { kind: 'chair-script', record } as const,
      { kind: 'meeting-minutes', record } as const,
    ])
}

/** Lists by which matters of the appraisal went into other hands. */
async function handOverItems(
  world: World,
  by: Principal,
  own: ReadonlySet<string>,
): Promise<readonly ArchiveItem[]> {
  const items: ArchiveItem[] = []
  for (const { id: record } of await readHandOvers(world, by)) {
    const found = await readHandOver(world, by, record)
    if (found.ok && found.value.matters.some(({ matter }) => own.has(matter)))
      items.push({ kind: 'hand-over-list', record })
  }
  return items.toReversed()
}

async function letterItems(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<readonly ArchiveItem[]> {
  const found = await readLetters(world, by, appraisal)
  if (!found.ok) return []
  return found.value.rows
    .toReversed()
    .flatMap(({ id: record, form }) => [
      { kind: form === 'reissue' ? 'reissue-notice' : 'opinion-letter', record } as const,
      { kind: 'receipt', record } as const,
    ])
}

async function noticeItems(
  world: World,
  by: Principal,
  own: ReadonlySet<string>,
): Promise<readonly ArchiveItem[]> {
  const items: ArchiveItem[] = []
  for (const { id: record } of await readNotices(world, by, undefined)) {
    const notice = await readNotice(world, by, record)
    if (notice.ok && notice.value.matters.some(({ id }) => own.has(id)))
      items.push({ kind: 'supervision-notice', record })
  }
  return items.toReversed()
}
