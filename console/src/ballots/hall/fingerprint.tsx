/** The sixteen digits of a manifest in four groups, as they are read aloud and compared. */
import { useHallWords } from './hall-words.ts'

export function Fingerprint({ digits, big = false }: Readonly<{ digits: string; big?: boolean }>) {
  const words = useHallWords()
  return (
    <p className={big ? 'hall-print is-big' : 'hall-print'} aria-label={words.fingerprint}>
      {digits.split(' ').map((group, at) => (
        // Two groups may be the same; their places are what they are.
        <span key={`${at}-${group}`}>{group}</span>
      ))}
    </p>
  )
}
