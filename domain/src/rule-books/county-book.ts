/**
 * A county's own 办法, one record for each version: drafted from a shipped profile or from the former version, edited
 * setting by setting, adopted by a decision of the committee or the chairs. An adopted version is never edited again;
 * a change is a new version, and the old one stays readable.
 *
 *     none ──draft──▸ drafting ──adopt──▸ adopted ──withdraw──▸ withdrawn
 *                        └──drop──▸ dropped
 *
 * Source: domain.md §1 fact 1 (every rule is local, its 办法 quoted beside it), §6; 监督法第八条 (bodies decide).
 */
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { RuleBook, SettingKey, SettingsWithSources } from './rule-book.ts'

export type BookId = Id<'book'>

/** What a version was drafted from: a shipped profile, or the version before it. */
export type BookOrigin =
  | Readonly<{ kind: 'profile'; profile: string }>
  | Readonly<{ kind: 'version'; book: BookId; edition: number }>

export type Adoption = Readonly<{ approval: Approval; hash: string; recordedOn: Day }>

type About = Readonly<{
  /** The first version; all versions of one 办法 have it in common. */
  series: BookId
  edition: number
  origin: BookOrigin
  book: RuleBook
  draftedOn: Day
  /** Settings changed in this version, in the order of their first change. */
  changed: readonly SettingKey[]
}>

export type CountyBook = ByStatus<{
  none: Nothing
  drafting: About
  adopted: About & { adoption: Adoption }
  withdrawn: About & { adoption: Adoption; withdrawal: Approval; reason: string }
  dropped: About & { droppedOn: Day }
}>

export type KnownCountyBook = Exclude<CountyBook, Readonly<{ status: 'none' }>>

export type CountyBookEvent = ByType<{
  RuleBookDrafted: {
    series: BookId
    edition: number
    origin: BookOrigin
    book: RuleBook
    on: Day
  }
  RuleBookNamed: { name: string; on: Day }
  /** One setting, whole: value, words, document, verified or not. */
  SettingChanged: { key: SettingKey; settings: Partial<SettingsWithSources>; on: Day }
  RuleBookAdopted: { approval: Approval; hash: string; on: Day }
  RuleBookWithdrawn: { approval: Approval; on: Day; words: Words<{ reason: string }> }
  RuleBookDropped: { on: Day }
}>

export const noCountyBook: CountyBook = { status: 'none' }

export function evolveCountyBook(before: CountyBook, event: CountyBookEvent): CountyBook {
  if (event.type === 'RuleBookDrafted') {
    const { series, edition, origin, book, on } = event
    return { status: 'drafting', series, edition, origin, book, draftedOn: on, changed: [] }
  }
  if (before.status === 'none') throw new Error(`${event.type} before RuleBookDrafted`)
  switch (event.type) {
    case 'RuleBookNamed':
      return { ...before, book: { ...before.book, name: event.name } }
    case 'SettingChanged': {
      const { key } = event
      const settings = { ...before.book.settings, ...event.settings }
      const changed = before.changed.includes(key) ? before.changed : [...before.changed, key]
      return { ...before, book: { ...before.book, settings }, changed }
    }
    case 'RuleBookAdopted': {
      const { approval, hash, on } = event
      return { ...before, status: 'adopted', adoption: { approval, hash, recordedOn: on } }
    }
    case 'RuleBookWithdrawn': {
      if (before.status !== 'adopted') throw new Error('RuleBookWithdrawn before RuleBookAdopted')
      const reason = event.words?.reason ?? erasedText
      return { ...before, status: 'withdrawn', withdrawal: event.approval, reason }
    }
    case 'RuleBookDropped':
      return { ...before, status: 'dropped', droppedOn: event.on }
  }
}
