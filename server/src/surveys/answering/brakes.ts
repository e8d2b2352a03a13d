/**
 * What slows down whoever would answer an open survey a hundred times: so many answers an address within minutes, and
 * fewer that are alike to the word. Both count by hashes with a salt that is made when the server starts and kept
 * nowhere, in memory only; no address is written down, nothing is asked of anybody, and no puzzle stands in the way of
 * the old and the blind. It makes cheating slow, not impossible, and the page says so: open, not representative.
 */
import { hash, randomBytes } from 'node:crypto'
import { fewAtATime } from '../../voices/few-at-a-time.ts'

export type BrakeSettings = Readonly<{ minutes: number; anAddress: number; alike: number }>

/** An office, a village or a telephone company may share one address. */
export const usualBrakes: BrakeSettings = { minutes: 10, anAddress: 120, alike: 20 }

export type Brakes = (asked: BrakeAsked) => boolean

type BrakeAsked = Readonly<{
  survey: string
  address: string
  /** Sent again, it is the same answer and counts once. */
  id: string
  answer: string
  now: number
}>

const sentAgain = 50_000

export function openBrakes({ minutes, anAddress, alike }: BrakeSettings = usualBrakes): Brakes {
  const salt = randomBytes(32).toString('hex')
  const hashed = (...parts: readonly string[]) =>
    hash('sha256', [salt, ...parts].join('\u0000'), 'base64')
  const mayAddress = fewAtATime(anAddress, minutes)
  const mayAlike = fewAtATime(alike, minutes)
  const lately = new Set<string>()
  return ({ survey, address, id, answer, now }) => {
    if (lately.has(id)) return true
    const who = hashed(survey, address)
    if (!mayAddress(who, now)) return false
    if (!mayAlike(hashed(who, answer), now)) return false
    lately.add(id)
    if (lately.size > sentAgain) lately.delete(lately.values().next().value ?? '')
    return true
  }
}
