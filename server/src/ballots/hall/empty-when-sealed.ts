/**
 * The box is emptied once the log tells that it is sealed, never on the word of a file alone: files are written before the
 * step is, and one that was never written down leaves every ballot where it is.
 * Source: ballot.md §3.5, §6 no. 6.
 */
import type { World } from '../../execute/context.ts'
import { ballotKind } from '../ballot-kind.ts'
import { hashesOf, publishedRows, readFiles } from './bulletin-files.ts'
import type { OfCast } from './cast-keys.ts'
import { manifestOf } from './cast-state.ts'
import { forgetAtClose } from './forget-casts.ts'
import type { Hall } from './hall.ts'

/** The signed file is the record: nothing is left in the box, and no token can be signed any more. May be done twice. */
export async function emptyWhenSealed(world: World, hall: Hall, of: OfCast): Promise<void> {
  const { state } = await ballotKind.load(world.db, of.congress, of.ballot)
  if (state.status !== 'sealed' || !hall.box) return
  const frozen = await manifestOf(world, of.congress, state)
  if (!frozen) return
  const sealed = hashesOf(await readFiles(hall, of.ballot)).find(
    ({ name }) => name === 'sealed.jsonl',
  )
  // Of a file that was lost or changed the box may hold the only copy.
  if (sealed?.sha256 !== state.course?.seal?.sealed)
    throw new Error('the published file is not the one that was sealed')
  await hall.box.drop(frozen.hash, await publishedRows(hall, of.ballot, frozen))
  await forgetAtClose(world, hall, of, frozen.hash)
}
