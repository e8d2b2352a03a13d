/** The head of the page: number, title, where it stands, which round, how long is left. */
import { currentRound } from '@luoshi/domain/matters/matter'
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { Button } from 'antd'
import { DueMark } from '../../../ui/due-mark.tsx'
import { dueOf } from '../../../ui/due.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { StatusTag } from '../../../ui/status-tag.tsx'
import { useWords } from '../../../words/language.ts'

export function MatterHead({ detail, today }: Readonly<{ detail: MatterDetail; today: Day }>) {
  const { matterPage, matters } = useWords()
  const { head, rounds } = matterPage
  const { matter } = detail
  const round = currentRound(matter)
  const owing = { status: matter.status, due: round?.due ?? null, planDue: round?.planDue ?? null }
  const { left, isOpen } = dueOf(owing, today)
  const owes = left !== null || isOpen
  return (
    <PageHead
      title={`${matters.numberSign(detail.number)} ${matter.title}`}
      lead={
        <span className="matter-state">
          <StatusTag status={matter.status} />
          {round !== null && <span className="round-now">{rounds.round(round.number)}</span>}
          {matter.warned && <span className="warned">⚠ {head.warned}</span>}
          {owes && <DueMark matter={owing} today={today} />}
        </span>
      }
      actions={<Button onClick={() => window.print()}>{head.print}</Button>}
    />
  )
}
