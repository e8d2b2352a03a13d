/** The review screen: original on the left, proposal on the right, what is still open at the foot. On a phone, one side at a time. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import type { UnitRow } from '@luoshi/server/contract/people'
import { App, Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSession } from '../../api/session.ts'
import { useWords } from '../../words/language.ts'
import { accountOf } from './model/account.ts'
import { openingReview } from './opening-review.ts'
import { OriginalPane } from './original/original-pane.tsx'
import { ProposalPane } from './proposal/proposal-pane.tsx'
import { ReviewProvider, type ReviewContext } from './review-context.ts'
import { ReviewFoot } from './review-foot.tsx'
import { ReviewHead } from './review-head.tsx'
import { ConflictChoice } from './save/conflict-choice.tsx'
import { localCopyOf } from './save/local-copy.ts'
import { useAutosave } from './save/use-autosave.ts'
import { useGaze } from './use-gaze.ts'
import { useReview } from './use-review.ts'
import { useReviewKeys } from './use-review-keys.ts'

export function ReviewBody({
  detail: first,
  units,
}: Readonly<{ detail: ImportDetail; units: readonly UnitRow[] }>) {
  const { imports: words } = useWords()
  const { message } = App.useApp()
  const { account: person, today } = useSession()
  const [detail, setDetail] = useState(first)
  const [local] = useState(() => localCopyOf({ account: person.id, import: first.id }))
  const [opening] = useState(() => openingReview(first, local, { units, today }))
  const state = useReview(() => opening.review)
  const { review, change } = state
  const paper = detail.parsed
  const shelf = { account: person.id, import: first.id }
  const start = { shelf, revision: first.revision }
  const save = useAutosave(review, start, opening.local === 'restored')
  const account = useMemo(() => accountOf(review, paper), [review, paper])
  const [showsEdits, setShowsEdits] = useState(false)
  const gaze = useGaze(review)
  useEffect(() => {
    if (opening.local === 'restored') void message.info(words.saving.restored)
  }, [opening, message, words])
  const toggleEdits = useCallback(() => setShowsEdits((now) => !now), [])
  useReviewKeys({ state, paper, gaze, toggleEdits })
  const page = useMemo<ReviewContext>(
    () => ({ ...gaze.shared, detail, paper, units, review, account, change }),
    [gaze.shared, detail, paper, units, review, account, change],
  )
  return (
    <ReviewProvider value={page}>
      <div className={`review shows-${gaze.side}`}>
        <ReviewHead
          state={state}
          saving={save.saving}
          showsEdits={showsEdits}
          onShowEdits={setShowsEdits}
          gaze={gaze}
        />
        <ConflictChoice
          save={save}
          state={state}
          local={opening.local === 'older' ? local : null}
          onServer={setDetail}
        />
        <div className="review-sides">
          <Segmented
            block
            aria-label={words.sides}
            value={gaze.side}
            onChange={gaze.setSide}
            options={[
              { value: 'original', label: words.original },
              { value: 'proposal', label: `${words.proposal} ${review.items.length}` },
            ]}
          />
        </div>
        <div className="review-panes">
          <OriginalPane showsEdits={showsEdits} gaze={gaze} />
          <ProposalPane gaze={gaze} save={save} state={state} onReread={setDetail} />
        </div>
        <ReviewFoot save={save} />
      </div>
    </ReviewProvider>
  )
}
