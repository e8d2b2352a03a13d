/**
 * The automatic lists of a Word document: numbering.xml says how each level looks, styles.xml which style is
 * numbered. Their labels (一、 （一） 1.) are nowhere in the text of the document.
 */
import type { ReadRefusal } from '../read-refusal.ts'
import { readXml } from './read-xml.ts'

export type NumberLevel = {
  start: number
  format: string
  text: string
  legal: boolean
  /** 0: never begins again; n: begins again after a level above n; undefined: after any higher level. */
  restart: number | undefined
  style: string | undefined
}

export type AbstractList = {
  levels: Map<number, NumberLevel>
  styleLink: string | undefined
  linkedTo: string | undefined
}

export type WordList = {
  abstract: string
  starts: Map<number, number>
  levels: Map<number, NumberLevel>
}

export type Numbering = Readonly<{
  abstracts: Map<string, AbstractList>
  lists: Map<string, WordList>
}>

export function emptyNumbering(): Numbering {
  return { abstracts: new Map(), lists: new Map() }
}

export function readNumbering(bytes: Uint8Array, into: Numbering): ReadRefusal | undefined {
  let abstract: AbstractList | undefined
  let list: WordList | undefined
  let level: NumberLevel | undefined
  let overridden = 0
  return readXml(bytes, {
    open: ({ name, attribute }) => {
      const value = attribute('val')
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), styleLink: undefined, linkedTo: undefined }
          into.abstracts.set(attribute('abstractNumId') ?? '', abstract)
          break
        case 'w:styleLink':
          if (abstract !== undefined) abstract.styleLink = value
          break
        case 'w:numStyleLink':
          if (abstract !== undefined) abstract.linkedTo = value
          break
        case 'w:num':
          abstract = undefined
          list = { abstract: '', starts: new Map(), levels: new Map() }
          into.lists.set(attribute('numId') ?? '', list)
          break
        case 'w:abstractNumId':
          if (list !== undefined) list.abstract = value ?? ''
          break
        case 'w:lvlOverride':
          overridden = Number(attribute('ilvl') ?? 0)
          break
        case 'w:startOverride':
          list?.starts.set(overridden, whole(value))
          break
        case 'w:lvl':
          level = {
            start: 1,
            format: 'decimal',
            text: '',
            legal: false,
            restart: undefined,
            style: undefined,
          }
          ;(abstract ?? list)?.levels.set(Number(attribute('ilvl') ?? 0), level)
          break
        default:
          if (level !== undefined) readLevel(level, name, value)
      }
    },
    close: (name) => {
      if (name === 'w:lvl') level = undefined
      if (name === 'w:abstractNum') abstract = undefined
      if (name === 'w:num') list = undefined
    },
  })
}

/** No label that a person set is longer. */
const longestLook = 64

function whole(value: string | undefined): number {
  const number = Number(value ?? 1)
  return Number.isSafeInteger(number) ? number : 1
}

function readLevel(level: NumberLevel, name: string, value: string | undefined): void {
  if (name === 'w:start') level.start = whole(value)
  else if (name === 'w:numFmt') level.format = value ?? 'decimal'
  else if (name === 'w:lvlText') level.text = (value ?? '').slice(0, longestLook)
  else if (name === 'w:isLgl') level.legal = isOn(value)
  else if (name === 'w:lvlRestart') level.restart = Number(value ?? 0)
  else if (name === 'w:pStyle') level.style = value
}

/** A switch of WordprocessingML is on unless it says otherwise. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}
