import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitmentOf, drawLots, listHash, seedOf } from '@luoshi/domain/appraisals/draw-lots'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-lot-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const candidates = ['公路局', '水利局', '教育局']
const opened = ['三十一', '七'].map((secret, n) => ({ secret, salt: `a1b2c3d4e5f6a7b8${n}` }))
const seed = seedOf(listHash(candidates), opened)
const lot = {
  format: 'luoshi-lot/1',
  title: '2026年度评议对象抽签',
  openedOn: '2026-03-01',
  drawnOn: '2026-03-02',
  candidates,
  listHash: listHash(candidates),
  count: 1,
  participants: opened.map((one, n) => ({
    name: `监签人${n}`,
    commitment: commitmentOf(one),
    ...one,
  })),
  seed,
  chosen: drawLots(seed, 3, 1).map((place) => place + 1),
}

async function verify(value: unknown, ...flags: readonly string[]) {
  const name = join(folder, `${Math.trunc(performance.now() * 1000)}.json`)
  await writeFile(name, typeof value === 'string' ? value : JSON.stringify(value))
  return tryLuoshi(['lot', 'verify', name, ...flags])
}

describe('luoshi lot verify', () => {
  it('computes a drawing again and names whom it draws', async () => {
    const said = await verify(lot, '--json')
    expect(said.exit).toBe(0)
    const chosen = [candidates[(lot.chosen[0] ?? 0) - 1]]
    expect(onlyValue(said)).toMatchObject({ ok: true, chosen })
    expect((await verify(lot)).out.join('\n')).toContain('✓ 种子由名单和全部随机数算得')
  })

  it('does not believe a file in which the outcome was put right afterwards', async () => {
    const other = { ...lot, chosen: [((lot.chosen[0] ?? 0) % 3) + 1] }
    const said = await verify(other)
    expect(said.exit).toBe(1)
    expect(said.out.join('\n')).toContain('× 抽中的名单由种子算得')
  })

  it('does not understand anything else', async () => {
    expect((await verify('第一名')).exit).toBe(2)
    expect((await verify({ ...lot, format: 'x' })).exit).toBe(2)
    expect((await tryLuoshi(['lot', 'verify', join(folder, 'none.json')])).exit).toBe(2)
    expect((await tryLuoshi(['lot'])).exit).toBe(2)
  })
})
