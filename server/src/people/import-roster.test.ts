/** Rosters from real workbooks, right and wrong ones, against a real county. */
import {
  proposeColumns,
  rosterKinds,
  rosterTemplate,
  type RosterKind,
} from '@luoshi/domain/people/roster-columns'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editCell } from '../../../papers/testing/edit-sheet.ts'
import { inlineCell, minimalXlsx, sheetOf } from '../../../papers/testing/minimal-xlsx.ts'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { checkSheet, importRoster, type Choice } from './import-roster.ts'
import { readOfficials } from './list-people.ts'
import { readRoster } from './read-roster.ts'
import { readRosterSheet } from './read-roster-sheet.ts'
import { rosterWorkbook } from './roster-template.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const xlsx = (rows: readonly (readonly string[])[]) => minimalXlsx({ sheets: [sheetOf(rows)] })
const read = (bytes: Uint8Array, kind: RosterKind) => readRosterSheet(bytes, '名册.xlsx', kind)

async function sheet(rows: readonly (readonly string[])[], kind: RosterKind) {
  const { columns, lines } = value(await read(xlsx(rows), kind))
  return { by: county.as('clerk'), kind, columns, lines }
}

async function bring(
  rows: readonly (readonly string[])[],
  kind: RosterKind,
  choices: Readonly<Record<string, Choice>> = {},
) {
  return importRoster(county.world, { ...(await sheet(rows, kind)), choices })
}

const heads = ['序号', '姓名', '单位', '职务', '任免方式']

describe('a roster of officials', () => {
  it('is previewed line by line, and nothing is written before it is confirmed', async () => {
    const { world } = county
    const rows = [
      ['清禾县述职人员名册'],
      heads,
      ['1', '公路局长', '公路局', '局长', '常委会任命'],
      ['2', '李　四', '公路局', '副局长', '非人大任命'],
      ['3', '水利局长', '教育局', '局长', '人大选举'],
      ['4', '王五', '粮食局', '局长', '人大选举'],
      ['5', '赵六', '水利局', '局长', '县委定的'],
    ]
    const before = await readOfficials(world, county.as('clerk'))
    const checked = value(await checkSheet(world, await sheet(rows, 'official')))
    expect(checked.map(({ verdict, line }) => [line.row, line.name, verdict])).toEqual([
      [3, '公路局长', 'same'],
      [4, '李四', 'new'],
      [5, '水利局长', 'doubtful'],
      [6, '王五', 'wrong'],
      [7, '赵六', 'wrong'],
    ])
    expect(await readOfficials(world, county.as('clerk'))).toEqual(before)

    // A wrong line, or a doubtful one nobody decided, stops all of it and is named.
    const refusals = [
      await bring(rows, 'official'),
      await bring(rows, 'official', { 5: 'another' }),
    ]
    const said = refusals.map((one) => (one.ok ? '' : one.refusal.words.zh.what))
    expect(said[0]).toContain('第5行')
    expect(said[1]).toBe('第6行：单位“粮食局”没有登记。')
    expect(await readOfficials(world, county.as('clerk'))).toEqual(before)

    const choices = { 5: 'another', 6: 'skip', 7: 'skip' } as const
    expect(value(await bring(rows, 'official', choices))).toEqual({
      added: 2,
      changed: 0,
      same: 1,
      skipped: 2,
    })
    const after = await readOfficials(world, county.as('clerk'))
    expect(after.filter(({ name }) => name === '水利局长').map(({ unitName }) => unitName)).toEqual(
      expect.arrayContaining(['水利局', '教育局']),
    )
    // Once more brings nothing new.
    expect(value(await bring(rows, 'official', choices))).toMatchObject({ added: 0, same: 3 })
  })
})

describe('a roster of members', () => {
  it('is put in order of office and rank; a changed office is a change, a namesake a question', async () => {
    const { world } = county
    const by = county.as('clerk')
    const rows = [
      ['姓名', '职务', '工作单位'],
      ['钱二', '委员', '县总工会'],
      ['孙三', '副主任', ''],
      ['赵一', '主任', ''],
      ['周一', '委员', '城关镇'],
      ['周一', '委员', '县一中'],
    ]
    const checked = value(await checkSheet(world, await sheet(rows, 'member')))
    expect(checked.map(({ verdict }) => verdict)).toEqual([
      'new',
      'new',
      'new',
      'doubtful',
      'doubtful',
    ])
    value(await bring(rows, 'member', { 5: 'another', 6: 'another' }))
    const names = async () =>
      (await readRoster(world, by, { capacity: 'member' })).map(({ name }) => name)
    expect((await names()).slice(0, 2)).toEqual(['赵一', '孙三'])

    const next = [
      ['姓名', '职务', '工作单位'],
      ['钱二', '副主任', '县总工会'],
      ['周一', '委员', '县医院'],
    ]
    const again = value(await checkSheet(world, await sheet(next, 'member')))
    expect(again.map(({ verdict }) => verdict)).toEqual(['changed', 'doubtful'])
    const [, doubtful] = again
    if (doubtful?.verdict !== 'doubtful') throw new Error('Not doubtful')
    expect(doubtful.like.map(({ unitName }) => unitName)).toEqual(
      expect.arrayContaining(['城关镇', '县一中']),
    )
    value(await bring(next, 'member', { 3: 'skip' }))
    expect((await names()).slice(0, 3)).toEqual(['赵一', '孙三', '钱二'])
  })
})

