/** An address that was confirmed long ago: these tests are not about confirming it. */
import type { TestCounty } from '../../../testing/test-county.ts'
import type { Principal } from '../../identity/principal.ts'
import type { Channel } from '../channel-settings.ts'
import { closeReach, type Reach } from '../contact-seal.ts'

export async function putContact(
  { database, world: { house } }: Pick<TestCounty, 'database' | 'world'>,
  { congress, account }: Principal,
  channel: Channel,
  reach: Reach,
): Promise<void> {
  const sealed = closeReach(house, { congress, account, channel }, reach)
  await database.owner.query(
    `insert into luoshi.contact (congress, account, channel, sealed, mark, proven_at)
      values ($1, $2, $3, $4, $5, now()) on conflict (congress, account, channel) do update
        set sealed = excluded.sealed, mark = excluded.mark`,
    [congress, account, channel, sealed, house.mark(reach.address)],
  )
}
