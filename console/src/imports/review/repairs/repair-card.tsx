/** One repair offered: what stands there, what it would become, and what the bytes say. */
import { Checkbox } from 'antd'
import { useWords } from '../../../words/language.ts'
import { paragraphAt, type Suggestion } from '../original/marks-of.ts'
import { useReviewPage } from '../review-context.ts'

export function RepairCard({
  suggestion,
  isTicked,
  onToggle,
}: Readonly<{ suggestion: Suggestion; isTicked: boolean; onToggle: () => void }>) {
  const { imports: words } = useWords()
  const { paper, choose } = useReviewPage()
  const { at, before, after, evidence, certain } = suggestion
  const paragraph = paragraphAt(paper, at)
  const range = paper.paragraphs[paragraph]
  const head = paper.text.slice(Math.max(range?.from ?? 0, at - 14), at)
  const tail = paper.text.slice(at + before.length, at + before.length + 14).split('\n')[0]
  return (
    <div className={isTicked ? 'repair is-ticked' : 'repair'}>
      <div className="repair-head">
        <Checkbox checked={isTicked} onChange={onToggle}>
          <span className="sr-only">{words.repairs.before}</span>
          {head}
          <del>{before}</del>
          <span className="sr-only">{words.repairs.after}</span>
          <ins>{after}</ins>
          {tail}
        </Checkbox>
      </div>
      <p className="repair-evidence">{evidence}</p>
      <p className="repair-foot">
        <span className={certain ? 'tag tag-good' : 'tag tag-doubt'}>
          {certain ? words.repairs.certain : words.repairs.uncertain}
        </span>
        <button type="button" className="para-chip number" onClick={() => choose(paragraph)}>
          {words.repairs.go(paragraph + 1)}
        </button>
      </p>
    </div>
  )
}
