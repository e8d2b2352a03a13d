import { day } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { aboutText, aboutToSeal, readAbout } from './ledger-about.ts'

describe('what an exported ledger says of itself', () => {
  const about = {
    congress: 'congress_abc',
    layout: 'full',
    seq: 12,
    form: 14,
    on: day('2026-11-26'),
    filter: { late: '1' },
  } as const

  it('comes back as it was written', () => {
    expect(readAbout(aboutText(about, 'abc'))).toEqual({ ...about, seal: 'abc' })
  })

  it('is sealed with all that chooses the base of a comparison', () => {
    const others = [
      { ...about, seq: 13 },
      { ...about, form: 15 },
      { ...about, layout: 'tasks' },
      { ...about, on: day('2026-11-27') },
      { ...about, filter: {} },
      { ...about, congress: 'congress_abd' },
    ] as const
    const sealed = new Set([about, ...others].map(aboutToSeal))
    expect(sealed.size).toBe(others.length + 1)
  })

  it.each([
    null,
    '',
    'not json',
    '[]',
    '{}',
    JSON.stringify({ kind: 'luoshi-ledger-2' }),
    aboutText(about, 'abc').replace('full', 'other'),
    aboutText(about, 'abc').replace('12', '-1'),
    aboutText(about, 'abc').replace('2026-11-26', 'yesterday'),
    'x'.repeat(6000),
  ])('is nothing when %s', (text) => {
    expect(readAbout(text)).toBeNull()
  })
})
