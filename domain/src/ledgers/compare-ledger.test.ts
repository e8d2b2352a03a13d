import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutToCell } from './cell-text.ts'
import { day } from '../kernel/day.ts'
import { idOf, type MatterId } from '../kernel/ids.ts'
import { compareLedger as compare, lineName, sealedText, type FileLine } from './compare-ledger.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { layoutKeys, layouts, lineOf, type LayoutKey } from './layouts.ts'

function entry(number: number, part: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    matter: idOf('matter', `matter_${String(number).padStart(8, '0')}`),
    number,
    title: `第${number}件`,
    opinion: '河道保洁不到位。',
    source: '群众',
    category: '问题类',
    cause: '责任不清',
    goal: '河面无漂浮物',
    measures: '1.定人\n2.定段',
    oversees: '甲（副县长）',
    leads: '乙（局长）',
    section: '河道科',
    does: '丙',
    unit: '清禾县水利局',
    due: day('2026-12-31'),
    progress: '',
    resultClass: '',
    evidence: '',
    review: '',
    satisfaction: '',
    closedOn: null,
    status: '整改中',
    round: 1,
    ...part,
  }
}

const sideOf = (entries: readonly LedgerEntry[]): ReadonlyMap<MatterId, LedgerEntry> =>
  new Map(entries.map((one) => [one.matter, one]))

/** Stands for the keyed hash: whoever changes a word changes it. */
const sealOf = (entry: LedgerEntry) => String(sealedText(layouts.full, entry).length)

const compareLedger = (
  key: LayoutKey,
  rows: readonly FileLine[],
  then: ReadonlyMap<MatterId, LedgerEntry>,
  now: ReadonlyMap<MatterId, LedgerEntry>,
) => compare({ layout: layouts[key], rows, before: then, now, sealOf })

function rowOf(one: LedgerEntry, place: number, changes: Readonly<Record<string, string>> = {}) {
  const headings = layouts.full.columns.map(({ heading }) => heading)
  const cells = [...lineOf(layouts.full, one, place), lineName(one.matter, sealOf(one))].map(
    (value, at) => {
      const heading = headings[at]
      const changed = heading === undefined ? undefined : changes[heading]
      return changed ?? (value === null ? '' : String(value))
    },
  )
  return { row: place + 3, cells } satisfies FileLine
}

const [one, two, three] = [entry(1), entry(2), entry(3)]

describe('a limit without a day', () => {
  it('is 待定 in every form that prints a limit, and nothing before hand-over', () => {
    const withDue = layoutKeys.filter((key) =>
      layouts[key].columns.some(({ field }) => field === 'due'),
    )
    expect(withDue).toEqual(['full', 'tasks', 'plans'])
    for (const key of withDue) {
      expect(lineOf(layouts[key], entry(1, { due: 'awaitsSession' }), 1)).toContain('待定')
      expect(lineOf(layouts[key], entry(1, { due: null }), 1)).not.toContain('待定')
    }
  })
})

