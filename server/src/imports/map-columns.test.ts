/** A county's own sheet comes in over HTTP: seen, corrected, learned, known the second time, confirmed in the review. */
import { idOf } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSight } from '@luoshi/papers/mapping/read-sight'
import { minimalPdf } from '../../../papers/testing/minimal-pdf.ts'
import { oddDocument, oddPage } from '../../../papers/testing/odd-document.ts'
import { oddSheet } from '../../../papers/testing/odd-sheet.ts'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { confirmImport, getImport, importFile } from '../contract/imports.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import {
  applyMapping,
  dropOwnLayout,
  getSheets,
  listOwnLayouts,
  previewMapping,
  renameOwnLayout,
} from '../contract/mappings.ts'

let site: TestSite
let clerk: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

async function bring(bytes: Uint8Array, name = '整改台账.xlsx') {
  const headers = { 'x-file-name': encodeURIComponent(name) }
  return answered(importFile, await clerk.send('POST', '/api/v1/imports', bytes, headers))
}

const sheetsOf = async (id: string) =>
  answered(getSheets, await clerk.get(`/api/v1/imports/${id}/sheets`))

describe('a county’s own sheet', () => {
  it('asks for its columns, shows the rows and their problems, and keeps nothing yet', async () => {
    const { import: id, toMap } = await bring(oddSheet())
    expect(toMap).toBe(true)
    const { sheets, mapping } = await sheetsOf(id)
    expect(mapping).toBeNull()
    const [first] = sheets
    if (!first) throw new Error('No sheet')
    expect(first.learned).toBeNull()
    const body = { mapping: [first.sight.proposed.mapping] }
    const path = `/api/v1/imports/${id}/mapped-rows`
    const seen = await answered(previewMapping, await clerk.send('POST', path, body))
    expect(seen.rows.map(({ rows, unit, problems }) => ({ rows, unit, problems }))).toEqual([
      { rows: [6, 7], unit: '水利局', problems: ['merged-cell'] },
      { rows: [8], unit: '水利局', problems: ['due-period', 'due-year-guessed', 'merged-cell'] },
      { rows: [10], unit: '交通局', problems: ['unit-unknown', 'due-no-day', 'hidden-row'] },
    ])
    expect(seen.counted).toEqual({ total: 13, mapped: 4, leftOut: 9 })
    expect((await sheetsOf(id)).mapping).toBeNull()
  })

  it('asks in the same way for a table on a web page or in a Word document', async () => {
    for (const [name, bytes] of [
      ['整改台账.html', oddPage()],
      ['整改台账.docx', oddDocument()],
    ] as const) {
      const { import: id, toMap } = await bring(bytes, name)
      expect(toMap).toBe(true)
      const [first] = (await sheetsOf(id)).sheets
      expect(first?.sight.proposed.mapping).toMatchObject({ headFrom: 3, headTo: 4 })
    }
  })

  it('takes a PDF as the browser sends it', async () => {
    const words = '一、青石街片区供水管网漏损严重，群众多次报修。'
    const pdf = minimalPdf({ pages: [[{ x: 80, y: 120, text: words }]] })
    const { parsed, toMap } = await bring(pdf, '意见.pdf')
    expect([parsed.kind, toMap]).toEqual(['pdf', false])
    expect(parsed.text).toContain('供水管网漏损严重')
  })

  it('refuses a mapping without the words of the opinions, and says what to do', async () => {
    const { import: id } = await bring(oddSheet())
    const mapping = { sheet: 0, headFrom: 3, headTo: 4, lastRow: null, columns: ['unit'] }
    const path = `/api/v1/imports/${id}/mapped-rows`
    const refused = await clerk.send('POST', path, { mapping: [mapping] })
    expect(await problemIn(refused)).toMatchObject({ status: 409, code: 'mapping-unfit' })
  })

  it('is learned once, known the second time, and becomes matters with every row accounted for', async () => {
    const { import: id } = await bring(oddSheet())
    const [first] = (await sheetsOf(id)).sheets
    if (!first) throw new Error('No sheet')
    const { mapping } = first.sight.proposed
    const columns = mapping.columns.map((field, at) => (at === 8 ? 'remark' : field))
    const body = { mapping: [{ ...mapping, columns }], keep: [{ sheet: 0, name: '县人大办台账' }] }
    const read = await answered(
      applyMapping,
      await clerk.send('POST', `/api/v1/imports/${id}/mapping`, body),
    )
    expect(read.mapped).toBe(true)
    expect(read.parsed.items).toHaveLength(3)

    const second = await bring(oddSheet({ opinions: ['甲地停水一周无人答复。', '乙', '丙'] }))
    expect(second.toMap).toBe(false)
    const again = await sheetsOf(second.import)
    expect(again.mapping).toEqual(body.mapping)
    expect(again.sheets[0]?.learned).toMatchObject({ name: '县人大办台账', isExact: true })
    expect(again.sheets[0]?.sight.proposed.columns.map(({ confidence }) => confidence)).toEqual(
      columns.map(() => 'learned'),
    )

    const { parsed } = await answered(
      getImport,
      await clerk.get(`/api/v1/imports/${second.import}`),
    )
    const items = parsed.items.map(({ text, title, paragraphs, noted }) => ({
      text,
      noted,
      paragraphs,
      channel: 'letter',
      raiserKind: 'public',
      raiser: '',
      receivedOn: site.county.clock.today(),
      disposition: { kind: 'matter', title: title ?? text.slice(0, 20), unit: null },
    }))
    const leftOut = parsed.leftOut.map(({ paragraph, reason }) => ({ paragraph, reason }))
    const path = `/api/v1/imports/${second.import}/confirm`
    const done = await answered(
      confirmImport,
      await clerk.send('POST', path, { appraisal: site.county.appraisal, items, leftOut }),
    )
    expect(done.raised).toHaveLength(3)
    expect(done.paragraphs.total).toBe(done.paragraphs.mapped + done.paragraphs.leftOut)
    // 措施, 责任领导, 责任人 and 时限 of the sheet go with the matter, for the unit to take over; they are no plan.
    const { state } = await loadMatter(
      site.county.world.db,
      site.county.congress,
      done.raised[0]?.matter ?? idOf('matter', 'matter_none0000'),
    )
    expect(isOpened(state) && state.noted).toEqual({
      measures: '更换管网12公里\n建立漏损台账',
      due: '2026-06-30',
      dueOn: '2026-06-30',
      oversees: '张建国（副县长）',
      does: '王芳',
    })
    expect(isOpened(state) && state.rounds).toEqual([])
    const late = await clerk.send('POST', `/api/v1/imports/${second.import}/mapping`, body)
    expect(await problemIn(late)).toMatchObject({ code: 'import-not-open' })
  })

  it('comes out again in the county’s own form: the same headings over the same columns', async () => {
    const [row] = (await answered(listOwnLayouts, await clerk.get('/api/v1/own-layouts'))).rows
    const made = await clerk.get(`/api/v1/ledger.xlsx?layout=${row?.id}`)
    const sight = readSight(new Uint8Array(await made.arrayBuffer()))
    const theirs = readSight(oddSheet())
    if (!sight.ok || !theirs.ok) throw new Error('unreadable')
    const [sheet] = sight.value.sheets
    expect(sheet?.proposed.print).toBe(theirs.value.sheets[0]?.proposed.print)
    expect(sheet?.rows.slice(4).map(({ cells }) => cells.slice(0, 3))).toEqual([
      ['1', '群众', '甲地停水一周无人答复。'],
      ['2', '群众', '乙'],
      ['3', '群众', '丙'],
    ])
    expect(sheet?.rows[0]?.cells[0]).toBe('清禾县2026年述职评议意见整改台账')
    const unknown = await clerk.get('/api/v1/ledger.xlsx?layout=layout_none0000')
    expect(await problemIn(unknown)).toMatchObject({ code: 'layout-not-kept' })
  })

  it('of other headings is only likened to what is known, and the clerk is asked', async () => {
    const { import: id, toMap } = await bring(oddSheet({ heading: '存在的不足' }))
    expect(toMap).toBe(true)
    const [first] = (await sheetsOf(id)).sheets
    expect(first?.learned).toMatchObject({ name: '县人大办台账', isExact: false })
    const ways = first?.sight.proposed.columns.map(({ confidence }) => confidence)
    expect(ways?.filter((one) => one === 'learned')).toHaveLength(9)
  })

  it('has its layout listed, renamed and deleted; then it is asked for again', async () => {
    const [row] = (await answered(listOwnLayouts, await clerk.get('/api/v1/own-layouts'))).rows
    if (!row) throw new Error('No layout')
    const path = `/api/v1/own-layouts/${row.id}`
    const named = { version: row.version, name: '人大办台账（新）' }
    const renamed = await answered(
      renameOwnLayout,
      await clerk.send('POST', `${path}/rename`, named),
    )
    expect(renamed.rows.map(({ name }) => name)).toEqual(['人大办台账（新）'])
    expect((await clerk.send('POST', `${path}/drop`, { version: row.version })).status).toBe(409)
    const version = renamed.rows[0]?.version
    // Of two who rename it in the same moment one is told, and so is whoever read it before.
    const names = ['甲起的名称', '乙起的名称']
    const both = await Promise.all(
      names.map((name) => clerk.send('POST', `${path}/rename`, { version, name })),
    )
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    for (const answer of both.filter(({ status }) => status === 409))
      expect((await problemIn(answer)).code).toBe('version-conflict')
    const late = await clerk.send('POST', `${path}/rename`, { version, name: '丙起的名称' })
    expect((await problemIn(late)).code).toBe('version-conflict')
    const left = await answered(
      dropOwnLayout,
      await clerk.send('POST', `${path}/drop`, { version: (version ?? 0) + 1 }),
    )
    expect(left.rows).toEqual([])
    expect((await bring(oddSheet())).toMap).toBe(true)
  })

  it('as .csv goes the same way, in GB18030 and with lines inside cells', async () => {
    // 序号,存在问题,责任单位,整改措施,责任人
    const head = 'd0f2bac52cb4e6d4dacecacce22cd4f0c8ceb5a5cebb2cd5fbb8c4b4ebcaa92cd4f0c8cec8cb'
    const lines = '\n1,"B\nC",D,E,F\n2,G,H,I,J\n'
    const bytes = Buffer.concat([Buffer.from(head, 'hex'), Buffer.from(lines)])
    const { import: id, toMap } = await bring(bytes, '台账.csv')
    expect(toMap).toBe(true)
    const [first] = (await sheetsOf(id)).sheets
    if (!first) throw new Error('No sheet')
    const { mapping } = first.sight.proposed
    expect(mapping.columns).toEqual(['place', 'opinion', 'unit', 'measures', 'does'])
    const path = `/api/v1/imports/${id}/mapping`
    const body = { mapping: [mapping], keep: [] }
    const read = await answered(applyMapping, await clerk.send('POST', path, body))
    expect(read.mapped).toBe(true)
    expect(read.parsed.items.map(({ text, noted }) => [text, noted])).toEqual([
      ['B\nC', { measures: 'E', does: 'F' }],
      ['G', { measures: 'I', does: 'J' }],
    ])
  })

  it('is for clerks only', async () => {
    const { import: id } = await bring(oddSheet())
    const staff = await site.as('unitStaff', site.county.roads.unit)
    expect((await staff.get(`/api/v1/imports/${id}/sheets`)).status).toBe(403)
  })
})
