/** Reads the outline of a Chinese official paper: which paragraph is numbered, how deep, and under what. */
import { acceptMarker } from './accept-marker.ts'
import { documentYear } from './document-day.ts'
import { tailOf } from './document-tail.ts'
import { leadingField } from './field-labels.ts'
import { findMarkers } from './find-marker.ts'
import { type Paragraph, paragraphsOf } from './join-soft-breaks.ts'
import { type Marker, rankOf } from './marker.ts'
import { titleOf } from './node-title.ts'
import type { SequenceIssue } from './number-sequence.ts'
import { OpenLists } from './open-lists.ts'
import type { Outline, OutlineNode } from './outline.ts'
import { isContentsLine } from './no-prose.ts'
import { furnitureMark, rowMark } from './read-lines.ts'
import { isBareHeading } from './section-kind.ts'
import { unitOfHeading } from './split-units.ts'
import { tableWords } from './table-words.ts'

type Draft = {
  marker: Marker
  depth: number
  parent: number | undefined
  issues: readonly SequenceIssue[]
  paragraph: Paragraph
  body: Paragraph[]
  children: number[]
}

export function outlineOf(text: string): Outline {
  const paragraphs = paragraphsOf(text)
  const written = paragraphs.filter(
    (one) => !one.text.startsWith(furnitureMark) && !isContentsLine(one.text),
  )
  const tail = new Map([...tailOf(written), ...tableWords(paragraphs)])
  const prose = written.filter(
    (one) => one.text !== '' && !one.text.startsWith(rowMark) && !tail.has(one.index),
  )
  const markers = prose.map((one) => findMarkers(one.text))
  const markersAt = (place: number): readonly Marker[] => markers[place] ?? []
  const open = new OpenLists()
  const drafts: Draft[] = []
  const preamble: number[] = []
  const doubtful: number[] = []
  for (const [place, paragraph] of prose.entries()) {
    const numbered = acceptMarker(place, prose.length, markersAt, open)
    const found = numbered ?? bareHeading(paragraph, markersAt(place + 1), open)
    if (found === undefined) {
      if (markersAt(place).length > 0) doubtful.push(paragraph.index)
      const draft = drafts.at(-1)
      if (draft === undefined) preamble.push(paragraph.index)
      else draft.body.push(paragraph)
      continue
    }
    const standing = placeNode(open, found, drafts.length, markersAt(place + 1))
    const issues = found.sure ? standing.issues : [...standing.issues, 'ambiguous-marker' as const]
    if (standing.parent !== undefined) drafts[standing.parent]?.children.push(drafts.length)
    drafts.push({ marker: found, ...standing, issues, paragraph, body: [], children: [] })
  }
  const year = documentYear(written.filter((one) => one.text !== '').map((one) => one.text))
  return { paragraphs, nodes: drafts.map(nodeFrom), preamble, tail, year, doubtful }
}

function placeNode(open: OpenLists, found: Marker, node: number, next: readonly Marker[]) {
  const first = next[0]
  if (found.style !== 'heading' || first === undefined) return open.place(found, node)
  return { ...open.place(found, node, rankOf(first.style) - 0.5), issues: [] }
}

/** 存在问题： is a heading only where a list begins right below it; 县医保局： where a list begins again. */
function bareHeading(
  { text }: Paragraph,
  next: readonly Marker[],
  open: OpenLists,
): Marker | undefined {
  const first = next[0]
  if (first === undefined || first.number !== 1) return undefined
  if (!first.sure && first.style !== 'counted') return undefined
  const isAgain = open.lastOf(first) !== undefined && /^[^。；，！？：:]{2,20}[：:]$/.test(text)
  const isUnits = /^(?:对|关于|针对)/.test(text) && unitOfHeading(text) !== undefined
  const isField = ![undefined, 'content'].includes(leadingField(text))
  if (isField || !(isAgain || isUnits || isBareHeading(text))) return undefined
  return { style: 'heading', number: 1, label: '', rest: text, sure: true }
}

function nodeFrom(draft: Draft): OutlineNode {
  const { marker, paragraph, body } = draft
  return {
    style: marker.style,
    number: marker.number,
    label: marker.label,
    depth: draft.depth,
    title: titleOf(marker.rest),
    text: [marker.rest, ...body.map((one) => one.text)].join('\n'),
    firstLine: paragraph.firstLine,
    lastLine: body.at(-1)?.lastLine ?? paragraph.lastLine,
    issues: draft.issues,
    parent: draft.parent,
    children: draft.children,
    paragraph: paragraph.index,
    body: body.map((one) => one.index),
  }
}
