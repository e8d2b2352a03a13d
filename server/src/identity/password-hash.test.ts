import { argon2Sync, randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hashGate } from './hash-gate.ts'
import { hashCost, hashPassword, isOutgrown, isPassword } from './password-hash.ts'
import { passwordKeeper } from './password-keeper.ts'
import { cheap } from './testing/identity-place.ts'

describe('argon2id of this Node', () => {
  it('gives the tag of RFC 9106, section 5.3', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      parallelism: 4,
      tagLength: 32,
      memory: 32,
      passes: 3,
    })
    expect(tag.toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    )
  })
})

describe('a password hash', () => {
  it('of the product costs at least what OWASP asks', () => {
    expect(hashCost.memory).toBeGreaterThanOrEqual(19 * 1024)
    expect(hashCost.passes).toBeGreaterThanOrEqual(2)
  })

  it('says how it was made, is salted, and matches its password only', async () => {
    const first = await hashPassword('落实到位', cheap, randomBytes)
    const second = await hashPassword('落实到位', cheap, randomBytes)
    expect(first).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPassword('落实到位', first)).toBe(true)
    expect(await isPassword('落实到未', first)).toBe(false)
  })

  it('is outgrown when the cost has risen, and checked by its own cost till then', async () => {
    const old = await hashPassword('落实到位', cheap, randomBytes)
    const dearer = { memory: 128, passes: 1 }
    expect(isOutgrown(old, dearer)).toBe(true)
    expect(isOutgrown(old, cheap)).toBe(false)
    const keeper = passwordKeeper(dearer, randomBytes)
    expect(await keeper.matches('落实到位', old)).toEqual({ ok: true, value: true })
  })

  it('is no match for an account that has none, whatever is typed', async () => {
    const keeper = passwordKeeper(cheap, randomBytes)
    expect(await keeper.matches('', null)).toEqual({ ok: true, value: false })
  })
})

describe('the work of an unknown account', () => {
  it('is as much as that of a known one', async () => {
    const keeper = passwordKeeper({ memory: 16_384, passes: 2 }, randomBytes)
    const kept = await keeper.hash('落实到位')
    if (!kept.ok) throw new Error('Busy')
    await keeper.matches('wrong', null)
    const cpuOf = async (hash: string | null): Promise<number> => {
      const before = process.cpuUsage()
      for (let n = 0; n < 4; n += 1) await keeper.matches('wrong', hash)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    const [unknown, known] = [await cpuOf(null), await cpuOf(kept.value)]
    expect(unknown / known).toBeGreaterThan(0.5)
    expect(unknown / known).toBeLessThan(2)
  })
})

describe('the gate before the hashing', () => {
  it('lets two work, two wait, and sends the fifth away', async () => {
    const gate = hashGate(2, 2)
    const ends: (() => void)[] = []
    let working = 0
    let most = 0
    const work = async (): Promise<string> => {
      working += 1
      most = Math.max(most, working)
      await new Promise<void>((resolve) => ends.push(resolve))
      working -= 1
      return 'done'
    }
    const four = [gate(work), gate(work), gate(work), gate(work)]
    expect(await gate(work)).toEqual({ ok: false, refusal: { code: 'busy' } })
    while (ends.length > 0) {
      ends.shift()?.()
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(await Promise.all(four)).toEqual(four.map(() => ({ ok: true, value: 'done' })))
    expect(most).toBe(2)
  })

  it('frees the place of work that failed', async () => {
    const gate = hashGate(1, 0)
    await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await gate(() => Promise.resolve(1))).toEqual({ ok: true, value: 1 })
  })
})
