/** Says without doubt that this is the past, what has come since, and leads back. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { TrailEntry } from '@luoshi/server/contract/matters'
import { Button } from 'antd'
import { useSession } from '../../../api/session.ts'
import { momentText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'

export function PastBanner({
  asOf,
  trail,
  onNow,
}: Readonly<{ asOf: Instant; trail: readonly TrailEntry[]; onNow: () => void }>) {
  const { asOf: words } = useWords().matterPage
  const language = useLanguage()
  const { today } = useSession()
  const later = trail.filter(({ at }) => at > asOf).length
  return (
    <output className="past-banner">
      <span>
        <b>{words.banner(momentText(asOf, today, language))}</b> {words.since(later)}
      </span>
      <Button size="small" className="no-print" onClick={onNow}>
        {words.now}
      </Button>
    </output>
  )
}
