/**
 * Walks an XML part of an Office file. Names come without their prefix's whim: whatever prefix the file chose,
 * WordprocessingML is `w:`, spreadsheets are `x:`, and so on. A DOCTYPE is refused, so no entity can be declared.
 */
import { SaxesParser } from 'saxes'
import type { ReadRefusal } from '../read-refusal.ts'
import { refusalOf, stopReading } from './stop-reading.ts'

const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
])

export type XmlElement = Readonly<{
  name: string
  /** An attribute by its own name, `val`, or with the house's prefix, `r:id`. */
  attribute: (name: string) => string | undefined
}>

export type XmlHandlers = Readonly<{
  open?: (element: XmlElement) => void
  text?: (text: string) => void
  close?: (name: string) => void
}>

const chunk = 64 * 1024

/** No office nests deeper; whoever does wants the reader to fall over. */
const deepest = 400

/** Handlers may stop the walk by `stopReading`. */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): ReadRefusal | undefined {
  return refusalOf(() => walk(bytes, handlers))
}

function walk(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const names = new HouseNames()
  let depth = 0
  parser.on('error', () => stopReading('damaged-file'))
  parser.on('doctype', () => stopReading('doctype'))
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > deepest) stopReading('nested-too-deep')
    names.declare(attributes)
    handlers.open?.({
      name: names.of(name),
      attribute: (wanted) => names.attribute(attributes, wanted),
    })
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handlers.close?.(names.of(name))
  })
  if (handlers.text !== undefined) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.byteLength; at += chunk) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }))
  }
  parser.write(decoder.decode()).close()
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** The file's prefixes turned into ours. Offices declare them once, at the root; the last declaration holds. */
class HouseNames {
  readonly #prefixOf = new Map<string, string>()
  #cache = new Map<string, string>()

  declare(attributes: Readonly<Record<string, string>>): void {
    for (const name in attributes) {
      if (!name.startsWith('xmlns')) continue
      this.#prefixOf.set(name.slice(6), prefixes.get(attributes[name] ?? '') ?? name.slice(6))
      this.#cache = new Map()
    }
  }

  of(name: string): string {
    const known = this.#cache.get(name)
    if (known !== undefined) return known
    const colon = name.indexOf(':')
    const prefix =
      this.#prefixOf.get(name.slice(0, Math.max(colon, 0))) ?? name.slice(0, Math.max(colon, 0))
    const house = prefix === '' ? name : `${prefix}:${name.slice(colon + 1)}`
    this.#cache.set(name, house)
    return house
  }

  attribute(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
    const plain = attributes[wanted]
    if (plain !== undefined) return plain
    for (const name in attributes) {
      const house = this.of(name)
      if (house === wanted || (house.startsWith('w:') && house.slice(2) === wanted))
        return attributes[name]
    }
    return undefined
  }
}
