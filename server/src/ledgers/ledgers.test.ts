import { day } from '@luoshi/domain/kernel/day'
import { aboutText, aboutToSeal } from '@luoshi/papers/ledgers/ledger-about'
import { keyHeading, ledgerPlan } from '@luoshi/papers/ledgers/ledger-sheet'
import { readLedgerFile, type LedgerFile } from '@luoshi/papers/ledgers/read-ledger-file'
import { layouts, type LayoutKey } from '@luoshi/domain/ledgers/layouts'
import { writeWorkbook } from '@luoshi/papers/sheets/write-workbook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import type { Principal } from '../identity/principal.ts'
import type { MatterFilter } from '../matters/matter-query.ts'
import { exportLedger } from './export-ledger.ts'
import { previewLedger } from './preview-ledger.ts'

let county: TestCounty
let pipes: Awaited<ReturnType<TestCounty['handOver']>>
let bridge: Awaited<ReturnType<TestCounty['handOver']>>
beforeAll(async () => {
  county = await testCounty()
  pipes = await county.handOver('供水管网漏损', county.water)
  bridge = await county.handOver('桥面破损', county.roads)
  await county.raise('校门口拥堵')
})
afterAll(() => county[Symbol.asyncDispose]())

async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

async function exported(
  by: Principal,
  layout: LayoutKey = 'full',
  filter: MatterFilter = {},
): Promise<LedgerFile> {
  const { pieces } = value(await exportLedger(county.world, { by, filter, layout }))
  return value(readLedgerFile(await wholeOf(pieces)))
}

/** The same file with its columns as somebody moved, took out and put in. */
function rearranged(
  { about, rows }: LedgerFile,
  wanted: readonly string[],
  words: (cells: readonly string[], heading: string) => string,
) {
  const { columns, ...plan } = ledgerPlan(layouts.full, { title: '', note: '' })
  const kept = wanted.map(
    (heading) =>
      columns.find((one) => one.heading === heading) ?? {
        heading,
        width: 9,
        kind: 'text' as const,
      },
  )
  const writer = writeWorkbook(
    { ...plan, columns: kept.map((one) => ({ ...one, kind: 'text' })) },
    aboutText(about, about.seal),
  )
  return Buffer.concat([
    writer.rows(rows.map(({ cells }) => wanted.map((heading) => words(cells, heading)))),
    writer.end(),
  ])
}

/** The same file as somebody changed and saved it. */
function saved({ about, rows }: LedgerFile, change: (cells: string[], at: number) => string[]) {
  const plan = ledgerPlan(layouts.full, { title: '', note: '' })
  const writer = writeWorkbook(
    { ...plan, columns: plan.columns.map((one) => ({ ...one, kind: 'text' })) },
    aboutText(about, about.seal),
  )
  return Buffer.concat([
    writer.rows(rows.map(({ cells }, at) => change([...cells], at))),
    writer.end(),
  ])
}

const columnOf = (heading: string) =>
  layouts.full.columns.findIndex((one) => one.heading === heading)

const preview = async (bytes: Uint8Array) =>
  value(await previewLedger(county.world, { by: county.as('clerk'), bytes }))

describe('the ledger as a sheet', () => {
  it('has every matter of the congress for the clerk, and for a unit only what it answers for', async () => {
    expect((await exported(county.as('clerk'))).rows).toHaveLength(3)
    const { unit } = county.water
    const { rows } = await exported(county.as('unitStaff', unit))
    expect(rows.map(({ cells }) => cells[columnOf('评议意见原文')])).toEqual([
      '供水管网漏损，群众反映多次。',
    ])
    expect((await exported(county.as('observer'))).rows).toEqual([])
  })

  it('comes in each form of the offices, under its own headings', async () => {
    const { rows } = await exported(county.as('clerk'), 'yunyang', { unit: county.water.unit })
    expect(rows.map(({ cells }) => cells.slice(0, 6))).toEqual([
      ['1', '群众', '供水管网漏损', '供水管网漏损，群众反映多次。', '问题类', '水利局'],
    ])
  })

  it('is of one moment: what happens while it is written is not in it', async () => {
    const asked = { by: county.as('clerk'), filter: {}, layout: 'full' } as const
    const { pieces } = value(await exportLedger(county.world, asked))
    await county.step(county.as('unitStaff', county.roads.unit), bridge, {
      type: 'SignReceipt',
      signer: '收发员',
    })
    const { rows } = value(readLedgerFile(await wholeOf(pieces)))
    const states = rows.map(({ cells }) => cells[columnOf('当前状态')])
    expect(states).toEqual(['已交办', '已交办', '拟稿'])
  })
})

