import { describe, expect, it } from 'vitest'
import { beforeAfterPairs } from './before-after.ts'

const picture = (name: string) => ({ name, sha256: name, size: 1, mediaType: 'image/jpeg' })
const pairsOf = (...names: readonly string[]) =>
  beforeAfterPairs(names.map(picture)).map(({ before, after }) => [before.name, after.name])

describe('pictures before and after', () => {
  it('belong together when all but the one word is the same', () => {
    expect(
      pairsOf('东街整改后.jpg', '东街整改前.png', '西街-整改前.jpg', '西街-整改后.JPG', '合影.jpg'),
    ).toEqual([
      ['东街整改前.png', '东街整改后.jpg'],
      ['西街-整改前.jpg', '西街-整改后.JPG'],
    ])
  })

  it('are not made up', () => {
    expect(pairsOf('东街整改前.jpg', '西街整改后.jpg')).toEqual([])
    expect(pairsOf('整改前整改后对照.jpg', '整改后整改后对照.jpg')).toEqual([])
    const paper = { ...picture('东街整改前.pdf'), mediaType: 'application/pdf' }
    expect(beforeAfterPairs([paper, picture('东街整改后.jpg')])).toEqual([])
  })
})
