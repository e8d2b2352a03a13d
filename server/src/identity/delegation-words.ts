/** Refusals about deputies in words. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import type { IdentityRefusalCode } from './identity-refusals.ts'

export type DelegationRefusalCode = Extract<
  IdentityRefusalCode,
  `delegat${string}` | 'deputy-unfit'
>

export const delegationWords: Readonly<Record<DelegationRefusalCode, Bilingual>> = {
  'deputy-unfit': bilingual(
    '没有这个登录名，或者他不能代办：代办人须是同一单位的在用账号，不能是管理员。',
    '请核对登录名，或另请一位同单位的同事。',
    'There is no such login, or they cannot act for you: a deputy is of the same office, can sign in, and is no administrator.',
    'Check the login, or ask another colleague of your office.',
  ),
  'delegation-unknown': bilingual(
    '这项委托不存在，或已结束、尚未开始。',
    '请刷新页面查看。',
    'This delegation does not exist, has ended or has not begun.',
    'Reload the page.',
  ),
  'delegate-to-yourself': bilingual(
    '不能委托自己。',
    '请填写同事的登录名。',
    'You cannot be your own deputy.',
    "Type a colleague's login.",
  ),
  'delegate-not-held': bilingual(
    '没有选择身份，或选了自己没有的身份。',
    '请至少选一种自己的身份。',
    'No role was chosen, or one you do not hold.',
    'Choose at least one of your own.',
  ),
  'delegate-in-person': bilingual(
    '这种身份须本人履行，不能委托。',
    '主任会议、组成人员、代表的职权和管理员的职责都不能代行。',
    'This office is exercised in person.',
    'The chairs, members, deputies and administrators have no deputies.',
  ),
  'delegate-period': bilingual(
    '起止日期不对：须自起始日至不早于当日的截止日，最长 184 天。',
    '请重新选择日期。',
    'These days do not make a period: it ends today or later, and lasts 184 days at most.',
    'Choose the days again.',
  ),
  'delegate-reason': bilingual(
    '没有写明事由，或超过 200 字。',
    '请简要写明，例如“年休假”。',
    'The reason is missing or longer than 200 characters.',
    'Say it briefly, such as "annual leave".',
  ),
}
