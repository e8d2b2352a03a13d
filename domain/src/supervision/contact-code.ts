/**
 * Whether an address for messages is really its owner's is shown by a code sent to it: six figures, ten minutes, five tries.
 * A code goes out at most once a minute and five times an hour, for the person and for the address alike: nobody can have
 * the office flood a stranger's telephone.
 *
 * Source: the limits are ours, after OWASP ASVS 5.0 6.5.5 (a code sent out of band lives ten minutes at most), 6.6.3 (rate).
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'

export const contactCode = { minutes: 10, tries: 5, secondsApart: 60, anHour: 5 } as const

/** @param secondsAgo - When codes were sent by this person or to this address within the last hour, newest first. */
export function mayAskForCode(secondsAgo: readonly number[]): 'yes' | 'soon' | 'later' {
  const [last = Infinity] = secondsAgo
  if (secondsAgo.length >= contactCode.anHour) return 'later'
  return last < contactCode.secondsApart ? 'soon' : 'yes'
}

export type ContactCodeRefusal =
  | 'code-too-soon'
  | 'code-too-often'
  | 'code-not-sent'
  | 'code-not-right'
  | 'code-used-up'
  | 'no-code-sent'

export function explainContactCode(code: ContactCodeRefusal): Bilingual {
  switch (code) {
    case 'code-too-soon':
      return bilingual(
        '验证码刚刚发出，一分钟内不再重发。',
        '请先查收；确实没有收到的，一分钟后再点“重新发送”。',
        'A code was sent within this minute.',
        'Look for it first; if it does not arrive, have it sent again in a minute.',
      )
    case 'code-too-often':
      return bilingual(
        `一小时内已经发过${contactCode.anHour}次验证码。`,
        '请核对联系方式是否正确，一小时后再试。',
        `${contactCode.anHour} codes were sent within the hour.`,
        'Check the address and try again in an hour.',
      )
    case 'code-not-sent':
      return bilingual(
        '验证码没有发出去，联系方式没有登记。',
        '请核对填写的内容；仍发不出去的，请管理员检查站外发送的设置。',
        'The code could not be sent; the address was not kept.',
        'Check what you entered; if it fails again, have the administrator look at the channel’s settings.',
      )
    case 'code-not-right':
      return bilingual(
        '验证码不对。',
        `请核对后重新输入；连续输错${contactCode.tries}次，这个验证码作废。`,
        'That is not the code.',
        `Check it and enter it again; after ${contactCode.tries} wrong ones it is void.`,
      )
    case 'code-used-up':
      return bilingual(
        `验证码已经输错${contactCode.tries}次，作废。`,
        '请点“重新发送”，用新的验证码。',
        `The code was entered wrongly ${contactCode.tries} times and is void.`,
        'Have a new one sent.',
      )
    case 'no-code-sent':
      return bilingual(
        `没有等待确认的联系方式，或者验证码已经过了${contactCode.minutes}分钟。`,
        '请重新填写联系方式，再确认一次。',
        `No address waits to be confirmed, or its code is older than ${contactCode.minutes} minutes.`,
        'Enter the address again.',
      )
  }
}
