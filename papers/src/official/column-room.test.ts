import { describe, expect, it } from 'vitest'
import { columnRoom } from './column-room.ts'

const columns = (...shares: readonly (readonly [string, number])[]) =>
  shares.map(([heading, width]) => ({ heading, width }))

describe('the columns of a table', () => {
  it('hold a short heading in one line, at the cost of the wide ones', () => {
    const room = columnRoom(columns(['序号', 1], ['事项', 12], ['签收人', 1]), 442)
    expect(room[0]).toBe(33.5)
    expect(room[2]).toBe(45.5)
    expect(room.reduce((sum, one) => sum + one, 0)).toBeCloseTo(442)
  })

  it('hold a day, a figure and a name in one line, as far as others can spare it', () => {
    const dated = columns(['题名', 9], ['时间', 2], ['姓名', 1], ['占比', 1])
    const rows = [['很长的题名，可以分行', '2026年11月18日', '诸葛明远', '100.00%']]
    const room = columnRoom(dated, 442, rows)
    expect(room[1]).toBeGreaterThan(97)
    expect(room[2]).toBe(57.5)
    expect(room[3]).toBeGreaterThan(54)
    expect(room.reduce((sum, one) => sum + one, 0)).toBeCloseTo(442)
    expect(columnRoom(dated, 200, rows)[1]).toBeCloseTo((200 * 2) / 13)
  })

  it('leave room for figures set apart from characters, where that can be spared', () => {
    const dated = columns(['题名', 9], ['日期', 1])
    const rows = [['很长的题名，可以分行', '2026年11月18日']]
    // Eight figures and three characters, and five places where they meet.
    const [need, ample] = [8 * 6.8 + 3 * 12 + 9.5, 8 * 6.8 + 3 * 12 + 9.5 + 5 * 3]
    expect(columnRoom(dated, 442, rows)[1]).toBeCloseTo(ample)
    expect(columnRoom(dated, need + 82, rows)[1]).toBeCloseTo(need)
  })

  it('stay as they are where nothing is short, or the widest cannot spare it', () => {
    const wide = columns(['事项', 1], ['单位', 1])
    expect(columnRoom(wide, 442)).toEqual([221, 221])
    const many = columns(['单位', 3], ...Array.from({ length: 17 }, () => ['在办', 1] as const))
    expect(columnRoom(many, 442)[5]).toBeCloseTo(442 / 20)
  })
})
