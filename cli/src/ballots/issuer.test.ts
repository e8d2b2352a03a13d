import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

let folder = ''
let published = ''
beforeAll(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'luoshi-teller-issuer-'))
  folder = join(scratch, '发票机')
  published = join(scratch, 'published')
  const frozen = join(import.meta.dirname, '..', '..', '..', 'ballots', 'testdata', 'bulletin')
  await cp(frozen, published, { recursive: true })
})
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

describe('luoshi ballot issuer', () => {
  it('makes keys and slips once, keeps no code, and signs for no other manifest', async () => {
    const making = ['ballot', 'issuer', 'new', folder, '--contests', '1', '--slips', '2', '--json']
    const made = await tryLuoshi(making)
    expect(made.exit).toBe(0)
    expect(onlyValue(made)).toMatchObject({
      ok: true,
      keys: [{ e: 'AQAB' }],
      slips: [{ label: '监票人票条001' }, { label: '监票人票条002' }],
    })
    const codes = [...made.out.join('').matchAll(/"code":"([^"]+)"/g)].map(([, code]) => code)
    const kept = await readFile(join(folder, 'slips.json'), 'utf8')
    expect(codes).toHaveLength(2)
    for (const code of codes) expect(kept).not.toContain(code)
    expect((await tryLuoshi(making)).exit).toBe(2)
    const manifest = join(published, 'manifest.json')
    const other = await tryLuoshi(['ballot', 'issuer', 'serve', folder, '--manifest', manifest])
    expect(other).toMatchObject({ exit: 1, err: expect.stringContaining('WRONG_MANIFEST') })
    const issued = await tryLuoshi(['ballot', 'issuer', 'issued', folder])
    expect(issued.out).toEqual(['[]'])
  }, 60_000)
})
