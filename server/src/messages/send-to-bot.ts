/**
 * Group bots: 企业微信 (the key is in the address), 钉钉 and 飞书 (signed with the bot's secret). A bot answers 200 even
 * when it refuses; what it means stands in a number.
 *
 * Source: ecosystem.md §6 (text ≤ 2,048 bytes at 企业微信, 20 messages a minute; 飞书 20 KB).
 */
import { createHmac } from 'node:crypto'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { SendFault } from '@luoshi/domain/supervision/try-again'
import { postOut, type Sent } from './outbound.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

export const botChannels = ['wecom', 'dingtalk', 'feishu'] as const

export type BotChannel = (typeof botChannels)[number]

/** Messages a minute to one bot, kept below what the platforms allow: who goes over it is silenced for minutes. */
export const mostAMinute = 15

type Bot = Readonly<{ channel: BotChannel; address: string; secret: string | null }>

/** @param at - Milliseconds of the real time: a signature is good for an hour, whatever a demo's clock says. */
export async function sendToBot(
  bot: Bot,
  origins: readonly string[],
  message: OutgoingMessage,
  at: number,
): Sent {
  if (!URL.canParse(bot.address)) return refuse({ code: 'bad-address', lasting: true })
  const url = new URL(bot.address)
  const posted = await postOut({ url, origins, body: bodyFor(bot, url, message, at) })
  if (!posted.ok) return posted
  const number = answerNumber(posted.value)
  return number === 0 ? accept(true) : refuse(faultOf(bot.channel, number))
}

function bodyFor(
  { channel, secret }: Bot,
  url: URL,
  { text, title, link }: OutgoingMessage,
  at: number,
): object {
  switch (channel) {
    case 'wecom':
      return { msgtype: 'text', text: { content: fit(text, 2048, `${title}\n查看：${link}`) } }
    case 'dingtalk': {
      if (secret !== null) {
        const signed = createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64')
        url.searchParams.set('timestamp', String(at))
        url.searchParams.set('sign', signed)
      }
      return { msgtype: 'text', text: { content: text }, at: { isAtAll: false } }
    }
    case 'feishu': {
      const body = { msg_type: 'text', content: { text } }
      if (secret === null) return body
      const timestamp = String(Math.floor(at / 1000))
      const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
      return { timestamp, sign, ...body }
    }
  }
}

function fit(text: string, bytes: number, short: string): string {
  return Buffer.byteLength(text) <= bytes ? text : short
}

/** 企业微信 and 钉钉 say `errcode`, 飞书 `code`; 0 is yes. */
function answerNumber(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return -1
  const said: unknown = Reflect.get(answer, 'errcode') ?? Reflect.get(answer, 'code')
  return typeof said === 'number' ? said : -1
}

/** Too many a minute, or a passing fault of the platform; all else (wrong key, wrong signature) does not mend itself. */
const passing: ReadonlySet<number> = new Set([-1, 45_009, 45_033, 130_101, 410_100, 9499, 11_232])

function faultOf(channel: BotChannel, number: number): SendFault {
  return { code: `${channel}-${number}`, lasting: !passing.has(number) }
}
