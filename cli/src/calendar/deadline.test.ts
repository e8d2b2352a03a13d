import { describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

const ask = (from: string, count: string, unit: string, ...more: readonly string[]) =>
  tryLuoshi(['deadline', '--from', from, '--count', count, '--unit', unit, '--json', ...more])

describe('luoshi deadline', () => {
  it('gives the day, what was skipped, and the rule', async () => {
    const said = await ask('2026-04-30', '3', 'working')
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({
      date: '2026-05-08',
      unit: 'working',
      counted: 3,
      skipped: [
        { date: '2026-05-01', why: '劳动节' },
        { date: '2026-05-02', why: '劳动节' },
        { date: '2026-05-03', why: '劳动节' },
        { date: '2026-05-04', why: '劳动节' },
        { date: '2026-05-05', why: '劳动节' },
      ],
      uncertain: false,
      rule: expect.stringContaining('第二百零一条'),
    })
  })

  it('counts by a county’s own rule book', async () => {
    expect(
      onlyValue(await ask('2026-03-02', '15', 'natural', '--rulebook', 'zhenhai')),
    ).toMatchObject({ date: '2026-03-17', rulebook: 'zhenhai' })
  })

  it.each([
    ['2026-02-30', '1', 'natural'],
    ['明天', '1', 'natural'],
    ['2026-03-02', '0', 'natural'],
    ['2026-03-02', '1.5', 'natural'],
    ['2026-03-02', '99999', 'natural'],
    ['2026-03-02', '1', 'fortnight'],
    ['9999-01-01', '1', 'working'],
  ])('does not understand %s, %s, %s', async (from, count, unit) => {
    const said = await ask(from, count, unit)
    expect(said.exit).toBe(2)
    expect(onlyValue(said)).toMatchObject({ ok: false, code: 'not-understood' })
  })

  it('does not know a rule book it does not have', async () => {
    expect((await ask('2026-03-02', '1', 'natural', '--rulebook', 'atlantis')).exit).toBe(2)
  })

  it('tells a person that the holidays of a year are not out', async () => {
    const line = ['deadline', '--from', '2026-12-30', '--count', '10', '--unit', 'working']
    expect((await tryLuoshi(line)).out.join('\n')).toContain('尚未公布')
  })
})
