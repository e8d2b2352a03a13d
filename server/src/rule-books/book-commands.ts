/** Drafting a version of a county's 办法, editing it setting by setting, adopting, withdrawing, dropping it. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { beginFrom } from '@luoshi/domain/rule-books/begin-from'
import { isBesideSetting } from '@luoshi/domain/rule-books/beside-setting'
import {
  countyBookDecider,
  type CountyBookCommand,
} from '@luoshi/domain/rule-books/county-book-decider'
import { explainCountyBookRefusal } from '@luoshi/domain/rule-books/county-book-refusals'
import type { BookId, CountyBook } from '@luoshi/domain/rule-books/county-book'
import {
  completeRuleBook,
  profileOf,
  resolveRuleBook,
} from '@luoshi/domain/rule-books/resolve-rule-book'
import type { CountyBookTold, DraftFrom } from '../contract/county-books.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { bookKind } from './book-kind.ts'
import { countyVersions } from './county-books.ts'
import { noSuchRuleBook } from './no-such-rule-book.ts'

function decide(state: CountyBook, command: CountyBookCommand) {
  const ruling = countyBookDecider.decide(state, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainCountyBookRefusal(ruling.refusal))
}

/** Each edition's id follows from its series and number, so that two clerks cannot begin the same one twice. */
const editionId = (series: BookId, edition: number): BookId =>
  edition === 1 ? series : idOf('book', `${series}v${edition}`)

export async function draftBook(
  world: World,
  { by, key, name, from }: Asked & Readonly<{ name: string; from: DraftFrom }>,
): Outcome<RecordDone<'book'>> {
  if (!mayGive({ by }, 'DraftRuleBook')) return forbidden()
  const begun = await beginning(world, { by }, from)
  if (!begun) return noSuchRuleBook()
  const { series, edition, origin } = begun
  const id = editionId(series, edition)
  const { version } = await bookKind.load(world.db, by.congress, id)
  const book = { ...begun.book, key: series, name: name.trim() || begun.book.name }
  const told = {
    type: 'DraftRuleBook',
    series,
    edition,
    origin,
    book,
    today: todayOf(world),
  } as const
  return takeRecordStep(world, bookKind, {
    by,
    key,
    command: 'DraftRuleBook',
    id,
    version,
    decide: (state) => decide(state, told),
  })
}

async function beginning(world: World, { by }: Pick<Asked, 'by'>, from: DraftFrom) {
  if (from.kind === 'profile') {
    const profile = profileOf(from.profile)
    if (!profile) return null
    const series = newId('book')
    return { series, edition: 1, origin: from, book: beginFrom(resolveRuleBook(profile)) }
  }
  const versions = await countyVersions(world.db, by.congress)
  const former = versions.find(({ id }) => id === from.book)
  if (!former) return null
  const { series, edition, book } = former.book
  const same = versions.filter((one) => one.book.series === series)
  // A dropped draft keeps its number; one that is still being drafted is met by the decider.
  const next =
    Math.max(...same.filter(({ standing }) => standing !== 'draft').map(editionOf), 0) + 1
  const origin = { kind: 'version', book: former.id, edition } as const
  return { series, edition: next, origin, book: completeRuleBook(book) }
}

const editionOf = ({ book }: Readonly<{ book: Readonly<{ edition: number }> }>) => book.edition

export async function stepOnBook(
  world: World,
  { told, ...step }: Asked & Readonly<{ id: BookId; version: number; told: CountyBookTold }>,
): Outcome<RecordDone<'book'>> {
  const command = { ...told, today: todayOf(world) }
  return takeRecordStep(world, bookKind, {
    ...step,
    command: told.type,
    isBeside: (since) => isBesideSetting(told, since),
    decide: (state) => decide(state, command),
  })
}
