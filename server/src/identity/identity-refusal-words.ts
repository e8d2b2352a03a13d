/** Refusals of identity in words: shown alike by pages, API and command line. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import { roleLabels } from '@luoshi/domain/people/roles'
import { versionConflict } from '../execute/refused.ts'
import { actWords, type ActRefusalCode } from './act-words.ts'
import { delegationWords, type DelegationRefusalCode } from './delegation-words.ts'
import { factorWords, type FactorRefusalCode } from './factor-words.ts'
import type { IdentityRefusal, IdentityRefusalCode } from './identity-refusals.ts'
import { passwordFaultWords } from './password-rule-words.ts'

export function explainIdentityRefusal(refusal: IdentityRefusal): Bilingual {
  switch (refusal.code) {
    case 'locked':
      return explainLock(refusal)
    case 'password-unfit':
      return bilingual(
        '新密码不符合要求。',
        refusal.faults.map((fault) => passwordFaultWords(fault, 'zh')).join(''),
        'The new password does not meet the rule.',
        refusal.faults.map((fault) => passwordFaultWords(fault, 'en')).join(' '),
      )
    case 'login-taken':
      return bilingual(
        `登录名“${refusal.login}”已有人使用。`,
        '请换一个，例如在后面加一个数字。',
        `The login "${refusal.login}" is taken.`,
        'Choose another, for instance with a digit added.',
      )
    case 'holds-several':
      return bilingual(
        `还不能这样设置：${refusal.names.join('、')}一人兼了几项管理员职责或业务角色。`,
        '请先在账号页把这些人的角色分开，再切换。',
        `Not yet: ${refusal.names.join(', ')} holds several of these roles.`,
        'Give each of them one role only, then switch.',
      )
    case 'nobody-holds':
      return bilingual(
        `还不能分立：没有可以登录的${refusal.roles.map((role) => roleLabels[role].zh).join('、')}。`,
        '请先开通账号并授予这一角色；本人登录过一次后再切换。',
        `Not yet: nobody who can sign in is ${refusal.roles.map((role) => roleLabels[role].en.toLowerCase()).join(', ')}.`,
        'Open an account with that role first, and let its owner sign in once.',
      )
  }
  return { ...words, ...actWords, ...factorWords, ...delegationWords }[refusal.code]
}

type WithFigures = 'locked' | 'password-unfit' | 'login-taken' | 'holds-several' | 'nobody-holds'

const words: Readonly<
  Record<
    Exclude<
      IdentityRefusalCode,
      WithFigures | ActRefusalCode | FactorRefusalCode | DelegationRefusalCode
    >,
    Bilingual
  >
> = {
  'roles-not-yours': bilingual(
    '三员已分立：系统管理员只开通账号，不授予角色。',
    '请先不选角色开通账号，再请安全管理员授予角色。',
    'The three administrators are apart: you open accounts, but do not grant roles.',
    'Open the account without a role and let the security administrator grant it.',
  ),
  'admins-apart': bilingual(
    '三员已分立：一个账号只能担任系统、安全、审计管理员中的一种。',
    '请只选一种，其余职责另请专人。',
    'The three administrators are apart: one account holds one of these roles only.',
    'Choose one, and another person for the others.',
  ),
  'version-conflict': versionConflict().refusal.words,
  'step-void': bilingual(
    '登录没有在十分钟内完成，或者已在别处完成。',
    '请从登录页重新开始。',
    'Signing in was not finished within ten minutes, or was finished elsewhere.',
    'Start again from the sign-in page.',
  ),
  'oidc-off': bilingual(
    '统一身份登录没有启用，或暂时连不上。',
    '请用登录名和密码登录，或稍后再试。',
    'Unified identity is not in use here, or cannot be reached at the moment.',
    'Sign in with login and password, or try again later.',
  ),
  'oidc-failed': bilingual(
    '统一身份登录没有完成，或不是在这个浏览器里开始的。',
    '请回到登录页重新开始。',
    'Signing in by unified identity was not finished, or was begun in another browser.',
    'Go back to the sign-in page and start again.',
  ),
  'oidc-no-account': bilingual(
    '统一身份已确认是您，但本系统没有您的账号，或这个账号已绑定另一个统一身份。',
    '请联系本单位的系统管理员开通账号；统一身份不会自动给予任何权限。',
    'Your unified identity is right, but you have no account here, or that account belongs to another identity.',
    'Ask your administrator for an account; unified identity grants no rights by itself.',
  ),
  'oidc-settings-unfit': bilingual(
    '统一身份的设置不对：颁发者须是 https 地址（本机除外），不带问号和账号；密钥位置须写 env:LUOSHI_OIDC_… 或 file:文件名。',
    '请对照统一身份平台发的接入说明填写。',
    'These settings do not fit: the issuer is an https address (http on this machine only) without query or user; the secret is at env:LUOSHI_OIDC_… or file:NAME.',
    'Fill them in from what the provider gave you.',
  ),
  'oidc-secret-missing': bilingual(
    '在写明的位置没有找到密钥，没有启用。',
    '请运维人员先放好密钥：设置环境变量，或在数据目录的 secrets 文件夹中建文件。',
    'There is no secret at that place; it was not put into use.',
    'Have it put there first: a variable of the environment, or a file in the folder "secrets" of the data folder.',
  ),
  'session-unknown': bilingual(
    '这次登录已经退出了。',
    '请刷新页面查看。',
    'That session has ended already.',
    'Reload the page.',
  ),
  'wrong-login-or-password': bilingual(
    '登录名或密码不对。',
    '请核对后重试；忘记密码时，请管理员重新发送邀请链接。',
    'The login or the password is wrong.',
    'Check both and try again; if you forgot the password, ask the administrator for a new invitation link.',
  ),
  'account-suspended': bilingual(
    '这个账号已停用。',
    '请联系管理员恢复。',
    'This account is suspended.',
    'Ask the administrator to reinstate it.',
  ),
  'account-dormant': bilingual(
    '这个账号长期没有登录，已按规定自动停用；您的资料和办理记录都在。',
    '请联系本单位的管理员（安全管理员）恢复，恢复后用原来的密码登录。',
    'Nobody had signed in to this account for a long time, so it was suspended by itself; nothing of yours is lost.',
    'Ask the administrator to reinstate it, then sign in with the password you had.',
  ),
  busy: bilingual(
    '同时登录的人太多，这次没有处理。',
    '请过几秒再试。',
    'Too many people are signing in at this moment; this attempt was not handled.',
    'Try again in a few seconds.',
  ),
  'congress-missing': bilingual(
    '没有选定要登录的人大常委会。',
    '请在列表中选择一个。',
    'No congress was chosen.',
    'Choose one from the list.',
  ),
  'wrong-password': bilingual(
    '当前密码不对，密码没有修改。',
    '请重新输入当前密码。',
    'The present password is wrong; nothing was changed.',
    'Type the present password again.',
  ),
  'link-void': bilingual(
    '这个链接已用过、已过期或不完整。',
    '请向给您链接的人重新要一个。',
    'This link was used already, has expired or is incomplete.',
    'Ask whoever gave it to you for a new one.',
  ),
  'already-set-up': bilingual(
    '首次设置已经完成，没有任何改动。',
    '请直接登录。',
    'The first setup is done already; nothing was changed.',
    'Sign in instead.',
  ),
  'fingerprint-differs': bilingual(
    '末 8 位与页面上的公钥指纹不一致。',
    '请对照抄写或打印的指纹，重新输入最后 8 位；密码不留在页面上，也要重新输入。',
    'These are not the last 8 characters of the fingerprint shown.',
    'Read them from your paper copy and type them again, and the password too: it is not kept on the page.',
  ),
  'repeat-differs': bilingual(
    '两次输入的新密码不一样。',
    '请重新输入两遍。',
    'The two new passwords differ.',
    'Type the new password twice again.',
  ),
  'not-a-demo': bilingual(
    '这里不是演示数据，不能用演示方式建账号或登录。',
    '请由管理员发送邀请。',
    'This is no demo: accounts and sign-ins of a demo are not possible here.',
    'Let the administrator send an invitation.',
  ),
  'congress-name-unfit': bilingual(
    '人大常委会名称应为 2 到 60 个字。',
    '请填写全称，例如“某某县人民代表大会常务委员会”。',
    'The name of the standing committee has 2 to 60 characters.',
    'Give its full name.',
  ),
  'county-unfit': bilingual(
    '行政区名称应为 2 到 60 个字。',
    '请填写所在的县、市或区，例如“某某县”。',
    'The name of the county has 2 to 60 characters.',
    'Name the county, city or district.',
  ),
  'login-unfit': bilingual(
    '登录名应为 3 到 40 个小写字母、数字、点、下划线或短横，以字母或数字开头。',
    '可以用姓名拼音，例如 chen.mingyue。',
    'A login is 3 to 40 lower-case letters, digits, dots, underscores or hyphens, beginning with a letter or digit.',
    'The name in letters will do, such as chen.mingyue.',
  ),
  'name-unfit': bilingual(
    '姓名应为 1 到 40 个字，不能换行。',
    '请填写真实姓名。',
    'A name has 1 to 40 characters on one line.',
    "Give the person's real name.",
  ),
  'roles-missing': bilingual(
    '没有选择角色。',
    '请至少选择一个角色。',
    'No role was chosen.',
    'Choose at least one.',
  ),
  'admin-with-others': bilingual(
    '管理员不能兼任其他角色：管账号的人不办事项。',
    '请为这个人另建一个业务账号；办公室只有一个人的，可以在“登录规则”中设为“一人办公”，由工委经办人兼管理员。',
    'An administrator holds no other role: whoever keeps the accounts does not handle matters.',
    'Make a second account for that work; an office of one may say so in the rules of signing in, and then its clerk administers as well.',
  ),
  'unit-missing': bilingual(
    '述职人员和承办单位人员必须属于一个单位。',
    '请选择单位。',
    'Officials and unit staff belong to a unit.',
    'Choose the unit.',
  ),
  'official-missing': bilingual(
    '述职人员的账号必须对应名册中的一位述职人员，其他角色不能对应。',
    '请选择述职人员，或改选角色。',
    "An official's account stands for one official on the list, and no other account does.",
    'Choose the official, or another role.',
  ),
  'account-unknown': bilingual(
    '没有这个账号。',
    '请刷新账号列表后重试。',
    'There is no such account.',
    'Reload the list of accounts and try again.',
  ),
  'not-yourself': bilingual(
    '不能对自己的账号这样做。',
    '请另一位管理员来办。',
    'This cannot be done to your own account.',
    'Ask another administrator.',
  ),
  'role-forbids': bilingual(
    '您的角色不能管理账号。',
    '请联系系统管理员。',
    'Your role does not manage accounts.',
    'Ask the administrator.',
  ),
}

function explainLock({ by, until }: Readonly<{ by: 'login' | 'address'; until: Instant }>) {
  const time = timeInChina(until)
  return by === 'login'
    ? bilingual(
        `密码连续输错次数过多，这个登录名已锁定到 ${time}。`,
        '请到时再试，或请管理员解锁。',
        `Too many wrong passwords: this login is locked until ${time} (China time).`,
        'Try again then, or ask the administrator to unlock it.',
      )
    : bilingual(
        `从这个网络地址登录失败次数过多，暂停到 ${time}。`,
        '请到时再试，或换一台电脑登录。',
        `Too many failed sign-ins from this network address: it is closed until ${time} (China time).`,
        'Try again then, or from another computer.',
      )
}

/** Rounded up to the minute, so that nobody comes a moment too early. */
function timeInChina(moment: Instant): string {
  const shown = new Date(Math.ceil(Date.parse(moment) / 60_000) * 60_000 + 8 * 3_600_000)
  return shown.toISOString().slice(11, 16)
}