describe('a ledger that comes back', () => {
  it('given nothing was touched, nothing differs, whatever the order of the lines', () => {
    const lines = [rowOf(three, 1), rowOf(one, 2), rowOf(two, 3)]
    const side = sideOf([one, two, three])
    expect(compareLedger('full', lines, side, side)).toEqual({
      new: [],
      changed: [],
      removed: [],
      conflicts: [],
      unchanged: 3,
    })
  })

  it('given a cell was changed, it says which, from what to what', () => {
    const side = sideOf([one])
    const { changed, conflicts } = compareLedger(
      'full',
      [rowOf(one, 1, { 责任人: '丁' })],
      side,
      side,
    )
    expect(conflicts).toEqual([])
    expect(changed).toMatchObject([
      { number: 1, changes: [{ heading: '责任人', was: '丙', file: '丁', ledger: '丙' }] },
    ])
  })

  it('given both sides changed the same cell, it is a conflict and shows all three', () => {
    const now = sideOf([entry(1, { does: '戊' })])
    const { changed, conflicts } = compareLedger(
      'full',
      [rowOf(one, 1, { 责任人: '丁' })],
      sideOf([one]),
      now,
    )
    expect(changed).toEqual([])
    expect(conflicts).toMatchObject([
      { number: 1, why: 'both', changes: [{ was: '丙', file: '丁', ledger: '戊' }] },
    ])
  })

  it('given the ledger moved on and the file did not, there is nothing to decide', () => {
    const now = sideOf([entry(1, { progress: '2026-11-01：已清理三段' })])
    const seen = compareLedger('full', [rowOf(one, 1)], sideOf([one]), now)
    expect(seen).toMatchObject({ changed: [], conflicts: [], unchanged: 1 })
  })

  it('given both came to say the same, there is nothing to decide either', () => {
    const now = sideOf([entry(1, { does: '丁' })])
    const seen = compareLedger('full', [rowOf(one, 1, { 责任人: '丁' })], sideOf([one]), now)
    expect(seen).toMatchObject({ changed: [], conflicts: [], unchanged: 1 })
  })

  it('given a line was deleted or added, it is named and nothing is done', () => {
    const added = { row: 9, cells: ['', '', '新的意见：桥面破损', '代表'] }
    const side = sideOf([one, two])
    const seen = compareLedger('full', [rowOf(one, 1), added], side, side)
    expect(seen.removed).toEqual([{ matter: two.matter, number: 2, title: '第2件' }])
    expect(seen.new).toEqual([
      { row: 9, cells: { 评议意见原文: '新的意见：桥面破损', 问题来源: '代表' } },
    ])
  })

  it('given a line was copied, the second one is a conflict, not a second matter', () => {
    const side = sideOf([one])
    const seen = compareLedger('full', [rowOf(one, 1), rowOf(one, 2, { 责任人: '丁' })], side, side)
    expect(seen).toMatchObject({ unchanged: 1, conflicts: [{ row: 5, why: 'twice' }] })
  })

  it('given a line of another export was pasted in, it is a conflict, not a change', () => {
    const older = rowOf(entry(1, { progress: '2026-10-01：已开工' }), 1, { 责任人: '丁' })
    const seen = compareLedger('full', [older], sideOf([one]), sideOf([one]))
    expect(seen).toMatchObject({ changed: [], conflicts: [{ number: 1, why: 'foreign' }] })
  })

  it('given words longer than a cell holds, cut as they were exported, nothing differs', () => {
    const long = entry(1, { measures: '长'.repeat(40_000) })
    const side = sideOf([long])
    const cut = rowOf(long, 1, { 整改措施: cutToCell('长'.repeat(40_000)) })
    expect(compareLedger('full', [cut], side, side)).toMatchObject({ changed: [], unchanged: 1 })
  })

  it('given a key that the ledger never gave, it is a conflict', () => {
    const seen = compareLedger('full', [rowOf(two, 1)], sideOf([one]), sideOf([one, two]))
    expect(seen.conflicts).toMatchObject([{ number: 2, why: 'gone' }])
  })

  it('every line of the file is in exactly one place, and every matter then is seen or removed', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 })
    const lines = fc.array(
      fc.record({ number: fc.integer({ min: 1, max: 40 }), does: fc.constantFrom('丙', '丁') }),
    )
    fc.assert(
      fc.property(numbers, lines, (then, written) => {
        const side = sideOf(then.map((number) => entry(number)))
        const rows = written.map(({ number, does }, at) =>
          rowOf(entry(number), at, { 责任人: does }),
        )
        const seen = compareLedger('full', rows, side, side)
        const placed = seen.changed.length + seen.conflicts.length + seen.new.length
        expect(placed + seen.unchanged).toBe(rows.length)
        const known = new Set(written.map(({ number }) => number))
        expect(seen.removed.map(({ number }) => number)).toEqual(
          then.filter((number) => !known.has(number)),
        )
      }),
    )
  })
})

describe('the forms of the offices', () => {
  it('names its columns once in every form, so that a line can be read again', () => {
    for (const key of layoutKeys) {
      const headings = layouts[key].columns.map(({ heading }) => heading)
      expect(new Set(headings).size).toBe(headings.length)
    }
  })
})
