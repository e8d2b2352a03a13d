/** One letter as it is printed, with what can be done with it now. */
import { idOf, type MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { letterNeeds } from '@luoshi/domain/letters/letter-decider'
import { lintWording } from '@luoshi/domain/letters/lint-wording'
import {
  holderOf,
  letterReference,
  unsignedOf,
  type KnownLetter,
  type LetterId,
  type LetterItem,
} from '@luoshi/domain/letters/letter'
import { isMatterStatus } from '../matters/matter-status.ts'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { LetterDetail } from '../contract/letters.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { loadAppraisal, loadOfficial } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { dayOrNull } from '../matters/list-matters.ts'
import { isRecusedHere, recusedFrom } from '../people/recused-from.ts'
import { scopeOf, type Scope } from '../matters/viewer-scope.ts'
import { lettersOf, type LetterRow } from './appraisal-seen.ts'
import { letterKind } from './letter-kind.ts'
import { letterLimits } from './letter-limits.ts'
import { ownUnit } from './letter-steps.ts'
import {
  heldBy,
  isTheirs,
  letterRowOf,
  maySeeLetter,
  ownItems,
  unitNames,
  type UnitNames,
} from './read-letters.ts'

export async function readLetter(world: World, by: Principal, id: LetterId): Outcome<LetterDetail> {
  const { state: letter } = await letterKind.load(world.db, by.congress, id)
  const scope = scopeOf(by)
  if (letter.status === 'none' || !maySeeLetter(scope, letter)) return notFound()
  const [{ state: appraisal }, letters, names, congressName] = await Promise.all([
    loadAppraisal(world.db, by.congress, letter.appraisal),
    lettersOf(world.db, by.congress, letter.appraisal),
    unitNames(world, by),
    nameOfCongress(world, by),
  ])
  const row = letters.find((one) => one.id === id)
  if (appraisal.status === 'none' || !row) return notFound()
  const start = letter.delivery?.on ?? todayOf(world)
  const [limits, official, book, recused] = await Promise.all([
    letterLimits(world, by.congress, letter.appraisal, start),
    loadOfficial(world.db, by.congress, appraisal.official),
    world.policies.ruleBookOf(by.congress, letter.appraisal),
    recusedFrom(world.db, by.congress, letter.appraisal),
  ])
  const isItself = by.unit !== null && isTheirs(by.unit, letter, appraisal.unit)
  const isWhole = scope.sees === 'all' || (isItself && letter.form === 'opinion')
  return accept({
    ...letterRowOf(row, appraisal.title, names, scope),
    congressName,
    activityName: book.settings.activityName.value,
    officialName: official.state.status === 'none' ? '' : official.state.name,
    session: appraisal.session,
    sections: sectionsFor(letter, isWhole),
    items: await itemsShown(world, by, { letter, letters, names, scope }),
    to: [...letter.to],
    copies: [...letter.copies],
    draftedOn: letter.draftedOn,
    findings:
      scope.sees === 'all' && letter.form === 'opinion'
        ? lintWording(letter).map((one) => ({ ...one }))
        : [],
    findingsLeft: scope.sees === 'all' ? letter.findingsLeft.length : 0,
    approval: letter.approval,
    minutes: letter.minutes,
    changes: scope.sees === 'all' ? letter.changes : '',
    returned: scope.sees === 'all' ? letter.returned : null,
    issuedOn: letter.issue?.on ?? null,
    delivery: letter.delivery,
    limits,
    receipts: letter.receipts
      .filter(({ unit }) => scope.sees !== 'unit' || isTheirs(scope.unit, letter, unit))
      .map(({ unit, on, signer }) => ({ unitName: names.get(unit) ?? '', on, signer })),
    withdrawal: letter.withdrawal,
    before: letters.flatMap((one) => (one.id === letter.replaces ? [linkTo(one)] : []))[0] ?? null,
    after: letters.flatMap((one) => (one.letter.replaces === id ? [linkTo(one)] : [])),
    prefix: book.settings.letterPrefix.value,
    may: mayNow(by, letter, letters, id, isRecusedHere(by, recused)),
  })
}

/** Another unit's people read their own items, not what is said of the official as a whole. */
function sectionsFor(letter: KnownLetter, isWhole: boolean): LetterDetail['sections'] {
  const { overall, achievements, suggestions, ballot } = letter
  if (isWhole) return { overall, achievements, suggestions, ballot }
  const shown = letter.form === 'reissue' ? overall : ''
  return { overall: shown, achievements: '', suggestions, ballot: '' }
}

function linkTo({ id, letter, number }: LetterRow) {
  return { id, reference: letterReference(letter, number) ?? '' }
}

function mayNow(
  by: Principal,
  letter: KnownLetter,
  letters: readonly LetterRow[],
  id: LetterId,
  recused: boolean,
): LetterDetail['may'] {
  const now = (command: keyof typeof letterNeeds & CommandType) =>
    letterNeeds[command].includes(letter.status) &&
    may(by, command, ownUnit(letter, { by }), recused)
  const isOpen = unsignedOf(letter).some((one) => holderOf(letter, one) === by.unit)
  const isOpinion = letter.form === 'opinion'
  return {
    revise: now('ReviseLetter'),
    approve: now('ApproveLetter'),
    return: now('ReturnLetter'),
    issue: now('IssueLetter'),
    handOver: now('HandOverLetter'),
    sign: now('SignLetter') && isOpen,
    withdraw: isOpinion && now('WithdrawLetter') && letter.receipts.length === 0,
    redraft:
      letter.status === 'withdrawn' &&
      may(by, 'DraftLetter', null, recused) &&
      letters.every((one) => one.letter.replaces !== id),
  }
}

type Around = Readonly<{
  letter: KnownLetter
  letters: readonly LetterRow[]
  names: UnitNames
  scope: Scope
}>

async function itemsShown(
  { db }: World,
  { congress }: Principal,
  { letter, letters, names, scope }: Around,
): Promise<LetterDetail['items']> {
  const items = ownItems(scope, letter)
  const matters = await db.rows<{
    id: string
    number: number
    title: string
    status: string
    due: string | null
    official: string | null
  }>(congress, {
    text: `select id, number, title, status, due::text as due, official from luoshi.matter_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, items.map(({ matter }) => matter)],
  })
  const officials = await db.rows<{ id: string; name: string }>(congress, {
    text: `select id, name from luoshi.official_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, [...items, ...matters].flatMap(({ official }) => official ?? [])],
  })
  const byId = new Map(matters.map((one) => [idOf('matter', one.id), one]))
  const person = new Map(officials.map(({ id, name }) => [id, name]))
  return items.flatMap((item: LetterItem) => {
    const found = byId.get(item.matter)
    if (!found || !isMatterStatus(found.status)) return []
    const { number, title, status, due, official } = found
    const isSucceeded = letter.delivery !== null && official !== null && official !== item.official
    return [
      {
        ...item,
        number,
        title,
        status,
        due: dayOrNull(due),
        unitName: names.get(item.unit) ?? '',
        heldBy: heldBy(letter, item.unit, names),
        officialName: person.get(item.official ?? '') ?? '',
        successorName: isSucceeded ? (person.get(official) ?? '') : null,
        voided: voidedOf(letter, item.matter, letters),
      },
    ]
  })
}

function voidedOf({ voided }: KnownLetter, id: MatterId, letters: readonly LetterRow[]) {
  const gone = voided.find(({ matter }) => matter === id)
  if (!gone) return null
  const again = letters.find((one) => one.id === gone.reissue)
  const { on, reason, reissue } = gone
  return { on, reason, reissue, reference: again ? linkTo(again).reference : '' }
}

async function nameOfCongress({ db }: World, { congress }: Principal): Promise<string> {
  const [row] = await db.rows<{ name: string }>(congress, {
    text: 'select name from luoshi.congress where id = $1',
    values: [congress],
  })
  return row?.name ?? ''
}
