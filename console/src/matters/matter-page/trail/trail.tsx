/** The whole trail: every entry the ledger has of this matter and its opinion, by kind, newest or oldest first. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { useState } from 'react'
import { useWords } from '../../../words/language.ts'
import { TrailItem } from './trail-item.tsx'
import { kindOf, trailKinds, type TrailKind } from './trail-kinds.ts'

export function Trail({ detail }: Readonly<{ detail: MatterDetail }>) {
  const { trail: words } = useWords().matterPage
  const [kind, setKind] = useState<TrailKind | 'all'>('all')
  const [oldest, setOldest] = useState(false)
  const entries = detail.trail.toSorted((a, b) => (oldest ? a.seq - b.seq : b.seq - a.seq))
  const shown = entries.filter(({ event }) => kind === 'all' || kindOf(event) === kind)
  const counts = new Map<TrailKind, number>()
  for (const { event } of entries) counts.set(kindOf(event), (counts.get(kindOf(event)) ?? 0) + 1)
  return (
    <section className="card trail" aria-labelledby="trail">
      <div className="card-head">
        <h2 id="trail">
          {words.title}
          <small>{words.count(entries.length)}</small>
        </h2>
        <button type="button" className="link-button no-print" onClick={() => setOldest(!oldest)}>
          {oldest ? words.oldest : words.newest}
        </button>
      </div>
      <fieldset className="trail-kinds no-print" aria-label={words.filter}>
        {(['all', ...trailKinds] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === kind}
            disabled={one !== 'all' && !counts.has(one)}
            onClick={() => setKind(one)}
          >
            {words.kinds[one]}
            {one !== 'all' && counts.has(one) && <small>{counts.get(one)}</small>}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p className="card-body quiet">{words.nothing}</p>
      ) : (
        <ol className="trail-list">
          {shown.map((entry) => (
            <TrailItem key={`${entry.seq} ${entry.event.type}`} entry={entry} detail={detail} />
          ))}
        </ol>
      )}
    </section>
  )
}
