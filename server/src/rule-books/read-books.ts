/** Reading rule books: those to choose from, the county's versions, and the one frozen into an appraisal. */
import type { AppraisalId, CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { contradictionsOf } from '@luoshi/domain/rule-books/contradictions'
import type { BookId, KnownCountyBook } from '@luoshi/domain/rule-books/county-book'
import {
  allProfiles,
  completeRuleBook,
  resolveRuleBook,
} from '@luoshi/domain/rule-books/resolve-rule-book'
import type { CountyBookRow } from '../contract/county-books.ts'
import type { RuleBookRow } from '../contract/rule-books.ts'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { Outcome, World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'
import type { RecordDone } from '../execute/record.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { countyVersions, type CountyVersion } from './county-books.ts'

export async function readBooksToChoose({ db }: World, by: Principal) {
  const versions = await countyVersions(db, by.congress)
  const own = versions.filter(({ standing }) => standing === 'current').map(ownRow)
  const shipped = allProfiles().map((profile): RuleBookRow => {
    const { key, name, summary } = profile
    return { key, name, summary, isOwn: false, edition: null, book: resolveRuleBook(profile) }
  })
  return accept({ rows: [...own, ...shipped] })
}

function ownRow({ id, book: state }: CountyVersion): RuleBookRow {
  const { book, edition } = state
  return { key: id, name: book.name, summary: adoptedBy(state), isOwn: true, edition, book }
}

function adoptedBy(state: KnownCountyBook): string {
  if (!('adoption' in state)) return ''
  const { body, on, reference } = state.adoption.approval
  return `${on} ${approvingBodyLabels[body].zh}通过（${reference}）`
}

export async function readCountyBooks(
  world: World,
  by: Principal,
): Outcome<{ rows: CountyBookRow[] }> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const versions = await countyVersions(world.db, by.congress)
  const uses = await usesOf(world.db, by.congress)
  return accept({ rows: versions.map((one) => rowOf(one, uses.get(one.id) ?? 0)) })
}

export async function readCountyBook(
  world: World,
  by: Principal,
  id: BookId,
): Outcome<CountyBookRow> {
  const all = await readCountyBooks(world, by)
  if (!all.ok) return all
  const row = all.value.rows.find((one) => one.id === id)
  return row ? accept(row) : notFound()
}

export async function bookShown(
  world: World,
  by: Principal,
  done: Outcome<RecordDone<'book'>>,
): Outcome<CountyBookRow> {
  const result = await done
  return result.ok ? readCountyBook(world, by, result.value.id) : result
}

function rowOf({ id, version, book, standing }: CountyVersion, usedBy: number): CountyBookRow {
  return { id, version, book, standing, contradictions: contradictionsOf(book.book), usedBy }
}

async function usesOf(db: World['db'], congress: CongressId) {
  const rows = await db.rows<{ book: string; uses: number }>(congress, {
    text: `select doc -> 'bookVersion' ->> 'book' as book, count(*)::int as uses
      from luoshi.appraisal_view
      where congress = $1 and to_seq is null and doc -> 'bookVersion' ->> 'book' is not null
      group by 1`,
    values: [congress],
  })
  return new Map(rows.map(({ book, uses }) => [book, uses]))
}

/** Whoever may see the appraisal may see the rules it is judged by: both sides stand under the same book. */
export async function readFrozenBook(world: World, by: Principal, appraisal: AppraisalId) {
  const seen = await readAppraisal(world, by, appraisal)
  if (!seen.ok) return seen
  const { state } = await loadAppraisal(world.db, by.congress, appraisal)
  if (state.status === 'none') return notFound()
  const { ruleBook: frozen, bookVersion: version } = state
  return accept({ book: completeRuleBook(frozen), frozen, version })
}
