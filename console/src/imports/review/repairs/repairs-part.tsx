/** What could be repaired (nothing is without a click), what is doubtful, and what was cleaned. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { LackingButton } from '../../../ui/lacking-button.tsx'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { useLanguage, useWords, useSay } from '../../../words/language.ts'
import { useReviewPage } from '../review-context.ts'
import type { Autosave } from '../save/use-autosave.ts'
import type { ReviewState } from '../use-review.ts'
import { FlagList } from './flag-list.tsx'
import { countByRule, ruleWords } from './kinds.ts'
import { RepairCard } from './repair-card.tsx'
import { RevisionList } from './revision-list.tsx'
import { useRepairs } from './use-repairs.ts'

const own = { none: { zh: '还没有勾选', en: 'Nothing is ticked yet' } }

export function RepairsPart({
  save,
  state,
  onReread,
}: Readonly<{
  save: Autosave
  state: ReviewState
  onReread: (detail: ImportDetail) => void
}>) {
  const { imports: words } = useWords()
  const say = useSay()
  const { paper, detail } = useReviewPage()
  const repairs = useRepairs({ save, state, onReread })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(paper.suggestions.filter(({ certain }) => certain).map(({ id }) => id)),
  )
  const chosen = paper.suggestions.filter(({ id }) => ticked.has(id))
  const refused = detail.accepted.filter((id) => id.startsWith('revision-'))
  const applied = detail.accepted.filter((id) => !id.startsWith('revision-'))
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <section className="repairs" tabIndex={0} aria-label={words.parts.repairs}>
      <section aria-label={words.repairs.title}>
        <h2>{words.repairs.title}</h2>
        {repairs.error !== null && <ProblemNote error={repairs.error} />}
        {paper.suggestions.length === 0 ? (
          <p className="quiet">{words.repairs.none}</p>
        ) : (
          <p className="quiet">
            {words.repairs.intro} {words.repairs.keeps}
          </p>
        )}
        {applied.length > 0 && (
          <p className="repairs-applied">
            {words.repairs.applied(applied.length)}
            <Button size="small" disabled={repairs.isBusy} onClick={() => repairs.apply(refused)}>
              {words.repairs.takeBack}
            </Button>
          </p>
        )}
        {paper.suggestions.map((one) => (
          <RepairCard
            key={one.id}
            suggestion={one}
            isTicked={ticked.has(one.id)}
            onToggle={() => toggle(one.id)}
          />
        ))}
        {paper.suggestions.length > 0 && (
          <div className="repairs-apply">
            <LackingButton
              type="primary"
              lacking={chosen.length === 0 ? say(own.none) : []}
              loading={repairs.isBusy}
              onClick={() => repairs.apply([...detail.accepted, ...chosen.map(({ id }) => id)])}
            >
              {words.repairs.apply(chosen.length)}
            </LackingButton>
          </div>
        )}
      </section>
      <RevisionList repairs={repairs} />
      <FlagList />
      <Cleaning />
      <Noticed />
    </section>
  )
}

function Cleaning() {
  const { imports: words } = useWords()
  const { paper } = useReviewPage()
  const counts = useMemo(() => countByRule(paper.edits), [paper])
  if (counts.length === 0) return null
  return (
    <section aria-label={words.repairs.edits(paper.edits.length)}>
      <h2>{words.repairs.edits(paper.edits.length)}</h2>
      <p className="quiet">{words.repairs.editsIntro}</p>
      <dl className="cleaning">
        {counts.map(([rule, count]) => (
          <div key={rule}>
            <dt>{ruleWords(rule, words.rules)}</dt>
            <dd className="number">{words.repairs.times(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Noticed() {
  const { imports: words } = useWords()
  const language = useLanguage()
  const { paper } = useReviewPage()
  return (
    <>
      {paper.warnings.length > 0 && (
        <section aria-label={words.repairs.warnings}>
          <h2>{words.repairs.warnings}</h2>
          <ul className="noticed">
            {paper.warnings.map((one) => (
              <li key={one.code}>{one[language]}</li>
            ))}
          </ul>
        </section>
      )}
      {paper.footnotes.length > 0 && (
        <section aria-label={words.repairs.footnotes}>
          <h2>{words.repairs.footnotes}</h2>
          <ul className="noticed">
            {paper.footnotes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
