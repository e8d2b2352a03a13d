/** Two versions of the decisions: the clerk chooses; neither is thrown away before that. */
import { getImport, type ImportDetail } from '@luoshi/server/contract/imports'
import { Button } from 'antd'
import { useState } from 'react'
import { unitsQuery } from '../../../api/lists.ts'
import { ask } from '../../../api/server.ts'
import { useSession } from '../../../api/session.ts'
import { useQuery } from '@tanstack/react-query'
import { momentText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { rereadReview } from '../model/reread-review.ts'
import type { LocalCopy } from '../model/review-shape.ts'
import { openingReview } from '../opening-review.ts'
import { useReviewPage } from '../review-context.ts'
import type { ReviewState } from '../use-review.ts'
import { dropLocalCopy } from './local-copy.ts'
import type { Autosave } from './use-autosave.ts'

export function ConflictChoice({
  save,
  state,
  local,
  onServer,
}: Readonly<{
  save: Autosave
  state: ReviewState
  /** A copy on this device that is older than the server's. */
  local: LocalCopy | null
  onServer: (detail: ImportDetail) => void
}>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { account, today } = useSession()
  const { detail, paper } = useReviewPage()
  const { data: units = [] } = useQuery(unitsQuery)
  const [copy, setCopy] = useState(local)
  const [error, setError] = useState<unknown>(null)
  const shelf = { account: account.id, import: detail.id }
  const read = async (isMine: boolean) => {
    setError(null)
    try {
      const newest = await ask(getImport, { params: { import: detail.id } })
      onServer(newest)
      if (isMine) {
        save.resume(newest.revision, null)
        state.replace(rereadReview({ ...state.review }, newest.parsed, units))
      } else {
        dropLocalCopy(shelf)
        const { review } = openingReview(newest, null, { units, today })
        save.resume(newest.revision, review)
        state.replace(review)
      }
    } catch (failure) {
      setError(failure)
    }
  }
  if (error !== null) return <ProblemNote error={error} onRetry={() => setError(null)} />
  if (save.saving.state === 'refused') return <ProblemNote error={save.saving.error} />
  if (save.saving.state === 'conflict')
    return (
      <Choice
        text={words.saving.conflictText}
        onMine={() => void read(true)}
        onTheirs={() => void read(false)}
      />
    )
  if (copy === null) return null
  return (
    <Choice
      text={words.saving.local(momentText(copy.at, today, language))}
      onMine={() => {
        state.replace(rereadReview(copy.review, paper, units))
        setCopy(null)
      }}
      onTheirs={() => {
        dropLocalCopy(shelf)
        setCopy(null)
      }}
    />
  )
}

function Choice({
  text,
  onMine,
  onTheirs,
}: Readonly<{ text: string; onMine: () => void; onTheirs: () => void }>) {
  const { imports: words } = useWords()
  return (
    <div className="review-choice" role="alert">
      <p>{text}</p>
      <Button size="small" type="primary" onClick={onMine}>
        {words.saving.mine}
      </Button>
      <Button size="small" onClick={onTheirs}>
        {words.saving.theirs}
      </Button>
    </div>
  )
}
