/** Texts of our own in many styles, with the truth beside them, and how much of it the reader finds. */
import { readdirSync, readFileSync } from 'node:fs'
import { isJsonObject } from './json-object.ts'
import type { ParsedNode } from '../src/parse.ts'
import type { ProposedOpinion } from '../src/outline/opinion.ts'

const folder = new URL('../testdata/corpus/', import.meta.url)

const fields = ['unit', 'due', 'co', 'measure', 'person', 'raisedBy'] as const
type Field = (typeof fields)[number]

/** `text` may be its beginning and its end with … between them. */
type TrueItem = Readonly<{ text: string }> & Readonly<Partial<Record<Field, string>>>
/** A node is `2 （一） 供水`: depth, label, how its words begin. */
type Truth = Readonly<{ outline: readonly string[]; items: readonly TrueItem[] }>

export type CorpusText = Readonly<{ name: string; bytes: Uint8Array; truth: Truth }>

export function corpus(): readonly CorpusText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -4)
      const truth = truthIn(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
      return { name, bytes: new Uint8Array(readFileSync(new URL(file, folder))), truth }
    })
}

function truthIn(text: string): Truth {
  const found: unknown = JSON.parse(text)
  if (!isJsonObject(found)) throw new Error('A truth is an object')
  const { outline, items } = found
  if (!Array.isArray(outline) || !Array.isArray(items)) throw new Error('outline and items')
  return { outline: outline.map(String), items: items.map(itemIn) }
}

function itemIn(found: unknown): TrueItem {
  if (!isJsonObject(found)) throw new Error('An item is an object')
  const { text, ...rest } = found
  const known = fields.flatMap((field): [Field, string][] =>
    typeof rest[field] === 'string' ? [[field, rest[field]]] : [],
  )
  if (typeof text !== 'string' || known.length !== Object.keys(rest).length)
    throw new Error(`Not an item: ${JSON.stringify(found)}`)
  return { text, ...Object.fromEntries(known) }
}

/** What was right, of what was found, of what there was to find. */
export type Score = Readonly<{ right: number; found: number; true: number }>

export type Scores = Readonly<{
  outline: Score
  items: Score
  fields: Score
  misses: readonly string[]
}>

type Found = Readonly<{ nodes: readonly ParsedNode[]; items: readonly ProposedOpinion[] }>

export function scoresOf({ truth }: CorpusText, { nodes, items }: Found): Scores {
  const misses: string[] = []
  const outline = scoreOutline(truth.outline, nodes, misses)
  const left = [...items]
  let rightItems = 0
  const total = { right: 0, found: 0, true: 0 }
  for (const wanted of truth.items) {
    const at = left.findIndex((item) => isSame(wanted.text, item.text))
    const [item] = at < 0 ? [] : left.splice(at, 1)
    if (item === undefined) misses.push(`意见没找到：${wanted.text}`)
    else rightItems += 1
    for (const field of fields) {
      const [want, got] = [wanted[field], item === undefined ? '' : valueOf(item, field)]
      if (want !== undefined) total.true += 1
      if (got !== '') total.found += 1
      if (want !== undefined && isValue(want, got, item, field)) total.right += 1
      else if (want !== undefined || got !== '')
        misses.push(`${wanted.text.slice(0, 12)} ${field}：应为“${want ?? ''}”，读成“${got}”`)
    }
  }
  for (const item of left) {
    misses.push(`多出的意见：${item.text.slice(0, 40)}`)
    total.found += fields.filter((field) => valueOf(item, field) !== '').length
  }
  const found = { right: rightItems, found: items.length, true: truth.items.length }
  return { outline, items: found, fields: total, misses }
}

function scoreOutline(
  wanted: readonly string[],
  nodes: readonly ParsedNode[],
  misses: string[],
): Score {
  let right = 0
  let from = 0
  for (const line of wanted) {
    const [depth = '', label = '', ...words] = line.split(' ')
    const at = nodes.findIndex(
      (node, place) =>
        place >= from &&
        String(node.depth) === depth &&
        node.label === label &&
        node.text.startsWith(words.join(' ')),
    )
    if (at < 0) misses.push(`标题没找到：${line}`)
    else {
      right += 1
      from = at + 1
    }
  }
  return { right, found: nodes.length, true: wanted.length }
}

const bare = (text: string) => text.replaceAll(/[\s；;。]+$|\s/g, '')

function isSame(wanted: string, found: string): boolean {
  const [begin = '', ...rest] = wanted.split('…').map(bare)
  const words = bare(found)
  const end = rest.at(-1)
  return end === undefined ? words === begin : words.startsWith(begin) && words.endsWith(end)
}

function valueOf(item: ProposedOpinion, field: Field): string {
  if (field === 'unit') return item.units.join('、')
  if (field === 'co') return item.co?.join('、') ?? ''
  return item[field] ?? ''
}

function isValue(
  want: string,
  got: string,
  item: ProposedOpinion | undefined,
  field: Field,
): boolean {
  return bare(want) === bare(got) || (field === 'due' && want === item?.dueDay)
}
