/** What the outline of a paper is made of. Plain data, so that it travels to the review screen as it is. */
import type { TailReason } from './document-tail.ts'
import type { TableReason } from './table-words.ts'
import type { Paragraph } from './join-soft-breaks.ts'
import type { MarkerStyle } from './marker.ts'
import type { SequenceIssue } from './number-sequence.ts'

export type OutlineNode = Readonly<{
  style: MarkerStyle
  number: number
  /** As written, empty for a heading without a number. */
  label: string
  /** 1 for the outermost list. */
  depth: number
  title: string
  /** All words of the node without its label: its own paragraph and those without a label that follow it. */
  text: string
  firstLine: number
  lastLine: number
  issues: readonly SequenceIssue[]
  /** Index of the node it stands under. */
  parent: number | undefined
  children: readonly number[]
  /** Its own paragraph, and those without a label that follow it, by index. */
  paragraph: number
  body: readonly number[]
}>

export type Outline = Readonly<{
  paragraphs: readonly Paragraph[]
  nodes: readonly OutlineNode[]
  /** Paragraphs before the first node, by index, empty ones left out. */
  preamble: readonly number[]
  /** What is none of the text: the end of the document, the words around its tables. */
  tail: ReadonlyMap<number, TailReason | TableReason>
  year: number | undefined
  /** Paragraphs that may be numbered and were read as plain words: 三、四线 …, 3.5所敬老院 */
  doubtful: readonly number[]
}>
