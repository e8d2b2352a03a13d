/**
 * What is not needed any more is not kept: from the close on the keys that sign tokens, the codes of slips and who signs in
 * with which account; from the opening on the key of the receipts, and the box knows nothing of the ballot. Every part may be
 * done twice, so that a restart goes on where it was.
 * Source: ballot.md §3.3 (receipts until the last batch has them), §6 no. 6; PIPL art. 19 (no longer than needed).
 */
import type { World } from '../../execute/context.ts'
import { forgetKeys, type OfCast } from './cast-keys.ts'
import type { Hall } from './hall.ts'

export async function forgetAtClose(
  world: World,
  hall: Hall,
  of: OfCast,
  mh: string,
): Promise<void> {
  await forgetKeys(world, hall, of, 'issuer/%')
  await world.db.rows(of.congress, {
    text: `update luoshi.cast_voter set slip = null, account = null
      where congress = $1 and mh = $2 and (slip is not null or account is not null)`,
    values: [of.congress, mh],
  })
}

/**
 * Whoever has no receipt by now finds his ballot in the published file. The key of the receipts goes last: as long as it is
 * kept, a restart knows that the box has not been emptied (`resumeCasts`).
 */
export async function forgetAtOpening(
  world: World,
  hall: Hall,
  of: OfCast,
  mh: string,
): Promise<void> {
  await forgetAtClose(world, hall, of, mh)
  if (hall.box) {
    const begun = await hall.box.begin()
    if (!begun.ok) return
    await hall.box.forget(mh)
  }
  await forgetKeys(world, hall, of, 'server')
}
