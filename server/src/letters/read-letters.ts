/** Letters of an appraisal for the committee, and for the units that have something in them. */
import { idOf, type AppraisalId, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { lintWording } from '@luoshi/domain/letters/lint-wording'
import { holderOf, letterReference, unitsOf, type KnownLetter } from '@luoshi/domain/letters/letter'
import { leftOut } from '@luoshi/domain/letters/whole-appraisal'
import { may } from '@luoshi/domain/people/rights'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { LetterRowShown, listLetters } from '../contract/letters.ts'
import type { AnswerOf } from '../contract/kit.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf, type Scope } from '../matters/viewer-scope.ts'
import { appraisalSeen, lettersOf, type LetterRow } from './appraisal-seen.ts'

export type UnitNames = ReadonlyMap<string, string>

export async function readLetters(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<AnswerOf<typeof listLetters>> {
  const visible = await readAppraisal(world, by, appraisal)
  if (!visible.ok) return visible
  const scope = scopeOf(by)
  const [letters, names] = await Promise.all([
    lettersOf(world.db, by.congress, appraisal),
    unitNames(world, by),
  ])
  const rows = letters
    .filter(({ letter }) => maySeeLetter(scope, letter))
    .map((row) => letterRowOf(row, visible.value.title, names, scope))
  return accept({
    rows,
    leftOut: scope.sees === 'all' ? await leftOutOf(world, by, appraisal) : [],
    mayDraft: may(by, 'DraftLetter', null) && visible.value.status === 'running',
  })
}

/** Letters of all appraisals that this person may see. */
export async function readOwnLetters(world: World, by: Principal): Promise<LetterRowShown[]> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return []
  const rows = await world.db.rows<{
    id: string
    version: number
    number: number | null
    doc: KnownLetter
    title: string
  }>(by.congress, {
    text: `select r.id, r.version, r.number, r.doc, a.title from luoshi.record_view r
      join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      where r.congress = $1 and r.kind = 'letter' and r.to_seq is null
        and ($2::text is null or r.doc -> 'items' @> jsonb_build_array(jsonb_build_object('unit', $2::text))
          or r.doc -> 'heirs' @> jsonb_build_array(jsonb_build_object('to', $2::text)))
      order by r.on_day desc nulls last, r.id desc limit 200`,
    values: [by.congress, scope.sees === 'unit' ? scope.unit : null],
  })
  const names = await unitNames(world, by)
  return rows
    .filter(({ doc }) => maySeeLetter(scope, doc))
    .map(({ id, version, number, doc: letter, title }) =>
      letterRowOf({ id: idOf('letter', id), version, number, letter }, title, names, scope),
    )
}

/** A unit sees what was handed over to it, also where its item was re-issued to another unit since. */
export function maySeeLetter(scope: Scope, letter: KnownLetter): boolean {
  if (scope.sees !== 'unit') return scope.sees === 'all'
  return letter.delivery !== null && ownItems(scope, letter).length > 0
}

export function ownItems(scope: Scope, letter: KnownLetter) {
  return scope.sees === 'unit'
    ? letter.items.filter(({ unit }) => isTheirs(scope.unit, letter, unit))
    : letter.items
}

/** A unit reads what it was handed, and what came to it with a unit that merged into it. */
export function isTheirs(unit: UnitId, letter: KnownLetter, addressee: UnitId): boolean {
  return unit === addressee || unit === holderOf(letter, addressee)
}

export function letterRowOf(
  { id, version, number, letter }: LetterRow,
  appraisalTitle: string,
  names: UnitNames,
  scope: Scope,
): LetterRowShown {
  const { appraisal, form, replaces, status, draftedOn, issue, delivery, receipts } = letter
  const isMine = (unit: UnitId) => scope.sees !== 'unit' || isTheirs(scope.unit, letter, unit)
  return {
    id,
    version,
    status,
    form,
    reference: letterReference(letter, number),
    appraisal,
    appraisalTitle,
    replaces,
    items: ownItems(scope, letter).length,
    units: unitsOf(letter)
      .filter(isMine)
      .map((unit) => ({
        unit,
        name: names.get(unit) ?? '',
        heldBy: heldBy(letter, unit, names),
        signedOn: receipts.find((one) => one.unit === unit)?.on ?? null,
      })),
    on: delivery?.on ?? issue?.on ?? draftedOn,
    findings: scope.sees === 'all' && form === 'opinion' ? lintWording(letter).length : 0,
  }
}

/** The name of the unit that acts for another one that merged into it; null where it acts for itself. */
export function heldBy(letter: KnownLetter, unit: UnitId, names: UnitNames): string | null {
  const holder = holderOf(letter, unit)
  return holder === unit ? null : (names.get(holder) ?? '')
}

export async function unitNames({ db }: World, { congress }: Principal): Promise<UnitNames> {
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    text: 'select id, name from luoshi.unit_view where congress = $1 and to_seq is null',
    values: [congress],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function leftOutOf({ db }: World, { congress }: Principal, appraisal: AppraisalId) {
  const seen = await appraisalSeen(db, congress, appraisal, null)
  const numbers = new Set(leftOut(seen, seen.others))
  if (numbers.size === 0) return []
  const rows = await db.rows<{ id: string; number: number; title: string }>(congress, {
    text: `select id, number, title from luoshi.matter_view
      where congress = $1 and appraisal = $2 and to_seq is null and number = any($3) order by number`,
    values: [congress, appraisal, [...numbers]],
  })
  return rows.map(({ id, ...row }) => ({ id: idOf('matter', id), ...row }))
}
