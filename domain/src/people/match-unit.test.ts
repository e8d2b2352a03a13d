import { idOf } from '../kernel/ids.ts'
import { describe, expect, it } from 'vitest'
import { matchUnit } from './match-unit.ts'

const unit = (id: string, name: string, status: 'active' | 'merged' = 'active') => ({
  id: idOf('unit', `unit_${id}`),
  name,
  status,
})
const units = [
  unit('aaaa', '清禾县水利局'),
  unit('bbbb', '清禾县教育局'),
  unit('cccc', '清禾县林业局', 'merged'),
]

describe('finding the unit a paper means', () => {
  it('finds it by its whole name', () => {
    expect(matchUnit('清禾县水利局', units)).toBe('unit_aaaa')
  })
  it('finds it without the place before it, or with a shorter one', () => {
    expect(matchUnit('水利局', units)).toBe('unit_aaaa')
    expect(matchUnit('县水利局', units)).toBe('unit_aaaa')
  })
  it('guesses nothing when several fit or none does', () => {
    expect(matchUnit('局', units)).toBeNull()
    expect(matchUnit('县财政局', units)).toBeNull()
    expect(matchUnit(undefined, units)).toBeNull()
  })
  it('never proposes a unit that has merged into another', () => {
    expect(matchUnit('县林业局', units)).toBeNull()
  })
})
