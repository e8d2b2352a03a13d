import { describe, expect, it } from 'vitest'
import { matchKeys, type Shortcut } from './shortcuts.ts'

const offer = (keys: string): Shortcut => ({ keys, words: keys, group: 'page', run: () => {} })
const offered = [offer('g d'), offer('d'), offer('?'), offer('mod+k')]

describe('a key pressed', () => {
  it('finishes a single key', () => {
    expect(matchKeys(offered, '', '?')).toBe(offered[2])
  })
  it('begins a sequence, then finishes it', () => {
    expect(matchKeys(offered, '', 'g')).toBe('begins')
    expect(matchKeys([offered[0] ?? offer('')], 'g', 'd')).toBe(offered[0])
  })
  it('means the sequence, not the single key, after its beginning', () => {
    expect(matchKeys(offered, 'g', 'd')).toBe(offered[0])
  })
  it('means nothing when nobody offers it', () => {
    expect(matchKeys(offered, '', 'q')).toBeNull()
    expect(matchKeys(offered, 'g', 'q')).toBeNull()
  })
  it('goes to whoever offered last', () => {
    const newer = offer('?')
    expect(matchKeys([...offered, newer], '', '?')).toBe(newer)
  })
})
