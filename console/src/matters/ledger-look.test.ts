import { describe, expect, it } from 'vitest'
import { firstLook, readLook, writeLook } from './ledger-look.ts'

describe('the remembered look of the ledger', () => {
  it('comes back as it was kept', () => {
    const look = { density: 'tight', columns: ['unit', 'phase'] } as const
    expect(readLook(writeLook(look))).toEqual(look)
  })

  it('may have no optional column at all', () => {
    expect(readLook(writeLook({ density: 'roomy', columns: [] })).columns).toEqual([])
  })

  it('is the first look when nothing, or nonsense, was kept', () => {
    expect(readLook(null)).toEqual(firstLook)
    expect(readLook('huge;unit')).toEqual(firstLook)
  })
})
