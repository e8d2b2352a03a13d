/** A text message over the county's own gateway: a template, a number and its parameters, one request. */
import { accept } from '@luoshi/domain/kernel/result'
import type { SmsSettings } from './channel-settings.ts'
import { postOut, type Sent } from './outbound.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

export async function sendSms(
  { url: address, token, template, codeTemplate }: SmsSettings,
  phone: string,
  { id, count, link, code }: OutgoingMessage,
): Sent {
  const url = new URL(address)
  const posted = await postOut({
    url,
    origins: [url.origin],
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
    body:
      code === undefined
        ? { id, template, phone, params: { count: String(count), link } }
        : { id, template: codeTemplate, phone, params: { code } },
  })
  return posted.ok ? accept(true) : posted
}
