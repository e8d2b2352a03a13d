import { expect, it } from 'vitest'
import { keyed } from './ticks-form.tsx'

const scale = { key: 'duty', options: ['satisfied', 'mostly', 'unknown'], many: false, when: null }

it('ticks by the digit of an option, takes it away by 0, and leaves other keys alone', () => {
  expect(keyed('2', scale, 'satisfied')).toBe('mostly')
  expect(keyed('0', scale, 'satisfied')).toBeNull()
  expect(keyed('9', scale, 'satisfied')).toBeUndefined()
  expect(keyed('a', scale, 'satisfied')).toBeUndefined()
  const many = { ...scale, many: true }
  expect(keyed('1', many, ['mostly'])).toEqual(['mostly', 'satisfied'])
  expect(keyed('2', many, ['mostly'])).toBeNull()
})
