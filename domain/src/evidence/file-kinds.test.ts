import { describe, expect, it } from 'vitest'
import { fileKinds, kindOfMedia, nameFits } from './file-kinds.ts'

describe('the kinds of files taken as evidence', () => {
  it('are each there once, and share no ending', () => {
    const types = fileKinds.map(({ mediaType }) => mediaType)
    expect(new Set(types).size).toBe(types.length)
    const endings = fileKinds.flatMap((kind) => kind.endings)
    expect(new Set(endings).size).toBe(endings.length)
  })

  it('hold nothing that a browser would run', () => {
    for (const { mediaType, endings } of fileKinds) {
      expect(mediaType).not.toMatch(/html|xml$|svg|javascript/)
      expect(endings).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(html?|svg|js|exe|zip)$/)]),
      )
    }
  })

  it.each([
    ['image/jpeg', '现场.JPG', true],
    ['image/jpeg', '现场', true],
    ['image/jpeg', '现场.png', false],
    ['application/pdf', '批复.pdf.exe', false],
    ['text/plain', '记录.txt', true],
  ])('%s may be called %s: %s', (mediaType, name, fits) => {
    const kind = kindOfMedia(mediaType)
    expect(kind && nameFits(kind, name)).toBe(fits)
  })
})
