/** The foot: every paragraph accounted for or not, the appraisal, and the way on record, closed while anything is missing. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useMemo } from 'react'
import { appraisalsQuery } from '../../api/lists.ts'
import { useSession } from '../../api/session.ts'
import { roomPaths } from '../../shell/rooms.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.ts'
import { mostItems, obstaclesOf, type Obstacle } from './model/obstacles.ts'
import { useReviewPage } from './review-context.ts'
import type { Autosave } from './save/use-autosave.ts'
import { useConfirmImport } from './use-confirm-import.ts'

export function ReviewFoot({ save }: Readonly<{ save: Autosave }>) {
  const { imports: words } = useWords()
  const { review, account, paper } = useReviewPage()
  const { today } = useSession()
  const confirming = useConfirmImport(save)
  const [obstacle] = useMemo(
    () => obstaclesOf(review, account, { paper, today }),
    [review, account, paper, today],
  )
  return (
    <footer className="review-foot" aria-label={words.foot.label}>
      {confirming.error && <ProblemNote error={confirming.error} />}
      <div className="foot-line">
        <Sum />
        <div className="foot-act">
          {obstacle && <ObstacleNote obstacle={obstacle} />}
          <AppraisalChoice />
          <Button
            type="primary"
            disabled={obstacle !== undefined || save.saving.state === 'conflict'}
            loading={confirming.isPending}
            aria-describedby="review-obstacle"
            onClick={confirming.start}
          >
            {words.foot.confirm}
          </Button>
        </div>
      </div>
    </footer>
  )
}

function Sum() {
  const { imports: words } = useWords()
  const { account } = useReviewPage()
  const open = account.open.length
  return (
    <output className="foot-sum number">
      <span className="foot-total">{words.foot.count(account.total)}</span>
      <span aria-hidden="true"> ＝ </span>
      <span className="foot-taken">{words.foot.taken(account.taken)}</span>
      <span aria-hidden="true"> ＋ </span>
      <span>{words.foot.left(account.left)}</span>
      <span aria-hidden="true"> ＋ </span>
      <span className={open > 0 ? 'foot-open' : 'foot-none'}>{words.foot.open(open)}</span>
    </output>
  )
}

function AppraisalChoice() {
  const { imports: words } = useWords()
  const { review, change } = useReviewPage()
  const { data } = useQuery(appraisalsQuery)
  const running = (data ?? []).filter(({ status }) => status === 'running')
  if (data && running.length === 0)
    return (
      <p className="foot-note">
        {words.foot.noAppraisals}{' '}
        <Link to={roomPaths.appraisals}>{words.foot.openAppraisal} →</Link>
      </p>
    )
  return (
    <Select
      className="foot-appraisal"
      aria-label={words.foot.appraisal}
      placeholder={words.foot.choose}
      popupMatchSelectWidth={360}
      placement="topLeft"
      value={review.appraisal}
      onChange={(appraisal) => change('appraisal', (now) => ({ ...now, appraisal }))}
      options={running.map((one) => ({ value: one.id, label: one.title }))}
    />
  )
}

function ObstacleNote({ obstacle }: Readonly<{ obstacle: Obstacle }>) {
  const { imports: words } = useWords()
  const { openItem, showPart } = useReviewPage()
  const text = useObstacleText(obstacle)
  const go =
    obstacle.code === 'open-paragraphs'
      ? () => showPart('left')
      : 'item' in obstacle
        ? () => openItem(obstacle.item)
        : null
  return (
    <p id="review-obstacle" className="foot-obstacle">
      {text}
      {go && (
        <Button type="link" size="small" onClick={go}>
          {words.obstacles.go}
        </Button>
      )}
    </p>
  )
}

function useObstacleText(obstacle: Obstacle): string {
  const { imports } = useWords()
  const { obstacles: words } = imports
  switch (obstacle.code) {
    case 'open-paragraphs':
      return words.openParagraphs(obstacle.count)
    case 'no-items':
      return words.noItems
    case 'too-many-items':
      return words.tooManyItems(obstacle.count, mostItems)
    case 'title-missing':
      return words.titleMissing(obstacle.place)
    case 'day-missing':
      return words.dayMissing(obstacle.place)
    case 'day-later':
      return words.dayLater(obstacle.place)
    case 'exit-unfinished':
      return words.exitUnfinished(obstacle.place)
    case 'text-too-long':
      return words.textTooLong(obstacle.place)
    case 'no-appraisal':
      return words.noAppraisal
  }
}
