import { describe, expect, it } from 'vitest'
import { commandKeys } from './command-key.ts'

describe('the name of a submission', () => {
  it('stays while the same content is sent again', () => {
    const keys = commandKeys()
    expect(keys.keyFor({ version: 3, signer: '周岚' })).toBe(
      keys.keyFor({ version: 3, signer: '周岚' }),
    )
  })

  it('is a new one once the content or the version differs', () => {
    const keys = commandKeys()
    const first = keys.keyFor({ version: 3, signer: '周岚' })
    expect(keys.keyFor({ version: 4, signer: '周岚' })).not.toBe(first)
  })
})
