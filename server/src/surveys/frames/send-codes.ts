/**
 * Codes of a sample by text message, straight out of the act that made them: they wait in no queue and stand in no
 * table. A code that went out is not shown to the office any more; one that could not be sent comes back, once, so that
 * it can be written in a letter. A gateway that fails so often in a row is left alone.
 * Source: issue 6 point 2; domain.md §11 (SMS with unique code, S64); ballot.md 6 (codes are kept as hashes only).
 */
import { randomUUID } from 'node:crypto'
import type { IssuedCode } from '../../contract/survey-frames.ts'
import type { SmsSettings } from '../../messages/channel-settings.ts'
import { readAddress } from '../../messages/contact-address.ts'
import { postOut } from '../../messages/outbound.ts'

const atOnce = 8
const mostFailures = 16

export async function sendCodes(
  sms: SmsSettings,
  template: string,
  rows: readonly IssuedCode[],
): Promise<readonly IssuedCode[]> {
  const told = [...rows]
  let failures = 0
  for (let from = 0; from < told.length && failures < mostFailures; from += atOnce) {
    const some = told.slice(from, from + atOnce)
    const sent = await Promise.all(some.map((row) => sendOne(sms, template, row)))
    failures = sent.includes(true) ? 0 : failures + sent.length
    for (const [at, row] of some.entries())
      if (sent[at] === true) told[from + at] = { ...row, code: '', link: '', sent: true }
  }
  return told
}

async function sendOne(
  { url: address, token }: SmsSettings,
  template: string,
  { contact, code, link }: IssuedCode,
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
