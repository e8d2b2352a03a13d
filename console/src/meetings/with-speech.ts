import type { SpeechRow } from '@luoshi/server/contract/meetings'

/** The newer of two versions of one line, in the order of their numbers. */
export function withSpeech(all: readonly SpeechRow[], one: SpeechRow): SpeechRow[] {
  const known = all.find(({ id }) => id === one.id)
  if (known && known.version >= one.version) return [...all]
  const others = all.filter(({ id }) => id !== one.id)
  return [...others, one].toSorted((a, b) => a.number - b.number)
}
