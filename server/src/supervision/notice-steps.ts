/** What follows a paper: the unit signs for it and answers, or the office takes it back. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { decideNotice, type NoticeCommand } from '@luoshi/domain/supervision/notice'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { refusedByNotice } from './issue-notice.ts'
import { noticeKind } from './notice-kind.ts'

type Existing = Asked & Readonly<{ notice: Id<'notice'>; version: number }>

export function signNotice(world: World, asked: Existing) {
  const today = todayOf(world)
  return step(world, asked, { type: 'SignNotice', by: asked.by.account, today })
}

export function answerNotice(world: World, asked: Existing & Readonly<{ text: string }>) {
  return step(world, asked, { type: 'AnswerNotice', text: asked.text, today: todayOf(world) })
}

export function withdrawNotice(world: World, asked: Existing & Readonly<{ reason: string }>) {
  return step(world, asked, { type: 'WithdrawNotice', reason: asked.reason, today: todayOf(world) })
}

function step(
  world: World,
  asked: Existing,
  command: Exclude<NoticeCommand, { type: 'IssueNotice' | 'PassNoticeOn' }>,
): Outcome<RecordDone<'notice'>> {
  return takeRecordStep(world, noticeKind, {
    by: asked.by,
    key: asked.key,
    command: command.type,
    id: asked.notice,
    version: asked.version,
    unitOf: (notice) => (notice.status === 'none' ? null : notice.unit),
    mattersOf: (notice) => (notice.status === 'none' ? [] : notice.matters),
    decide: (notice) => {
      const ruling = decideNotice(notice, command)
      return ruling.ok ? ruling : refusedByNotice(ruling.refusal)
    },
  })
}
