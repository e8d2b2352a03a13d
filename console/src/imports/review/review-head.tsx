/** Name of the document, whether all is saved, and how it is looked at. */
import { hrefOf } from '@luoshi/server/contract/kit'
import { getImportOriginal } from '@luoshi/server/contract/imports'
import { Link } from '@tanstack/react-router'
import { Button, Switch } from 'antd'
import { useEffect } from 'react'
import { useSession } from '../../api/session.ts'
import { momentText } from '../../words/day-text.ts'
import { useLanguage, useWords } from '../../words/language.ts'
import { useReviewPage } from './review-context.ts'
import type { Saving } from './save/saver.ts'
import type { Gaze } from './use-gaze.ts'
import type { ReviewState } from './use-review.ts'

export function ReviewHead({
  state,
  saving,
  showsEdits,
  onShowEdits,
  gaze,
}: Readonly<{
  state: ReviewState
  saving: Saving
  showsEdits: boolean
  onShowEdits: (on: boolean) => void
  gaze: Gaze
}>) {
  const { imports: words, columns, shell } = useWords()
  const { detail, paper } = useReviewPage()
  useEffect(() => {
    document.title = `${detail.fileName} · ${shell.product}`
  }, [detail.fileName, shell.product])
  const original = hrefOf(getImportOriginal, { import: detail.id })
  return (
    <header className="review-head">
      <div className="review-name">
        <Link to="/imports">← {words.title}</Link>
        <h1>{detail.fileName}</h1>
        <p className="quiet">
          {words.readAs(
            words.kinds[paper.kind],
            paper.encoding.toUpperCase(),
            paper.paragraphs.length,
          )}
          <a className="review-original" href={original} download>
            {words.download}
          </a>
          {detail.mapped !== null && (
            <Link
              to="/imports/$import/columns"
              params={{ import: detail.id }}
              className="review-original"
              title={columns.openHint}
            >
              {columns.open}
            </Link>
          )}
        </p>
      </div>
      <div className="review-tools">
        <SavedMark saving={saving} />
        <Button size="small" disabled={!state.canUndo} onClick={state.undo}>
          {words.undo}
        </Button>
        <label className="review-switch" title={words.showEditsHint}>
          <Switch size="small" checked={showsEdits} onChange={onShowEdits} />
          {words.showEdits}
        </label>
        <label className="review-switch review-sync">
          <Switch size="small" checked={gaze.isSynced} onChange={gaze.setSynced} />
          {words.sync}
        </label>
      </div>
    </header>
  )
}

function SavedMark({ saving }: Readonly<{ saving: Saving }>) {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { today } = useSession()
  const text =
    saving.state === 'saved'
      ? words.saving.saved(
          saving.at ? (momentText(saving.at, today, language).split(' ').at(-1) ?? '') : '',
        )
      : words.saving[saving.state]
  return <output className={`saved-mark is-${saving.state}`}>{text}</output>
}
