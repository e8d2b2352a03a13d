/**
 * Where characters of a page run into each other: codes set tighter than their font has them, and any letters or Han set
 * so tight that they must touch. Read from what the page draws, glyph by glyph. Squeezed punctuation is no fault.
 */
export type Tight = Readonly<{ text: string; by: number }>

/** In thousandths of the size: codes are compared by eye, sign by sign; others may be kerned. */
const tightCode = 8
const tightAny = 150
const code = /^(?=.*\d)(?=.*[A-Za-z])[0-9A-Za-z]{8,}$/
const tellAtMost = 20

type Operators = Readonly<{ fnArray: readonly number[]; argsArray: readonly unknown[] }>
type Known = Readonly<{ setFont: number; setCharSpacing: number; showText: number }>

export function tightWords(
  { fnArray, argsArray }: Operators,
  { setFont, setCharSpacing, showText }: Known,
): readonly Tight[] {
  const found: Tight[] = []
  let size = 1
  let spacing = 0
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at]
    if (!Array.isArray(args) || found.length >= tellAtMost) continue
    if (operator === setFont) size = Math.abs(numberOf(args[1])) || 1
    else if (operator === setCharSpacing) spacing = numberOf(args[0])
    else if (operator === showText && Array.isArray(args[0]))
      found.push(...tightIn(args[0], (spacing / size) * 1000))
  }
  return found
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/** Glyphs, with numbers between them that move the next one to the left. */
function tightIn(shown: readonly unknown[], spacing: number): readonly Tight[] {
  const found: Tight[] = []
  let word = ''
  let widest = -Infinity
  let gap = spacing
  const end = () => {
    // A font sets some pairs closer by itself (ff, bf); what was squeezed is tight between all of its signs.
    if (code.test(word) && Number.isFinite(widest) && widest < -tightCode)
      found.push({ text: word, by: -widest })
    word = ''
    widest = -Infinity
  }
  let before = ''
  for (const one of shown) {
    if (typeof one === 'number') {
      gap -= one
      continue
    }
    const text = glyphText(one)
    if (isSign(before) && isSign(text) && gap < -tightAny)
      found.push({ text: before + text, by: -gap })
    if (/^[0-9A-Za-z]+$/.test(text)) {
      if (word !== '') widest = Math.max(widest, gap)
      word += text
    } else end()
    before = text
    gap = spacing
  }
  end()
  return found
}

function glyphText(glyph: unknown): string {
  return typeof glyph === 'object' && glyph !== null && 'unicode' in glyph
    ? String(glyph.unicode)
    : ''
}

function isSign(text: string): boolean {
  return /^[0-9A-Za-z\p{Script=Han}]+$/u.test(text)
}
