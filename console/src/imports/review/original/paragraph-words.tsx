/** The words of one paragraph with what was changed, what is doubtful and what could be repaired. */
import { Fragment, memo } from 'react'
import { useWords } from '../../../words/language.ts'
import { flagWords, ruleWords } from '../repairs/kinds.ts'
import type { Paper } from '../model/review-shape.ts'
import { stretchesOf, type Stretch } from './marks-of.ts'

export const ParagraphWords = memo(function ParagraphWords({
  paper,
  paragraph,
  showsEdits,
}: Readonly<{ paper: Paper; paragraph: number; showsEdits: boolean }>) {
  const { imports: words } = useWords()
  const range = paper.paragraphs[paragraph]
  if (!range) return null
  if (range.text === '') return <span className="quiet">{words.emptyLine}</span>
  return stretchesOf(paper, range).map((stretch) => (
    <Fragment key={`${stretch.at} ${stretch.text === '' ? 'gone' : ''}`}>
      <StretchWords stretch={stretch} showsEdits={showsEdits} />
    </Fragment>
  ))
})

function StretchWords({
  stretch: { text, edit, flag, repair },
  showsEdits,
}: Readonly<{ stretch: Stretch; showsEdits: boolean }>) {
  const { imports: words } = useWords()
  const shown =
    edit && showsEdits ? (
      <span className="mark-edit" title={ruleWords(edit.rule, words.rules)}>
        {edit.before !== '' && <del>{visible(edit.before)}</del>}
        {text !== '' && <ins>{cells(text)}</ins>}
      </span>
    ) : (
      cells(text)
    )
  if (repair)
    return (
      <mark className="mark-repair" title={`${words.repairTo}${repair.after}`}>
        {shown}
      </mark>
    )
  if (!flag) return shown
  return (
    <mark className="mark-flag" title={flagWords(flag.kind, words.flags)}>
      {shown}
    </mark>
  )
}

/** Blanks and line ends that were taken away are shown as signs. */
function visible(text: string): string {
  return text.replaceAll('\n', '↵').replaceAll(/[ \t]/g, '␣').replaceAll('\u3000', '□')
}

/** A row of a table: its cells stand apart. */
function cells(text: string) {
  if (!text.includes('│')) return text
  return text.split('│').map((cell, at) => (
    // oxlint-disable-next-line react/no-array-index-key -- the cells of one line never change places
    <Fragment key={at}>
      {at > 0 && <span className="cell-bar" aria-hidden="true" />}
      {cell}
    </Fragment>
  ))
}
