import { day } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { aboutText, readAbout } from './ledger-sheet.ts'

describe('what an exported ledger says of itself', () => {
  const about = {
    congress: 'congress_abc',
    layout: 'full',
    seq: 12,
    on: day('2026-11-26'),
    filter: { late: '1' },
  } as const

  it('comes back as it was written', () => {
    expect(readAbout(aboutText(about))).toEqual(about)
  })

  it.each([
    null,
    '',
    'not json',
    '[]',
    '{}',
    JSON.stringify({ kind: 'luoshi-ledger-1' }),
    aboutText(about).replace('full', 'other'),
    aboutText(about).replace('12', '-1'),
    aboutText(about).replace('2026-11-26', 'yesterday'),
    'x'.repeat(6000),
  ])('is nothing when %s', (text) => {
    expect(readAbout(text)).toBeNull()
  })
})
