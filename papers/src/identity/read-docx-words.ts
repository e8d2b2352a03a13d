/** The words of a Word file in their order, wherever they stand in its body, and the text that was sealed into it. */
import type { OfficePackage } from '../readers/office-package.ts'
import { readXml, type XmlElement } from '../readers/read-xml.ts'
import { hashWord } from './paper-mark.ts'
import { truthInProperties } from './truth-in-properties.ts'
import type { WordsInFile } from './read-pdf-words.ts'

const namespace = 'urn:luoshi:paper:1'

/** Null when it is no Word file that can be read. */
export function readDocxWords(pack: OfficePackage): WordsInFile | null {
  const main = partOf(pack, 'word/document.xml')
  const found = main === null ? null : bodyWords(main)
  if (found === null) return null
  // A part that was added beside our own feet and heads may say something, too.
  const around = pack.names
    .filter((name) => /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/.test(name))
    .flatMap((name) => marginWords(partOf(pack, name)))
  const properties = propertiesIn(pack)
  const truth = truthIn(pack) ?? truthInProperties(properties)
  return { hash: hashIn(properties), truth, found: [...found, ...around] }
}

function partOf(pack: OfficePackage, name: string): Uint8Array | null {
  const part = pack.read(name)
  return part.ok ? (part.value ?? null) : null
}

/** Deleted words are no longer said; the second form of a drawing says again what the first one says. */
const silent = new Set(['w:del', 'w:moveFrom', 'mc:Fallback'])

function bodyWords(xml: Uint8Array) {
  const found: { text: string; page: number }[] = []
  let quiet = 0
  const path: string[] = []
  const refusal = readXml(xml, {
    open: ({ name }: XmlElement) => {
      path.push(name)
      if (silent.has(name)) quiet += 1
    },
    text: (text: string) => {
      if (path.at(-1) === 'w:t' && quiet === 0) found.push({ text, page: 1 })
    },
    close: (name: string) => {
      path.pop()
      if (silent.has(name)) quiet -= 1
    },
  })
  return refusal === undefined ? found : null
}

/** Of heads and feet only what is no page number: our own say nothing else. */
function marginWords(xml: Uint8Array | null) {
  const words = xml === null ? null : bodyWords(xml)
  const text = (words ?? []).map((one) => one.text).join('')
  return /^[\s—－–-]*\d*[\s—－–-]*$/.test(text) ? [] : [{ text, page: 1 }]
}

function propertiesIn(pack: OfficePackage): ReadonlyMap<string, string> {
  const xml = partOf(pack, 'docProps/custom.xml')
  const found = new Map<string, string>()
  if (xml === null) return found
  let name = ''
  readXml(xml, {
    open: (element) => {
      if (element.name === 'property') name = element.attribute('name') ?? ''
    },
    text: (text) => {
      if (name !== '') found.set(name, (found.get(name) ?? '') + text)
    },
  })
  return found
}

function hashIn(properties: ReadonlyMap<string, string>): string | null {
  const hash = (properties.get(hashWord) ?? '').trim()
  return /^[0-9a-f]{64}$/.test(hash) ? hash : null
}

/** Editors give the part another name when they write the file anew; its namespace stays. */
function truthIn(pack: OfficePackage): string | null {
  for (const name of pack.names.filter((one) => /^customXml\/item\d+\.xml$/.test(one))) {
    const xml = partOf(pack, name)
    if (xml === null || !new TextDecoder().decode(xml.subarray(0, 2000)).includes(namespace))
      continue
    let truth = ''
    const refusal = readXml(xml, { text: (text) => (truth += text) })
    if (refusal === undefined) return truth.trim()
  }
  return null
}
