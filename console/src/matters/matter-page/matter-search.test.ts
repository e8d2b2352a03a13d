import { describe, expect, it } from 'vitest'
import { readMatterSearch } from './matter-search.ts'

describe('the address of a matter', () => {
  it('names a moment, a day or an open form', () => {
    expect(readMatterSearch({ at: '2026-03-01T08:00:00.000Z' })).toEqual({
      at: '2026-03-01T08:00:00.000Z',
    })
    expect(readMatterSearch({ on: '2026-03-01' })).toEqual({ on: '2026-03-01' })
    expect(readMatterSearch({ step: 'SignReceipt' })).toEqual({ step: 'SignReceipt' })
  })

  it('opens no form while the past is looked at', () => {
    expect(readMatterSearch({ on: '2026-03-01', step: 'SignReceipt' })).toEqual({
      on: '2026-03-01',
    })
  })

  it('leaves out what it does not understand', () => {
    expect(readMatterSearch({ at: 'yesterday', on: '2026-02-30', step: 'Forget' })).toEqual({})
  })
})
