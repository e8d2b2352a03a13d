/** A drawing as SVG: no script, no address of anything, words escaped. */
import type { Drawing, Stroke } from './drawing.ts'

/** @param family - CSS names of the faces, the first that is there. */
export function drawingSvg({ width, height, strokes }: Drawing, family: string): string {
  const inner = strokes.map(strokeSvg).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}pt" height="${n(height)}pt" viewBox="0 0 ${n(width)} ${n(height)}" font-family="${escaped(family)}">${inner}</svg>`
}

function strokeSvg(stroke: Stroke): string {
  switch (stroke.kind) {
    case 'rect': {
      const { x, y, width, height, fill, edge } = stroke
      const line = edge === null ? '' : ` stroke="${edge}" stroke-width="0.6"`
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill ?? 'none'}"${line}/>`
    }
    case 'line': {
      const { x1, y1, x2, y2, color, width } = stroke
      return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${color}" stroke-width="${n(width)}"/>`
    }
    case 'text': {
      const { x, y, text, size, color, anchor } = stroke
      return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${color}" text-anchor="${anchor}">${escaped(text)}</text>`
    }
  }
}

/** Hundredths of a point are finer than any printer. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escaped(text: string): string {
  return (
    text
      .replaceAll(/[&<>"]/g, (one) => marks[one] ?? one)
      // oxlint-disable-next-line no-control-regex -- these are the characters meant
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
  )
}
