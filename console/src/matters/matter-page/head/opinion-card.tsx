/** The words as raised, who said them and how they came in; never edited. Also the opinions this one was a part of. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useWords } from '../../../words/language.ts'
import { Lineage } from './lineage.tsx'
import { OpinionWords } from './opinion-words.tsx'

export function OpinionCard({ detail }: Readonly<{ detail: MatterDetail }>) {
  const { opinion: words } = useWords().matterPage
  const [carried, ...wholes] = detail.opinions
  return (
    <section className="card opinion" aria-labelledby="opinion">
      <div className="card-head">
        <h2 id="opinion">
          {words.title}
          <small>{words.kept}</small>
        </h2>
      </div>
      <div className="card-body">
        {carried === undefined ? (
          <blockquote className="said">{detail.matter.text}</blockquote>
        ) : (
          <OpinionWords opinion={carried} />
        )}
        {wholes.map((whole) => (
          <details key={whole.id} className="opinion-whole">
            <summary>{words.partOf}</summary>
            <OpinionWords opinion={whole} />
          </details>
        ))}
        <Lineage lineage={detail.lineage} />
      </div>
    </section>
  )
}
