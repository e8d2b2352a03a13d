import { beforeAll, describe, expect, it } from 'vitest'
import { readTestdata } from '../testing/read-testdata.ts'
import { cleanText, warmUpCleaning } from './clean-text.ts'
import { MOST_REPAIRS } from './repair-damage.ts'
import { undoEdits } from './undo-edits.ts'

/** Quadratic rules took 18 s and more on these; linear ones take some 0.1 to 0.8 s on a quiet machine. */
const MOST_CPU_MS = 2000

function times(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length))
}

describe('cleaning hostile text', () => {
  beforeAll(warmUpCleaning)

  it.each([
    ['200 KB of open brackets', times('(', 200_000)],
    ['200 KB of brackets of both kinds', times('（)(', 200_000)],
    ['200 KB of comments that never close', times('<!--', 200_000)],
    ['67,000 markers in one line', '一、'.repeat(67_000)],
    ['67,000 lines of a marker', '一、\n'.repeat(67_000)],
    ['1 MB of lost bytes', '??'.repeat(500_000)],
    ['1 MB of lost bytes between Han', times('县??', 1_000_000)],
    ['200 KB of repairs', times('評(píng)议??h县', 200_000)],
    ['200 KB of runs out of step', times('評(píng)县??傊饔嘘P', 200_000)],
    ['200 KB of broken glosses', times('評(píng)龍?zhí)伶', 200_000)],
    ['200 KB of merged punctuation', times('評(píng)自盛自警', 200_000)],
    ['200 KB of addresses', times('http://', 200_000)],
    ['200 KB of picture data', times('<image>data:', 200_000)],
    ['200 KB of blanks between Han', times('县 ', 200_000)],
  ])('%s takes well under two seconds and loses nothing', (_what, text) => {
    const before = process.cpuUsage()
    const cleaned = cleanText(text)
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(MOST_CPU_MS)
    expect(cleaned.suggestions.length).toBeLessThanOrEqual(MOST_REPAIRS)
    expect(undoEdits(cleaned)).toBe(text)
  })

  it('offers 200 repairs at most and says where it stopped', () => {
    const { suggestions, flags } = cleanText(readTestdata('closing-words-damaged.txt').repeat(100))
    expect(suggestions).toHaveLength(MOST_REPAIRS)
    expect(flags.some((one) => one.kind === 'list-cut-short')).toBe(true)
  })
})