describe('a sheet that comes back', () => {
  it('untouched differs in nothing, and writes nothing', async () => {
    const file = await exported(county.as('clerk'))
    const before = file.about.seq
    const seen = await preview(saved(file, (cells) => cells))
    expect(seen).toMatchObject({ new: [], changed: [], removed: [], conflicts: [], unchanged: 3 })
    expect((await exported(county.as('clerk'))).about.seq).toBe(before)
  })

  it('shows what was changed, deleted and added, and what both sides changed', async () => {
    const file = await exported(county.as('clerk'))
    const { unit } = county.water
    await county.step(county.as('unitStaff', unit), pipes, {
      type: 'SignReceipt',
      signer: '收发员',
    })
    const bytes = saved(file, (cells, at) => {
      if (at === 0) cells[columnOf('当前状态')] = '已销号'
      if (at === 1) cells[columnOf('责任人')] = '丁某'
      if (at === 2) return ['', '', '新增：路口没有信号灯', '人大代表']
      return cells
    })
    const seen = await preview(bytes)
    expect(seen.conflicts).toMatchObject([
      {
        matter: pipes,
        why: 'both',
        changes: [{ was: '已交办', file: '已销号', ledger: '制定方案' }],
      },
    ])
    expect(seen.changed).toMatchObject([{ matter: bridge, changes: [{ file: '丁某' }] }])
    expect(seen.removed).toMatchObject([{ title: '校门口拥堵' }])
    expect(seen.new).toMatchObject([{ cells: { 评议意见原文: '新增：路口没有信号灯' } }])
  })

  it('that only held one unit does not miss the others', async () => {
    const file = await exported(county.as('clerk'), 'full', { unit: county.water.unit })
    const seen = await preview(saved(file, (cells) => cells))
    expect(seen).toMatchObject({ removed: [], unchanged: 1 })
  })

  it('is read by its headings: columns may be moved and taken out, and what is unknown is named', async () => {
    const file = await exported(county.as('clerk'))
    const said = (cells: readonly string[], heading: string) =>
      cells[heading === keyHeading ? layouts.full.columns.length : columnOf(heading)] ?? '12345'
    const wanted = ['责任人', '电话', keyHeading, '当前状态', '评议意见原文']
    const changed = rearranged(file, wanted, (cells, heading) =>
      heading === '责任人' ? '丁某' : said(cells, heading),
    )
    const seen = await preview(changed)
    expect(seen.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual(
      file.rows.map(() => ['does']),
    )
    expect(seen.columns).toMatchObject({ ignored: ['电话'], told: 'by-name' })
    expect(seen.columns.missing).toContain('进展情况')
    expect([...seen.new, ...seen.removed, ...seen.conflicts]).toEqual([])

    const unnamed = rearranged(file, ['当前状态', '问题编号', '责任人'], (cells, heading) =>
      heading === '当前状态' && cells[columnOf('问题编号')] === '1'
        ? '已销号'
        : said(cells, heading),
    )
    expect(await preview(unnamed)).toMatchObject({
      changed: [{ number: 1, changes: [{ field: 'status', file: '已销号' }] }],
      conflicts: [],
      unchanged: file.rows.length - 1,
      columns: { told: 'by-number' },
    })
    const by = county.as('clerk')
    const bytes = rearranged(file, ['当前状态', '责任人'], said)
    expect(await previewLedger(county.world, { by, bytes })).toMatchObject({
      refusal: { code: 'lines-unnamed' },
    })
  })

  it('from another place, or none of ours, is refused in words', async () => {
    const file = await exported(county.as('clerk'))
    const elsewhere = saved(
      { ...file, about: { ...file.about, congress: 'congress_other' } },
      (cells) => cells,
    )
    const { seal } = county.world.sheets
    const early = { ...file.about, seq: file.about.seq - 1 }
    const forgedSeq = saved({ ...file, about: early }, (cells) => cells)
    const later = saved({ ...file, about: { ...file.about, seq: 1_000_000 } }, (cells) => cells)
    const by = county.as('clerk')
    expect(await previewLedger(county.world, { by, bytes: forgedSeq })).toMatchObject({
      refusal: { code: 'ledger-forged' },
    })
    const sealedEarly = { ...early, seal: seal(aboutToSeal(early)) }
    const moved = saved({ ...file, about: sealedEarly }, (cells) => cells)
    expect(value(await previewLedger(county.world, { by, bytes: moved })).conflicts).toMatchObject(
      file.rows.map(() => ({ why: 'foreign' })),
    )
    for (const bytes of [elsewhere, later])
      expect(await previewLedger(county.world, { by, bytes })).toMatchObject({
        refusal: { code: 'ledger-from-elsewhere' },
      })
    const text = new TextEncoder().encode('序号,问题\n1,缺水')
    expect(await previewLedger(county.world, { by, bytes: text })).toMatchObject({
      refusal: { code: 'not-our-ledger' },
    })
  })

  it('is nobody’s to bring back who may change nothing', async () => {
    const file = await exported(county.as('clerk'))
    const bytes = saved(file, (cells) => cells)
    const by = county.as('observer')
    expect(await previewLedger(county.world, { by, bytes })).toMatchObject({
      refusal: { status: 403 },
    })
  })

  it('keeps the day it was exported on', async () => {
    expect((await exported(county.as('clerk'))).about.on).toBe(day('2026-03-02'))
  })
})
