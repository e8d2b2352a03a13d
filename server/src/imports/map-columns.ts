/** Mapping the columns of a county's own sheet: seen, tried without keeping anything, applied, learned. */
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { mappingFault, type SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import { ownFormOf } from '@luoshi/papers/mapping/own-form'
import type { HeadRows } from '@luoshi/papers/mapping/column-headings'
import type { WorkbookSight } from '@luoshi/papers/mapping/sight'
import { sightInWorker } from '@luoshi/papers/parse-in-worker'
import type { ImportDetail } from '../contract/imports.ts'
import type { AnswerOf } from '../contract/kit.ts'
import type { getSheets, previewMapping } from '../contract/mappings.ts'
import { mayGive, type Asked, type Outcome, type World } from '../execute/context.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'
import { keepLayout, refusedByLayout } from '../ledgers/keep-layout.ts'
import { readUnits } from '../people/list-people.ts'
import { readDraft, saveParsed } from './import-draft.ts'
import { withLearned } from './learned-mapping.ts'
import { openOriginal, originalOf } from './originals.ts'
import { readDocument } from './read-document.ts'
import { readImport } from './read-imports.ts'
import { mappedRows } from './mapped-rows.ts'

type OnImport = Asked & Readonly<{ import: ImportId }>
type Mappings = readonly SheetMapping[]

export async function seeSheets(
  world: World,
  asked: OnImport &
    Readonly<{
      sheet?: number | undefined
      headFrom?: number | undefined
      headTo?: number | undefined
    }>,
): Outcome<AnswerOf<typeof getSheets>> {
  const { by, sheet, headFrom, headTo } = asked
  const original = await originalOf(world, asked, asked.import)
  if (!original.ok) return original
  const placed = sheet !== undefined && headFrom !== undefined && headTo !== undefined
  const heads: (HeadRows | null)[] = []
  if (placed) {
    while (heads.length < sheet) heads.push(null)
    heads.push({ from: headFrom, to: Math.max(headFrom, headTo) })
  }
  const sight = await sightOf(original.value.bytes, heads)
  if (!sight.ok) return sight
  const draft = await readDraft(world.db, by.congress, asked.import)
  return accept({
    sheets: [...(await withLearned(world, by.congress, sight.value.sheets))],
    warnings: [...sight.value.warnings],
    mapping: draft?.mapping ?? null,
  })
}

async function sightOf(
  bytes: Uint8Array,
  heads: readonly (HeadRows | null)[],
): Outcome<WorkbookSight> {
  const sight = await sightInWorker(bytes, heads)
  if (sight.ok) return sight
  const { code, zh, en } = sight.refusal
  return refused(422, code, inTwo(zh, en))
}

export async function tryMapping(
  world: World,
  asked: OnImport & Readonly<{ mapping: Mappings }>,
): Outcome<AnswerOf<typeof previewMapping>> {
  const original = await originalOf(world, asked, asked.import)
  if (!original.ok) return original
  const parsed = await readMapped(world, asked, original.value)
  if (!parsed.ok) return parsed
  return accept(mappedRows(parsed.value, await readUnits(world, asked.by)))
}

export async function applyMapping(
  world: World,
  asked: OnImport &
    Readonly<{ mapping: Mappings; keep: readonly Readonly<{ sheet: number; name: string }>[] }>,
): Outcome<ImportDetail> {
  const { by, mapping, keep } = asked
  if (keep.length > 0 && !mayGive(asked, 'KeepLayout')) return forbidden()
  const original = await openOriginal(world, asked, asked.import)
  if (!original.ok) return original
  const parsed = await readMapped(world, asked, original.value)
  if (!parsed.ok) return parsed
  const heads = headsOf(mapping)
  const sight = await sightOf(original.value.bytes, heads)
  if (!sight.ok) return sight
  for (const { sheet, name } of keep) {
    const seen = sight.value.sheets[sheet]
    const own = mapping.find((one) => one.sheet === sheet)
    if (!seen || !own) continue
    const { form, words } = ownFormOf(seen, own)
    const kept = await keepLayout(world, {
      ...keyed(asked, sheet),
      form,
      words: { ...words, name },
    })
    if (!kept.ok) return kept
  }
  const saved = { parsed: parsed.value, accepted: [], mapping, at: world.now() }
  await saveParsed(world.db, by.congress, asked.import, saved)
  return readImport(world, { by, import: asked.import })
}

/** One request may keep several layouts: each is a command of its own. */
function keyed({ by, key }: Asked, sheet: number): Asked {
  return { by, key: key === undefined ? undefined : `${key}/${sheet}` }
}

function headsOf(mapping: Mappings): readonly (HeadRows | null)[] {
  const last = Math.max(...mapping.map(({ sheet }) => sheet))
  return Array.from({ length: last + 1 }, (_, sheet) => {
    const own = mapping.find((one) => one.sheet === sheet)
    return own ? { from: own.headFrom, to: own.headTo } : null
  })
}

function readMapped(
  world: World,
  { by, mapping }: Asked & Readonly<{ mapping: Mappings }>,
  { bytes, fileName }: Readonly<{ bytes: Uint8Array; fileName: string }>,
) {
  const fault = mapping.map(mappingFault).find((one) => one !== null)
  if (fault) return Promise.resolve(refusedByLayout({ code: 'mapping-unfit', fault }))
  const options = { fileName, acceptedRepairs: [], mapping }
  return readDocument(world.db, by.congress, bytes, options)
}
