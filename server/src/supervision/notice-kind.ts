/** A paper that chases, as a record. Its numbers run by year and level: 督办〔2026〕3号. */
import { chaseLevelLabels } from '@luoshi/domain/supervision/chase'
import {
  evolveNotice,
  type Notice,
  type NoticeAbout,
  type NoticeEvent,
} from '@luoshi/domain/supervision/notice'
import { recordKind } from '../execute/record.ts'

const none: Notice = { status: 'none' }

export const noticeKind = recordKind({
  kind: 'notice',
  events: {
    NoticeIssued: true,
    NoticePassedOn: true,
    NoticeReceived: true,
    NoticeAnswered: true,
    NoticeWithdrawn: true,
  } satisfies Record<NoticeEvent['type'], true>,
  initial: none,
  evolve: evolveNotice,
  row: (notice) =>
    notice.status === 'none'
      ? null
      : {
          title: chaseLevelLabels[notice.level].zh,
          unit: notice.unit,
          on_day: notice.issuedOn,
          due: notice.reportBy,
        },
  series: (notice) =>
    notice.status === 'none' ? undefined : `notices ${notice.level} ${notice.issuedOn.slice(0, 4)}`,
})

export function noticeReference(
  { level, issuedOn }: Pick<NoticeAbout, 'level' | 'issuedOn'>,
  number: number | null,
): string {
  return `${chaseLevelLabels[level].zh}〔${issuedOn.slice(0, 4)}〕${number ?? ''}号`
}
