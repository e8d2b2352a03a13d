/**
 * What slows down whoever would answer an open survey a hundred times: so many answers an address within minutes, and
 * fewer that are alike to the word. Both count by hashes with a salt that is made when the server starts and kept
 * nowhere, in memory only; no address is written down, nothing is asked of anybody, and no puzzle stands in the way of
 * the old and the blind. It makes cheating slow, not impossible, and the page says so: open, not representative.
 */
import { lately } from './counted-lately.ts'
import { secretHash } from './secret-hash.ts'

export type BrakeSettings = Readonly<{ minutes: number; anAddress: number; alike: number }>

/** An office, a village or a telephone company may share one address. */
export const usualBrakes: BrakeSettings = { minutes: 10, anAddress: 120, alike: 20 }

export type Brakes = (asked: BrakeAsked) => boolean

type BrakeAsked = Readonly<{
  survey: string
  address: string
  /** Sent again, it is the same answer and counts once. */
  id: string
  /** As it came: what was sent as text counts apart from what was sent as bytes. */
  answer: string | Buffer
  now: number
}>

/** Addresses and answers that are remembered at once; those not seen for longest are forgotten first. */
const room = 16_384
const sentAgain = 65_536

export function openBrakes({ minutes, anAddress, alike }: BrakeSettings = usualBrakes): Brakes {
  const hashed = secretHash()
  const mayAddress = lately(room, minutes)
  const mayAlike = lately(room, minutes)
  // Once in ten minutes is once as long as it is remembered.
  const isNew = lately(sentAgain, minutes)
  return ({ survey, address, id, answer, now }) => {
    const minute = Math.floor(now / 60_000)
    const [whole, who] = [hashed(0, id), hashed(hashed(0, survey), address)]
    if (isNew.count(whole, minute) > 0) return true
    if (!mayAddress.once(who, anAddress, minute)) return false
    if (!mayAlike.once(hashed(who, answer), alike, minute)) return false
    isNew.once(whole, 1, minute)
    return true
  }
}
