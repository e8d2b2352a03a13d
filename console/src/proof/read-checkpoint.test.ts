import { describe, expect, it } from 'vitest'
import { readCheckpoint } from './read-checkpoint.ts'

describe('a signed checkpoint', () => {
  it('says whose ledger, how many entries, which root', () => {
    expect(readCheckpoint('luoshi.example\n42\ncm9vdA==\n\n— luoshi.example c2ln\n')).toEqual({
      origin: 'luoshi.example',
      size: 42,
      root: 'cm9vdA==',
    })
  })

  it('is not read out of anything else', () => {
    expect(readCheckpoint('')).toBeNull()
    expect(readCheckpoint('luoshi.example\nmany\ncm9vdA==\n')).toBeNull()
  })
})
