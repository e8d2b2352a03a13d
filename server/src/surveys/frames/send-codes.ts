/**
 * Codes of a sample by text message: made a few at a time, straight into the message; they wait in no queue and stand in
 * no table. In an order of chance, so that the order in which hashes are written tells of nobody. Each group that the
 * gateway took is confirmed before the next one goes. A gateway that fails so often in a row is left alone.
 * Source: issue 6 point 2; domain.md §11 (SMS with unique code, S64); ballot.md 6 (codes are kept as hashes only).
 */
import { randomUUID } from 'node:crypto'
import type { SmsSettings } from '../../messages/channel-settings.ts'
import { readAddress } from '../../messages/contact-address.ts'
import { postOut } from '../../messages/outbound.ts'
import { mixed } from './keep-invitations.ts'

const atOnce = 8
const mostFailures = 16

export type Made = Readonly<{
  place: number
  stratum: string
  contact: string
  code: string
  link: string
}>

type Person = Omit<Made, 'code' | 'link'>

export type Handing = Readonly<{
  make: (person: Person) => Made
  confirm: (taken: readonly Made[]) => Promise<void>
}>

/** @returns how many the gateway took. */
export async function sendCodes(
  sms: SmsSettings,
  template: string,
  people: readonly Person[],
  { make, confirm }: Handing,
): Promise<number> {
  const all = mixed(people)
  let [sent, failures] = [0, 0]
  for (let from = 0; from < all.length && failures < mostFailures; from += atOnce) {
    const some = all.slice(from, from + atOnce).map(make)
    const answers = await Promise.all(some.map((one) => sendOne(sms, template, one)))
    const taken = some.filter((_, at) => answers[at] === true)
    failures = taken.length > 0 ? 0 : failures + some.length
    await confirm(taken)
    sent += taken.length
  }
  return sent
}

async function sendOne(
  { url: address, token }: SmsSettings,
  template: string,
  { contact, code, link }: Made,
): Promise<boolean> {
  const phone = readAddress('sms', contact, [])
  if (!phone.ok) return false
  const url = new URL(address)
  const posted = await postOut({
    url,
    origins: [url.origin],
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    body: { id: randomUUID(), template, phone: phone.value, params: { code, link } },
  })
  return posted.ok
}
