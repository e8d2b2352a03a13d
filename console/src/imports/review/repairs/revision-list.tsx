/** What was put in and taken out under revision: read as accepted, each can be refused and taken up again. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import { Button } from 'antd'
import { useWords } from '../../../words/language.ts'
import { useReviewPage } from '../review-context.ts'
import type { Repairs } from './use-repairs.ts'

type Revision = ImportDetail['parsed']['revisions'][number]

export function RevisionList({ repairs }: Readonly<{ repairs: Repairs }>) {
  const { imports: words } = useWords()
  const { paper, detail } = useReviewPage()
  if (paper.revisions.length === 0) return null
  const toggle = ({ id, refused }: Revision) =>
    repairs.apply(refused ? detail.accepted.filter((one) => one !== id) : [...detail.accepted, id])
  return (
    <section aria-label={words.revisions.title}>
      <h2>{words.revisions.title}</h2>
      <p className="quiet">{words.revisions.intro}</p>
      {paper.revisions.map((one) => (
        <div key={one.id} className={one.refused ? 'repair' : 'repair is-ticked'}>
          <div className="repair-head">
            <span className="quiet">{words.revisions.kinds[one.kind]}</span>{' '}
            {one.kind === 'deleted' ? <del>{one.words}</del> : <ins>{one.words}</ins>}
          </div>
          <p className="repair-foot">
            <span className={one.refused ? 'tag tag-doubt' : 'tag tag-good'}>
              {one.refused ? words.revisions.refused : words.revisions.accepted}
            </span>
            <span className="quiet">
              {[one.by, one.on].filter((part) => part !== '').join(' ')}
            </span>
            <Button size="small" disabled={repairs.isBusy} onClick={() => toggle(one)}>
              {one.refused ? words.revisions.accept : words.revisions.refuse}
            </Button>
          </p>
        </div>
      ))}
    </section>
  )
}
