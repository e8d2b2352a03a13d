/** Whether an address can be one, before anything is kept; and what of it is shown to its owner. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Channel } from './channel-settings.ts'

type Refusal = Readonly<{ code: string; words: Bilingual }>

export function readAddress(
  channel: Channel,
  raw: string,
  origins: readonly string[],
): Result<string, Refusal> {
  const address = raw.trim()
  switch (channel) {
    case 'email':
      return /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]{3,190}$/.test(address)
        ? accept(address)
        : refuse(notAnAddress('电子邮箱', 'an e-mail address'))
    case 'sms':
      return /^1\d{10}$/.test(address)
        ? accept(address)
        : refuse(notAnAddress('手机号（11位）', 'a mobile number of 11 digits'))
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      if (!URL.canParse(address)) return refuse(notAnAddress('机器人地址', "a bot's address"))
      return origins.includes(new URL(address).origin) ? accept(address) : refuse(notSetUp)
  }
}

function notAnAddress(zh: string, en: string): Refusal {
  return {
    code: 'contact-not-an-address',
    words: bilingual(
      `这不是一个可用的${zh}。`,
      '请核对后重新填写。',
      `This is not ${en}.`,
      'Check it and enter it again.',
    ),
  }
}

const notSetUp: Refusal = {
  code: 'contact-host-not-set-up',
  words: bilingual(
    '本系统没有获准向这个地址发送消息。',
    '请核对机器人地址；确需使用的，请管理员把该网站列入允许发送的范围。',
    'This system may not send to that address.',
    'Check it; if it is right, have the administrator allow its host.',
  ),
}

/** 136****8123, z***@county.gov.cn, …/robot/send*** */
export function hintOf(channel: Channel, address: string): string {
  switch (channel) {
    case 'email':
      return address.replace(/^(.)[^@]*/, '$1***')
    case 'sms':
      return `${address.slice(0, 3)}****${address.slice(-4)}`
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
      return URL.canParse(address) ? `${new URL(address).host}/***` : '***'
  }
}
