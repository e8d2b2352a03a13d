/** How the hostile PDF files are made: a sound one, with one thing changed. */
import { deflateSync } from 'node:zlib'
import { minimalPdf, type MinimalPdf } from '../minimal-pdf.ts'
import { hostile, type HostileFile, words } from './hostile-file.ts'

export const text = [{ x: 80, y: 120, text: words }]
export const pdf =
  (more: Partial<MinimalPdf> = {}) =>
  () =>
    minimalPdf({ pages: [text], ...more })
export const object = (number: number, raw: string) => pdf({ objects: { [number]: raw } })
export const content =
  (bytes: Uint8Array | string, filter = '/FlateDecode') =>
  () =>
    minimalPdf({
      pages: [text],
      content: { bytes: typeof bytes === 'string' ? deflateSync(bytes) : bytes, filter },
    })
export const sound = minimalPdf({ pages: [text] })
export const file = (
  name: string,
  make: () => Uint8Array,
  expected: HostileFile['expected'] | string,
) => hostile(name, make, expected, '意见.pdf')
export const holds = { holds: '缺水' }
/** Whatever comes of it, it comes soon and by name. */
export const anything = [
  'read',
  'scan',
  'damaged-file',
  'no-characters',
  'encrypted',
  'inflates-too-much',
  'no-text',
  'not-text',
]
