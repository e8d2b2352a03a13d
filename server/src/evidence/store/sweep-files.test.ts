import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../../testing/test-county.ts'
import { verifiedMatter } from '../../../testing/verified-matter.ts'
import { handIn } from '../arriving/hand-in.ts'
import { hashOf } from './file-store.ts'
import { sweepFiles } from './sweep-files.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
}, 120_000)
afterAll(() => county[Symbol.asyncDispose]())

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('files that nothing relies on', () => {
  it('are cleared away after their time, and only they', async () => {
    const { world, congress, roads, database } = county
    const matter = await verifiedMatter(county, '路面修复', roads)
    const cited = { sha256: hashOf(bytesOf(`佐证 ${matter}`)) }
    const [left, young] = await Promise.all(
      ['没用上的', '刚交的'].map((text) => handIn(world, congress, bytesOf(text))),
    )
    if (!left || !young) throw new Error('Nothing handed in')
    await database.owner.query(
      `update luoshi.handed_in set at = now() - interval '40 days' where sha256 = any($1)`,
      [[cited.sha256, left.sha256]],
    )
    await database.owner.query('update luoshi.handed_in set at = now() where sha256 = $1', [
      young.sha256,
    ])
    expect(await sweepFiles(world.files, database.owner, 30, false)).toMatchObject({ files: 1 })
    expect(await world.files.has(left.sha256)).toBe(true)
    await sweepFiles(world.files, database.owner, 30, true)
    expect(await world.files.has(left.sha256)).toBe(false)
    expect([await world.files.has(cited.sha256), await world.files.has(young.sha256)]).toEqual([
      true,
      true,
    ])
  })

  it('stay while another congress has the same', async () => {
    const { world, congress, database } = county
    const { sha256 } = await handIn(world, congress, bytesOf('两家都有'))
    await database.owner.query(
      `update luoshi.handed_in set at = now() - interval '40 days' where sha256 = $1`,
      [sha256],
    )
    await database.owner.query(
      `insert into luoshi.handed_in (congress, sha256) values ('congress_other00001', $1)`,
      [sha256],
    )
    await sweepFiles(world.files, database.owner, 30, true)
    expect(await world.files.has(sha256)).toBe(true)
  })
})
