/** Where a matter comes from and goes to: parts of the same opinion, matters merged into it, the one it follows. */
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { MatterLink } from '../../../ui/matter-link.tsx'
import { useWords } from '../../../words/language.ts'

export function Lineage({ lineage }: Readonly<{ lineage: MatterDetail['lineage'] }>) {
  const { matterPage, matters } = useWords()
  const { opinion: words } = matterPage
  const rows = [
    [words.mergedInto, lineage.mergedInto === null ? [] : [lineage.mergedInto]],
    [words.mergedFrom, lineage.mergedFrom],
    [words.siblings, lineage.siblings],
  ] as const
  if (rows.every(([, others]) => others.length === 0)) return null
  return (
    <dl className="lineage" aria-label={words.lineage}>
      {rows.map(([name, others]) =>
        others.length === 0 ? null : (
          <div key={name}>
            <dt>{name}</dt>
            {others.map((other) => (
              <dd key={other.id}>
                <MatterLink matter={other.id} className="plain-link">
                  {matters.numberSign(other.number)} {other.title}
                </MatterLink>
              </dd>
            ))}
          </div>
        ),
      )}
    </dl>
  )
}
