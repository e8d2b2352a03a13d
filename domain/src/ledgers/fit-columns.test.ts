import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitColumns, type Fitted, type FileTable } from './fit-columns.ts'
import { layoutKeys, layouts, type Layout } from './layouts.ts'

const { full } = layouts
const headings = full.columns.map(({ heading }) => heading)
const key = '#事项'

/** A sheet of two lines whose cells say their own heading. */
function sheetOf(heads: readonly string[], keyAt: number | null = heads.indexOf(key)): FileTable {
  const line = (row: number) => ({ row, cells: heads.map((words) => `${words}${row}`) })
  const head = { row: 3, cells: heads }
  if (keyAt !== null) return { heads: [head], keyAt, rows: [line(4), line(5)] }
  return { heads: [head], keyAt, rows: [head, line(4), line(5)] }
}

function fitted(layout: Layout, table: FileTable): Fitted {
  const done = fitColumns(layout, table)
  if (typeof done === 'string') throw new Error(done)
  return done
}

describe('the columns of a sheet that came back', () => {
  it('given any were moved, taken out and put in, each cell is read under its own heading or not at all', () => {
    const extras = ['电话', '科室电话', '分数']
    const kept = fc.shuffledSubarray(headings, { minLength: 3 })
    const put = fc.shuffledSubarray(extras)
    fc.assert(
      fc.property(kept, put, fc.nat(), (some, more, seed) => {
        const mixed = [...some, ...more, key].sort((a, b) => hash(a, seed) - hash(b, seed))
        const done = fitColumns(full, sheetOf(mixed))
        const says = new Set(some.filter((one) => !['序号', '协办单位', '备注'].includes(one)))
        if (says.size === 0) return expect(done).toBe('columns-unknown')
        if (typeof done === 'string') throw new Error(done)
        expect(done.lines.map(({ cells }) => cells)).toEqual(
          [4, 5].map((row) => [
            ...headings.map((words) => (some.includes(words) ? `${words}${row}` : null)),
            `${key}${row}`,
          ]),
        )
        expect(done.columns.missing).toEqual(headings.filter((words) => !some.includes(words)))
        expect([...done.columns.ignored].sort()).toEqual([...more].sort())
      }),
    )
  })

  it('given a heading was renamed, neither is taken for the other: one is missing, one is not read', () => {
    const renamed = [...headings, key].map((words) => (words === '责任人' ? '联系电话' : words))
    const { columns, lines } = fitted(full, sheetOf(renamed))
    expect(columns).toEqual({ missing: ['责任人'], ignored: ['联系电话'], told: 'by-name' })
    expect(lines[0]?.cells[headings.indexOf('责任人')]).toBeNull()
  })

  it('given words without a heading stand beyond the form, their column is named by its letters', () => {
    const table = sheetOf([...headings, key, ''])
    const rows = table.rows.map((line) => ({
      ...line,
      cells: [...line.cells.slice(0, -1), '旁批'],
    }))
    expect(fitted(full, { ...table, rows }).columns.ignored).toEqual(['W列'])
    const none = table.rows.map((line) => ({ ...line, cells: line.cells.slice(0, -1) }))
    expect(fitted(full, { ...table, rows: none }).columns.ignored).toEqual([])
  })

  it('given the hidden column was taken out, lines are told by their numbers, wherever the heads stand', () => {
    const title = { row: 1, cells: ['整改台账'] }
    const table = sheetOf(headings, null)
    const { columns, lines } = fitted(full, {
      ...table,
      heads: [title, ...table.heads],
      rows: [title, ...table.rows],
    })
    expect(columns.told).toBe('by-number')
    expect(lines.map(({ row }) => row)).toEqual([4, 5])
    const without = headings.filter((words) => words !== '问题编号')
    expect(fitColumns(full, sheetOf(without, null))).toBe('lines-unnamed')
    expect(fitColumns(full, sheetOf(['甲', '乙', key]))).toBe('columns-unknown')
  })

  it('given headings of several rows, the group above tells two alike apart', () => {
    const own: Layout = {
      name: '本县',
      columns: [
        { field: 'number', heading: '编号', width: 6 },
        { field: 'opinion', heading: '问题', width: 6 },
        { field: 'leads', heading: '牵头·姓名', width: 6 },
        { field: 'does', heading: '承办·姓名', width: 6 },
      ],
      heads: {
        rows: [
          ['编号', '问题', '牵头', '承办'],
          ['', '', '姓名', '姓名'],
        ],
        merged: [],
      },
    }
    const heads = [
      { row: 3, cells: ['承办', '编号', '问题', '牵头', ''] },
      { row: 4, cells: ['姓名', '编号', '问题', '姓名', key] },
    ]
    const rows = [{ row: 5, cells: ['丙', '1', '漏水', '乙', 'x'] }]
    expect(fitted(own, { heads, keyAt: 4, rows }).lines[0]?.cells).toEqual([
      '1',
      '漏水',
      '乙',
      '丙',
      'x',
    ])
    // One of the two is gone and the groups with it: which one is left nobody can know.
    const torn = {
      heads: [{ row: 4, cells: ['姓名', '编号', '问题', key] }],
      keyAt: 3,
      rows: [{ row: 5, cells: ['丙', '1', '漏水', 'x'] }],
    }
    expect(fitted(own, torn).columns).toMatchObject({
      missing: ['牵头·姓名', '承办·姓名'],
      ignored: ['姓名'],
    })
  })

  it('given nothing was touched, every form fits itself', () => {
    for (const name of layoutKeys) {
      const own = layouts[name].columns.map(({ heading }) => heading)
      const { columns } = fitted(layouts[name], sheetOf([...own, key]))
      expect(columns).toEqual({ missing: [], ignored: [], told: 'by-name' })
    }
  })
})

function hash(text: string, seed: number): number {
  return [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0) + seed) % 9973, 7)
}
