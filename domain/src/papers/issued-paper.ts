/**
 * A paper that left the house: its hash, of which record it is, and when it was issued. One stream a paper, named by its
 * code, so that whoever holds the code finds it; the same paper taken out again changes nothing.
 *
 *     none ──issue──▸ issued ──issue──▸ issued      again only when another paper of the same record came between
 *
 * What a paper says is not kept here: the hash commits to it, and its words stay with the record it is made of.
 * Source: domain.md §13 (what is public), §14 (“一纸空文”); architecture.md (proofs that a stranger can check).
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import type { Words } from '../kernel/words.ts'
import type { PaperKind } from './paper-kinds.ts'

/** `whole`, or the unit that sees its own part of a letter only. */
export type PaperScope = string

type Said = Readonly<{
  /** 文号 as printed; blank when it has none. */
  number: string
  /** Who issues it. */
  organ: string
}>

type About = Readonly<{
  paper: PaperKind
  /** The appraisal it belongs to; null when it belongs to no one of them. */
  appraisal: AppraisalId | null
  /** The record it is made of. */
  of: string
  scope: PaperScope
  /** SHA-256 of what it says, with its template and kind. */
  hash: string
  /** The day the paper bears. */
  dated: Day
}>

export type IssuedPaper = ByStatus<{
  none: Nothing
  issued: About & { on: Day; words: Words<Said> }
}>

export type PaperEvent = ByType<{
  PaperIssued: About & { on: Day; words: Words<Said> }
}>

export const noPaper: IssuedPaper = { status: 'none' }

export type PaperToIssue = About & Readonly<{ on: Day; words: Said }>

/** @param isLatest - Whether this very paper is the one last issued of its record. */
export function issuePaper(
  before: IssuedPaper,
  paper: PaperToIssue,
  isLatest: boolean,
): readonly PaperEvent[] {
  const isNews = before.status === 'none' || !isLatest || before.scope !== paper.scope
  return isNews ? [{ type: 'PaperIssued', ...paper }] : []
}

export function evolvePaper(_before: IssuedPaper, event: PaperEvent): IssuedPaper {
  const { paper, appraisal, of, scope, hash, dated, on, words } = event
  return { status: 'issued', paper, appraisal, of, scope, hash, dated, on, words }
}

/** Papers of one kind, record and scope replace each other. */
export function paperLine({ paper, of, scope }: Pick<About, 'paper' | 'of' | 'scope'>): string {
  return `${paper}/${of}/${scope}`
}
