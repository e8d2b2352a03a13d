import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCheckpoints } from '@luoshi/ledger/proof/checkpoints'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import { describe, expect, it } from 'vitest'
import { testCounty } from '../../testing/test-county.ts'
import { signAll } from './sign-checkpoints.ts'

describe('signing the log from time to time', () => {
  it('signs what was added, once, and raises the alarm when signed history was changed', async () => {
    await using county = await testCounty()
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-sign-'))
    const alarms: string[] = []
    const deps = {
      world: county.world,
      identity: {
        congresses: async () => [{ id: county.congress, name: '县', county: '县', demo: false }],
      },
      signingKey: await signingKey(folder),
      alarm: (congress: string) => alarms.push(congress),
    }
    await signAll(deps)
    await signAll(deps)
    const { pool } = county.world.db
    expect(await readCheckpoints(pool, county.congress, 10)).toHaveLength(1)
    expect(alarms).toEqual([])

    // A superuser of the database can do what nobody else can; the next signature notices.
    const { owner } = county.database
    await owner.query(
      'set session_replication_role = replica; update luoshi.event set hash = sha256(hash) where seq = 1',
    )
    await county.raise('改写历史之后的一条')
    await signAll(deps)
    expect(alarms).toEqual([county.congress])
    await rm(folder, { recursive: true })
  })
})
