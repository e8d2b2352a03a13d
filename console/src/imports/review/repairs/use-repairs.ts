/** Applies the repairs a person has agreed to: what is typed is saved first, the document is read again, decisions are carried over. */
import { acceptRepairs, type ImportDetail } from '@luoshi/server/contract/imports'
import { App } from 'antd'
import { useState } from 'react'
import { ask } from '../../../api/server.ts'
import { useWords } from '../../../words/language.ts'
import { rereadReview } from '../model/reread-review.ts'
import { useReviewPage } from '../review-context.ts'
import type { Autosave } from '../save/use-autosave.ts'
import type { ReviewState } from '../use-review.ts'

type Given = Readonly<{
  save: Autosave
  state: ReviewState
  onReread: (detail: ImportDetail) => void
}>

export type Repairs = Readonly<{
  isBusy: boolean
  error: unknown
  /** All that shall be applied from now on; none takes all back. */
  apply: (accepted: readonly string[]) => void
}>

export function useRepairs({ save, state, onReread }: Given): Repairs {
  const { imports: words } = useWords()
  const { message } = App.useApp()
  const { detail, units } = useReviewPage()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const apply = async (accepted: readonly string[]) => {
    setBusy(true)
    setError(null)
    try {
      await save.flush()
      const body = { accepted: [...new Set(accepted)] }
      const read = await ask(acceptRepairs, { params: { import: detail.id }, body })
      const next = rereadReview(state.review, read.parsed, units)
      const before = new Set(state.review.items.filter((one) => one.reread).map(({ id }) => id))
      const changed = next.items.filter((one) => one.reread && !before.has(one.id)).length
      onReread(read)
      state.replace(next)
      void message.success(words.repairs.done(changed))
    } catch (failure) {
      setError(failure)
    }
    setBusy(false)
  }
  return { isBusy, error, apply: (accepted) => void apply(accepted) }
}
