/**
 * A drawing as a file that anybody can compute again: what was published before, what was opened, what came out; and the
 * recomputation, step by step, trusting nothing in the file but the secrets. Source: draw-lots.ts; issue 3 item 3.
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Day } from '../kernel/day.ts'
import { commitmentOf, drawLots, listHash, seedOf } from './draw-lots.ts'
import type { Drawing } from './drawing.ts'

export const lotFormat = 'luoshi-lot/1'

export type LotFile = Readonly<{
  format: typeof lotFormat
  title: string
  openedOn: Day
  drawnOn: Day
  candidates: readonly string[]
  listHash: string
  count: number
  participants: readonly Readonly<{
    name: string
    commitment: string | null
    /** Null for those whom the chairs decided to go on without. */
    secret: string | null
    salt: string | null
  }>[]
  seed: string
  /** Places in the list, from 1, in the order drawn. */
  chosen: readonly number[]
}>

export function lotFileOf(drawing: Extract<Drawing, Readonly<{ status: 'drawn' }>>): LotFile {
  const { title, openedOn, drawnOn, labels, count, participants, seed, chosen } = drawing
  return {
    format: lotFormat,
    title,
    openedOn,
    drawnOn,
    candidates: labels,
    listHash: drawing.listHash,
    count,
    participants: participants.map(({ name, commitment, opened, isLeftOut }) => ({
      name,
      commitment,
      secret: isLeftOut ? null : (opened?.secret ?? null),
      salt: isLeftOut ? null : (opened?.salt ?? null),
    })),
    seed,
    chosen: chosen.map((place) => place + 1),
  }
}

export const lotChecks = ['list', 'commitments', 'seed', 'chosen'] as const

export type LotCheck = (typeof lotChecks)[number]

export const lotCheckLabels: Readonly<Record<LotCheck, Readonly<{ zh: string; en: string }>>> = {
  list: { zh: '名单与公布的校验码一致', en: 'The list has the hash that was published' },
  commitments: {
    zh: '公开的随机数与先前封存的一致',
    en: 'Every opened secret is the one that was sealed',
  },
  seed: { zh: '种子由名单和全部随机数算得', en: 'The seed follows from list and secrets' },
  chosen: { zh: '抽中的名单由种子算得', en: 'Those drawn follow from the seed' },
}

export type LotReport = Readonly<{
  ok: boolean
  checks: readonly Readonly<{ check: LotCheck; ok: boolean }>[]
  /** As computed here, whatever the file says. */
  chosen: readonly string[]
}>

export function verifyLot(file: LotFile): LotReport {
  const { candidates, participants } = file
  const hash = listHash(candidates)
  const taking = participants.filter(({ secret, salt }) => secret !== null && salt !== null)
  const opened = taking.map(({ secret, salt }) => ({ secret: secret ?? '', salt: salt ?? '' }))
  const kept = taking.every(
    ({ commitment }, at) => commitment === commitmentOf(opened[at] ?? { secret: '', salt: '' }),
  )
  const seed = seedOf(hash, opened)
  const chosen = drawLots(seed, candidates.length, file.count)
  const isSame = (place: number, at: number) => file.chosen[at] === place + 1
  const found: Readonly<Record<LotCheck, boolean>> = {
    list: hash === file.listHash,
    commitments: opened.length > 0 && kept,
    seed: seed === file.seed,
    chosen: chosen.length === file.chosen.length && chosen.every(isSame),
  }
  return {
    ok: lotChecks.every((check) => found[check]),
    checks: lotChecks.map((check) => ({ check, ok: found[check] })),
    chosen: chosen.map((place) => candidates[place] ?? ''),
  }
}

/** Reads a file as anybody may bring it; says only that it is none of ours, for nothing in it is worth trusting then. */
export function readLotFile(raw: unknown): Result<LotFile, 'not-a-lot'> {
  return isLotFile(raw) ? accept(raw) : refuse('not-a-lot')
}

function isLotFile(raw: unknown): raw is LotFile {
  if (!isRecord(raw) || raw['format'] !== lotFormat) return false
  const texts = ['title', 'openedOn', 'drawnOn', 'listHash', 'seed'] as const
  if (!texts.every((name) => typeof raw[name] === 'string')) return false
  const { candidates, participants, chosen, count } = raw
  if (!isList(candidates, (one) => typeof one === 'string')) return false
  if (!isList(chosen, (one) => Number.isSafeInteger(one))) return false
  return Number.isSafeInteger(count) && isList(participants, isParticipant)
}

function isParticipant(raw: unknown): boolean {
  if (!isRecord(raw) || typeof raw['name'] !== 'string') return false
  return (['commitment', 'secret', 'salt'] as const).every(
    (name) => raw[name] === null || typeof raw[name] === 'string',
  )
}

function isList(raw: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(raw) && raw.length <= 1000 && raw.every(isOne)
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw)
}
