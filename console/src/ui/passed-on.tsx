/** Whose hands a paper was in before, and whose it is in now: nothing where it never changed hands. */
import type { HeldBefore } from '@luoshi/server/contract/held-before'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function PassedOn({
  before,
  now,
}: Readonly<{ before: readonly HeldBefore[]; now: string }>) {
  const { people: words } = useWords()
  const language = useLanguage()
  if (before.length === 0) return null
  return (
    <p className="card passed-on">
      {before.map(({ unitName, officialName, until }, index) => (
        <span key={index}>
          {words.heldBefore(
            officialName === '' ? unitName : words.personOf(unitName, officialName),
            fullDayText(until, language),
          )}
        </span>
      ))}
      <span>{words.heldNow(now)}</span>
    </p>
  )
}
