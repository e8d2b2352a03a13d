/** One message by one channel. */
import { refuse } from '@luoshi/domain/kernel/result'
import type { Channel, ChannelSettings } from './channel-settings.ts'
import type { Reach } from './contact-seal.ts'
import type { Sent } from './outbound.ts'
import type { OutgoingMessage } from './outgoing-message.ts'
import { sendMail } from './send-mail.ts'
import { sendSms } from './send-sms.ts'
import { sendToBot } from './send-to-bot.ts'

export async function sendBy(
  { mail, sms, webhookOrigins }: ChannelSettings,
  channel: Channel,
  to: Reach,
  message: OutgoingMessage,
): Sent {
  switch (channel) {
    case 'email':
      return mail ? sendMail(mail, to.address, message) : notSetUp()
    case 'sms':
      return sms ? sendSms(sms, to.address, message) : notSetUp()
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return sendToBot({ channel, ...to }, webhookOrigins, message, Date.now())
  }
}

function notSetUp() {
  return refuse({ code: 'channel-not-set-up', lasting: true })
}
