/**
 * `luoshi ledger import FILE --apply all|1,3 --as LOGIN`: the changes of a sheet that came back, in somebody's name and
 * with their rights. Conflicts are left alone unless it is said that the sheet shall count.
 */
import { basename } from 'node:path'
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { LedgerField } from '@luoshi/domain/ledgers/layouts'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { Principal } from '@luoshi/server/identity/principal'
import { applyComeback, type Applied, type Chosen } from '@luoshi/server/ledgers/apply-comeback'
import { bringBack, findComeback, type FoundComeback } from '@luoshi/server/ledgers/come-back'
import { sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import { columnWords } from './column-words.ts'
import { actingClerk } from '../running/acting-clerk.ts'
import type { Office } from '../running/office.ts'

type Sheet = Readonly<{ path: string; bytes: Uint8Array; congress: Principal['congress'] }>

/** `all`, or numbers of matters. */
export function wantedNumbers(text: string): ReadonlySet<number> | 'all' | null {
  if (text === 'all') return 'all'
  const numbers = text.split(/[,，]/).map(Number)
  return numbers.every((one) => Number.isInteger(one) && one > 0) ? new Set(numbers) : null
}

export async function applySheet(
  office: Office,
  { path, bytes, congress }: Sheet,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const json = options.flag('json')
  const say = ({ code, words }: Told) => sayRefusal(terminal, json, code, words)
  const person = await actingClerk(office, congress, options.text('as'))
  if (!person.ok) return say(person.refusal)
  const by = person.value
  const back = await bringBack(office.world, { by, bytes, fileName: basename(path) })
  if (!back.ok) return say(back.refusal)
  const found = await findComeback(office.world, { by, id: back.value })
  if (!found.ok) return say(found.refusal)
  const wanted = wantedNumbers(options.text('apply') ?? '') ?? new Set<number>()
  const chosen = chosenIn(found.value, wanted, options.text('conflicts') === 'sheet')
  const done = await applyComeback(office.world, { by, id: back.value, chosen })
  if (!done.ok) return say(done.refusal)
  if (json) terminal.out(JSON.stringify({ comeback: back.value, ...done.value }))
  else {
    for (const line of columnWords(found.value.compared.columns)) terminal.out(line)
    sayApplied(terminal, done.value)
  }
  return 0
}

type Told = Readonly<{ code: string; words: Bilingual }>

function chosenIn(
  { compared }: FoundComeback,
  wanted: ReadonlySet<number> | 'all',
  takesConflicts: boolean,
): readonly Chosen[] {
  const { changed, conflicts } = compared.comparison
  const both = takesConflicts ? conflicts.filter(({ why }) => why === 'both') : []
  return [...changed, ...both]
    .filter(({ number }) => wanted === 'all' || wanted.has(number))
    .flatMap(({ matter, changes }) => changes.map((change) => cellOf(matter, change)))
}

function cellOf(
  matter: MatterId,
  { field, ledger }: Readonly<{ field: LedgerField; ledger: string }>,
): Chosen {
  return { matter, field, ledger }
}

function sayApplied({ out }: Terminal, { cells, left }: Applied): void {
  for (const { number, fields, outcome, by, words } of cells)
    out(
      outcome === 'applied'
        ? `✓ 第${number}号　${fields.join('、')}　${by}`
        : `✗ 第${number}号　${fields.join('、')}　${words ? `${words.zh.what}${words.zh.fix}` : by}`,
    )
  const count = (wanted: Applied['cells'][number]['outcome']) =>
    cells
      .filter(({ outcome }) => outcome === wanted)
      .reduce((sum, { fields }) => sum + fields.length, 0)
  out(`已办理 ${count('applied')} 处，没有办成 ${count('refused')} 处，没有选 ${left} 处。`)
}
