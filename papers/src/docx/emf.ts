/**
 * A drawing as a Windows metafile, the vector format that every Word, WPS and LibreOffice prints.
 * Source: [MS-EMF] 2.3 (records); one logical unit is a twentieth of a point.
 */
import type { Drawing, Stroke } from '@luoshi/domain/drawings/drawing'

const perPoint = 20
const nullPen = 0x8000_0008
const nullBrush = 0x8000_0005

export function drawingEmf(drawing: Drawing): Uint8Array {
  const [width, height] = [units(drawing.width), units(drawing.height)]
  const records = [
    record(17, words(8)), // anisotropic
    record(10, words(0, 0)),
    record(9, words(width, height)),
    record(12, words(0, 0)),
    record(11, words(width, height)),
    record(18, words(1)), // words without a ground
    ...drawing.strokes.flatMap(strokeRecords),
    record(14, words(0, 16, 20)),
  ]
  const size = 88 + records.reduce((sum, one) => sum + one.length, 0)
  return Buffer.concat([header(drawing, size, records.length + 1), ...records])
}

function header({ width, height }: Drawing, bytes: number, records: number): Buffer {
  const hundredths = (points: number) => Math.round((points / 72) * 2540)
  const made = Buffer.alloc(88)
  const parts = [1, 88, 0, 0, units(width) - 1, units(height) - 1]
  parts.push(0, 0, hundredths(width), hundredths(height), 0x464d_4520, 0x1_0000, bytes, records)
  for (const [at, value] of parts.entries()) made.writeUInt32LE(value, at * 4)
  // One handle for each of pen, brush and font, and one that is never used.
  made.writeUInt16LE(4, 56)
  // The device: 1440 units an inch, as large as the drawing.
  const device = [
    0,
    0,
    0,
    units(width),
    units(height),
    ...[width, height].map((one) => Math.max(1, Math.round((one / 72) * 25.4))),
  ]
  for (const [at, value] of device.entries()) made.writeUInt32LE(value, 60 + at * 4)
  return made
}

function units(points: number): number {
  return Math.round(points * perPoint)
}

function words(...values: readonly number[]): Buffer {
  const made = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) made.writeInt32LE(value | 0, at * 4)
  return made
}

function record(type: number, body: Buffer): Buffer {
  return Buffer.concat([words(type, body.length + 8), body])
}

/** #rrggbb as 0x00bbggrr. */
function colour(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    Number.parseInt(hex.slice(at, at + 2), 16),
  )
  return red | (green << 8) | (blue << 16)
}

const [pen, brush, font] = [1, 2, 3]

function strokeRecords(stroke: Stroke): readonly Buffer[] {
  switch (stroke.kind) {
    case 'rect': {
      const { x, y, width, height, fill, edge } = stroke
      const box = words(units(x), units(y), units(x + width), units(y + height))
      return [
        ...(fill === null
          ? [record(37, words(nullBrush))]
          : [record(39, words(brush, 0, colour(fill), 0)), record(37, words(brush))]),
        ...(edge === null ? [record(37, words(nullPen))] : penRecords(edge, 0.6)),
        record(43, box),
        ...(fill === null ? [] : [record(37, words(nullBrush)), record(40, words(brush))]),
        ...(edge === null ? [] : endPen),
      ]
    }
    case 'line': {
      const { x1, y1, x2, y2, color, width } = stroke
      return [
        ...penRecords(color, width),
        record(27, words(units(x1), units(y1))),
        record(54, words(units(x2), units(y2))),
        ...endPen,
      ]
    }
    case 'text':
      return textRecords(stroke)
  }
}

function penRecords(color: string, width: number): readonly Buffer[] {
  return [
    record(38, words(pen, 0, Math.max(1, units(width)), 0, colour(color))),
    record(37, words(pen)),
  ]
}

const endPen = [record(37, words(nullPen)), record(40, words(pen))]

const aligned = { start: 24, middle: 24 | 6, end: 24 | 2 } as const

function textRecords({
  x,
  y,
  text,
  size,
  color,
  anchor,
}: Extract<Stroke, { kind: 'text' }>): readonly Buffer[] {
  const letters = Buffer.from(text, 'utf16le')
  const padded = Buffer.concat([letters, Buffer.alloc((4 - (letters.length % 4)) % 4)])
  const advances = text.split('').map((sign) => units(advanceOf(sign) * size))
  const scale = Buffer.alloc(8)
  scale.writeFloatLE(1, 0)
  scale.writeFloatLE(1, 4)
  const place = words(units(x), units(y), text.length, 76, 0, 0, 0, 0, 0, 76 + padded.length)
  return [
    record(82, Buffer.concat([words(font), fontText(size)])),
    record(37, words(font)),
    record(24, words(colour(color))),
    record(22, words(aligned[anchor])),
    record(84, Buffer.concat([words(0, 0, -1, -1, 1), scale, place, padded, words(...advances)])),
    record(37, words(0x8000_000d)),
    record(40, words(font)),
  ]
}

/** Whatever font stands in for the named one: no letter may lie on the next. */
function advanceOf(sign: string): number {
  if (sign.charCodeAt(0) > 0x2e7f || /[MW@%mw]/.test(sign)) return 1
  return /[A-Z]/.test(sign) ? 0.78 : 0.6
}

/** LogFontPanose: only height, character set and name are said. */
function fontText(size: number): Buffer {
  const made = Buffer.alloc(320)
  made.writeInt32LE(-units(size), 0)
  made.writeInt32LE(400, 16)
  made.writeUInt8(134, 23)
  made.write('宋体', 28, 'utf16le')
  return made
}
