import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

let folder = ''
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'luoshi-ballot-')), '公布 的票')
  const frozen = join(import.meta.dirname, '..', '..', '..', 'ballots', 'testdata', 'bulletin')
  await cp(frozen, folder, { recursive: true })
})
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }))

describe('luoshi ballot verify', () => {
  it('counts a published folder anew', async () => {
    const said = await tryLuoshi(['ballot', 'verify', folder, '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({
      ok: true,
      ballots: 4,
      result: { total: [{ cast: 5 }] },
    })
    const spoken = await tryLuoshi(['ballot', 'verify', folder])
    expect(spoken.out.join('\n')).toContain(
      '总体评价：满意 3、基本满意 0、不满意 0、弃权 0、未填 1、废票 1',
    )
  })

  it('finds one’s own ballot by its code, and says when there is none', async () => {
    const objection: unknown = JSON.parse(await readFile(join(folder, 'objections.jsonl'), 'utf8'))
    const id =
      typeof objection === 'object' && objection && 'id' in objection ? String(objection.id) : ''
    const said = await tryLuoshi(['ballot', 'verify', folder, '--code', id.slice(0, 10)])
    expect(said.out.join('\n')).toContain(
      '您的选票在内：第1位述职人员　总体评价：未填；整改质量：满意',
    )
    const none = await tryLuoshi(['ballot', 'verify', folder, '--code', '0000000000'])
    expect([none.exit, none.err]).toEqual([0, expect.stringContaining('没有找到这个核对码')])
  })

  it('refuses a folder that was tampered with, and the wrong fingerprint', async () => {
    const wrong = await tryLuoshi([
      'ballot',
      'verify',
      folder,
      '--fingerprint',
      '0000 1111 2222 3333',
      '--json',
    ])
    expect([wrong.exit, onlyValue(wrong)]).toEqual([
      1,
      expect.objectContaining({ code: 'FINGERPRINT_MISMATCH' }),
    ])
    const result = await readFile(join(folder, 'result.json'), 'utf8')
    await writeFile(join(folder, 'result.json'), result.replace('"counts":[3', '"counts":[4'))
    const said = await tryLuoshi(['ballot', 'verify', folder])
    expect([said.exit, said.err]).toEqual([1, expect.stringContaining('RESULT_MISMATCH')])
  })

  it('does not understand anything else', async () => {
    expect((await tryLuoshi(['ballot', 'verify', join(folder, 'none')])).exit).toBe(2)
    expect((await tryLuoshi(['ballot', 'count', folder])).exit).toBe(2)
    expect((await tryLuoshi(['ballot'])).exit).toBe(2)
  })
})
