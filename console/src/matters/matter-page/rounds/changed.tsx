/** A value that may differ from the round before: marked by a sign and a word, with what it was. */
import { useWords } from '../../../words/language.ts'
import { compared } from './compare.ts'

export function Changed({
  now,
  before,
  label,
}: Readonly<{ now: string; before: string | null | undefined; label?: string }>) {
  const { rounds } = useWords().matterPage
  const { changed, was } = compared(now, before)
  return (
    <p className={changed ? 'is-changed' : ''}>
      {label !== undefined && <span className="cell-label">{label}</span>}
      {now}
      {changed && (
        <span className="change-mark" title={was === null ? '' : rounds.before(was)}>
          {rounds.changed}
        </span>
      )}
    </p>
  )
}
