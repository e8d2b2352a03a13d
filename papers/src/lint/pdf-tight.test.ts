import { describe, expect, it } from 'vitest'
import { tightWords } from './pdf-tight.ts'

const operators = { setFont: 1, setCharSpacing: 2, showText: 3 }

/** Signs of a word as a page shows them; a number moves the next one to the left by thousandths of the size. */
function shown(signs: string, move: (at: number) => number, spacing = 0) {
  const glyphs = [...signs].flatMap((unicode, at) => [{ unicode }, move(at)])
  const drawn = { fnArray: [1, 2, 3], argsArray: [['F1', 10], [spacing], [glyphs]] }
  return tightWords(drawn, operators)
}

describe('a code on a page', () => {
  it('is tight where all its signs were squeezed', () => {
    expect(shown('2e85affc', () => 17)).toEqual([{ text: '2e85affc', by: 17 }])
    expect(shown('2e85affc', () => 0, -0.2)).toEqual([{ text: '2e85affc', by: 20 }])
  })

  it('is not where the font itself sets a pair closer', () => {
    expect(shown('2e85affc', (at) => (at === 5 ? 17 : 0))).toEqual([])
    expect(shown('ebf08b31', (at) => (at === 1 ? 10 : 0))).toEqual([])
  })

  it('is tight where two of its signs touch', () => {
    expect(shown('2e85affc', (at) => (at === 5 ? 400 : 0))).toEqual([{ text: 'ff', by: 400 }])
  })
})
