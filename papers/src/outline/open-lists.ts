/**
 * The stack of open lists. Depth is not fixed by style: a label of an open list continues it and closes what is
 * deeper; a new style opens one level below the last open list of a higher rank. So 一、→ 1、→ （1） and
 * （一）→ ⑴ both come out right.
 */
import { type Marker, type MarkerStyle, rankOf } from './marker.ts'
import { type SequenceIssue, sequenceIssue } from './number-sequence.ts'

type OpenList = { style: MarkerStyle; rank: number; last: number; prefix: string; node: number }

export type Placed = Readonly<{
  depth: number
  parent: number | undefined
  issues: readonly SequenceIssue[]
}>

export class OpenLists {
  #lists: OpenList[] = []
  /** Articles are counted through the whole document, whatever chapter they stand in; 问题三： often is. */
  #lastArticle: number | undefined
  #lastProblem: number | undefined
  #opened = false
  /** The document begins in the middle: outer lists that open later have lost their beginning too. */
  #isFragment = false

  /** The last number of the list that a label of this style would continue. */
  lastOf(marker: Marker): number | undefined {
    if (marker.style === 'article') return this.#lastArticle
    const open = this.#lists.find((list) => list.style === marker.style)
    if (open !== undefined) return open.prefix === (marker.prefix ?? '') ? open.last : undefined
    return marker.style === 'problem' && marker.number > 1 ? this.#lastProblem : undefined
  }

  /** Whether 2.1 may stand here: `2.` is open, or the list 2.x itself. */
  holdsPrefix(prefix: string): boolean {
    const parts = prefix.split('.')
    return this.#lists.some(
      (list) =>
        (parts.length === 1 && list.style === 'arabic' && String(list.last) === prefix) ||
        (list.style.startsWith('decimal') && `${list.prefix}.${list.last}` === prefix),
    )
  }

  /** A heading without a number has no rank of its own: it stands just above the list it introduces. */
  place(marker: Marker, node: number, rank = rankOf(marker.style)): Placed {
    const before = this.lastOf(marker)
    const closed = this.#closeDeeperThan(marker.style, rank)
    const atStart = !this.#opened || (this.#isFragment && this.#lists.length === 0)
    const mixed = before === undefined && marker.number > 1 && closed?.last === marker.number - 1
    const issue = mixed ? 'mixed-styles' : sequenceIssue(before, marker.number, atStart)
    const parent = this.#lists.at(-1)?.node
    this.#lists.push({
      style: marker.style,
      rank,
      last: marker.number,
      prefix: marker.prefix ?? '',
      node,
    })
    this.#opened = true
    this.#isFragment ||= issue === 'fragment-start'
    if (marker.style === 'article') this.#lastArticle = marker.number
    if (marker.style === 'problem') this.#lastProblem = marker.number
    return { depth: this.#lists.length, parent, issues: issue === undefined ? [] : [issue] }
  }

  /** Closes the list itself too: its new entry takes its place. Answers the outermost list it closed. */
  #closeDeeperThan(style: MarkerStyle, rank: number): OpenList | undefined {
    const own = this.#lists.findIndex((list) => list.style === style && list.rank === rank)
    const cut = own >= 0 ? own : this.#lists.findIndex((list) => list.rank > rank)
    return cut < 0 ? undefined : this.#lists.splice(cut)[0]
  }
}
