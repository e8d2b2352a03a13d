/** Refusals of second factors and passkeys in words. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'

export type FactorRefusalCode =
  | 'code-wrong'
  | 'factor-there'
  | 'factor-needed'
  | 'factor-missing'
  | 'factor-forced'
  | 'passkey-failed'
  | 'passkey-name-unfit'
  | 'passkeys-full'

export const factorWords: Readonly<Record<FactorRefusalCode, Bilingual>> = {
  'code-wrong': bilingual(
    '验证码不对，或已经用过。',
    '请等验证器显示下一个 6 位数再输入；手机时间须准确。也可以用一个恢复码。',
    'The code is wrong or was used already.',
    'Wait for the next six figures and type those; the telephone’s clock must be right. A recovery code will do as well.',
  ),
  'factor-there': bilingual(
    '这个账号已经绑定了验证器。',
    '要换手机，请先解除绑定，再重新绑定。',
    'This account has a code app already.',
    'To use another telephone, remove it first.',
  ),
  'factor-needed': bilingual(
    '这一步关系重大，须重新验证是您本人。',
    '请输入手机验证器上的 6 位数，或者用通行密钥验证；验证后五分钟内有效，填好的内容还在。',
    'This act needs your second factor anew.',
    'Type the six figures of your app, or use a passkey; it holds for five minutes, and what you typed is still here.',
  ),
  'factor-missing': bilingual(
    '您还没有设置两步验证。',
    '请在“登录与安全”中绑定手机验证器或者登记通行密钥。',
    'You have no second factor yet.',
    'Set up a code app or a passkey in “Sign-in and security”.',
  ),
  'factor-forced': bilingual(
    '您的角色必须使用两步验证，不能解除最后一种。',
    '请先添加另一种（验证器或通行密钥），再解除这一种。',
    'Your role has to have a second factor; the last one cannot be removed.',
    'Add another first, a code app or a passkey.',
  ),
  'passkey-failed': bilingual(
    '通行密钥没有通过验证。',
    '请再试一次；仍不行时，用登录名和密码登录。',
    'The passkey was not accepted.',
    'Try again, or sign in with login and password.',
  ),
  'passkey-name-unfit': bilingual(
    '通行密钥的名称应为 1 到 40 个字。',
    '请写明是哪台设备，例如“办公室电脑”。',
    'The name of a passkey has 1 to 40 characters.',
    'Say which device it is, such as "office computer".',
  ),
  'passkeys-full': bilingual(
    '一个账号最多登记 10 个通行密钥。',
    '请先删除不再使用的。',
    'An account has at most 10 passkeys.',
    'Remove one that is no longer used.',
  ),
}