describe('a wrong roster gets a sentence, and nothing of it is written', () => {
  it('names the column that is missing', async () => {
    const rows = [
      ['姓名', '职务'],
      ['某某', '局长'],
    ]
    expect(value(await read(xlsx(rows), 'official')).missing).toEqual(['unit', 'appointedBy'])
    const done = await checkSheet(county.world, await sheet(rows, 'official'))
    expect(done.ok ? '' : done.refusal.words.zh.what).toBe(
      '名册中没有找到“单位”、“任免方式”这一列。',
    )
    expect(
      await read(
        xlsx([
          ['甲', '乙'],
          ['1', '2'],
        ]),
        'deputy',
      ),
    ).toMatchObject({
      refusal: { code: 'roster-without-names' },
    })
  })

  it('names the row that is doubled, and the row with a formula', async () => {
    const twice = [['姓名'], ['吴七'], ['郑八'], ['吴七']]
    const doubled = value(await checkSheet(county.world, await sheet(twice, 'deputy')))
    expect(doubled.at(-1)).toMatchObject({
      verdict: 'wrong',
      fault: { code: 'line-doubled', first: 2 },
    })
    const book = `<sheetData><row r="1">${inlineCell('A1', '姓名')}</row><row r="2"><c r="A2" t="str"><f>B2</f><v>冯九</v></c></row></sheetData>`
    const { columns, lines } = value(await read(minimalXlsx({ sheets: [book] }), 'deputy'))
    const asked = { by: county.as('clerk'), kind: 'deputy', columns, lines } as const
    const done = await importRoster(county.world, { ...asked, choices: {} })
    expect(done.ok ? '' : done.refusal.words.zh.what).toContain('第2行：含有公式')
  })

  it('refuses five thousand rows, macros, and what is no table', async () => {
    const long = [['姓名'], ...Array.from({ length: 5000 }, (_, at) => [`代表${at}`])]
    expect(await read(xlsx(long), 'deputy')).toMatchObject({ refusal: { code: 'roster-too-long' } })
    const macro = minimalXlsx({
      sheets: [sheetOf([['姓名']])],
      mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
      parts: { 'xl/vbaProject.bin': new Uint8Array([1, 2, 3]) },
    })
    expect(await read(macro, 'deputy')).toMatchObject({ refusal: { code: 'macro' } })
    const csv = new TextEncoder().encode('\uFEFF姓名,单位\r\n"陈,十",一团\r\n')
    const { lines } = value(await readRosterSheet(csv, '名册.csv', 'deputy'))
    expect(lines[0]?.cells).toEqual(['陈,十', '一团'])
  })

  it.each(rosterKinds)(
    'can be filled in on the template of %s and comes back whole',
    async (kind) => {
      const headings = rosterTemplate(kind).map(({ heading }) => heading)
      const sample: Record<string, string> = {
        序号: '1',
        姓名: '某某',
        单位: '公路局',
        职务: '局长',
        常委会职务: '委员',
        任免方式: '常委会任命',
      }
      const template = Buffer.concat(rosterWorkbook(kind))
      expect(value(await read(template, kind))).toMatchObject({ headings, missing: [], lines: [] })
      const first = '<row r="4"'
      const book = headings.reduce<Uint8Array>((so, heading, at) => {
        const column = 'ABCDEF'.charAt(at)
        return editCell(so, { name: first, column }, () => sample[heading] ?? '')
      }, template)
      const asked = value(await read(book, kind))
      expect(asked).toMatchObject({ missing: [], lines: [{ row: 4 }] })
      const { columns, lines } = asked
      const by = county.as('clerk')
      const [line] = value(await checkSheet(county.world, { by, kind, columns, lines }))
      expect(line?.verdict).toBe('new')
    },
  )

  it('is brought in by the clerk alone', async () => {
    const asked = { ...(await sheet([['姓名'], ['某某']], 'deputy')), by: county.as('member') }
    expect(await importRoster(county.world, { ...asked, choices: {} })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(proposeColumns('member', ['姓 名', '职务'])).toEqual({ name: 0, office: 1 })
  })
})
