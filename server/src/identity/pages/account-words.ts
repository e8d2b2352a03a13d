/** Words of the page of one's own account. */
import type { Instant } from '@luoshi/domain/kernel/day'

const methodsZh: Readonly<Record<string, string>> = {
  password: '密码',
  code: '验证器',
  paper: '恢复码',
  passkey: '通行密钥',
  oidc: '统一身份',
  invitation: '邀请链接',
  demo: '演示链接',
}

const methodsEn: Readonly<Record<string, string>> = {
  password: 'password',
  code: 'code app',
  paper: 'recovery code',
  passkey: 'passkey',
  oidc: 'unified identity',
  invitation: 'invitation',
  demo: 'demo link',
}

function named(method: string, names: Readonly<Record<string, string>>): string {
  return method
    .split('+')
    .map((one) => names[one] ?? one)
    .join(' + ')
}

/** The minute in China, as everything here is dated. */
function minute(moment: Instant): string {
  return new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export const accountWords = {
  zh: {
    title: '登录与安全',
    back: '返回工作台',
    password: '密码',
    passwordHint: '修改后，其他电脑上的登录会全部退出。',
    changePassword: '修改密码',
    app: '手机验证器',
    appHint: '登录时除密码外，再输入手机上的 6 位数。',
    addApp: '绑定验证器',
    removeApp: '解除绑定',
    next: '下一步',
    passkeys: '通行密钥',
    passkeysHint: '用电脑或手机的指纹、人脸、PIN 或安全密钥登录，不用输密码，钓鱼网站骗不走。',
    addPasskey: '登记通行密钥',
    passkeyName: '名称（写明是哪台设备）',
    rename: '改名',
    removePasskey: (name: string) => `删除“${name}”`,
    manage: '改名或删除',
    neverUsed: '尚未用过',
    usedAt: (moment: Instant) => `最近使用 ${minute(moment)}`,
    notFinished: '没有完成。请再试一次，按设备的提示操作。',
    codes: '恢复码',
    codesLeft: (count: number) =>
      count === 0 ? '没有可用的恢复码。请生成一份，锁在柜中。' : `还有 ${count} 个未用。`,
    newCodes: '重新生成恢复码',
    newCodesHint: '原来的恢复码随即作废。',
    sessions: '登录情况',
    sessionsHint: '有不认识的，立即退出它，并修改密码。',
    unknownDevice: '未知设备',
    here: '本机',
    methodOf: (method: string) => named(method, methodsZh),
    end: '退出',
    endOthers: '退出其他全部登录',
    present: '当前密码',
    on: '已启用',
    off: '未启用',
    wanted: '您的角色应当使用两步验证。请绑定手机验证器，或登记通行密钥。',
    done: {
      app: '已绑定手机验证器。',
      removed: '已解除绑定。',
      passkey: '已登记通行密钥。建议同时生成一份恢复码。',
      renamed: '已改名。',
      ended: '已退出。',
      delegated: '委托已生效，对方下次打开工作台即可看到。',
      taken: '委托已收回。',
    },
  },
  en: {
    title: 'Signing in and security',
    back: 'Back to the desk',
    password: 'Password',
    passwordHint: 'Changing it signs you out on every other computer.',
    changePassword: 'Change the password',
    app: 'Code app',
    appHint: 'Signing in takes the password and six figures from your telephone.',
    addApp: 'Set up a code app',
    removeApp: 'Remove the code app',
    next: 'Next',
    passkeys: 'Passkeys',
    passkeysHint:
      'Sign in with finger, face, PIN or a security key: no password, nothing a false page could steal.',
    addPasskey: 'Add a passkey',
    passkeyName: 'Name (which device it is)',
    rename: 'Rename',
    removePasskey: (name: string) => `Remove "${name}"`,
    manage: 'Rename or remove',
    neverUsed: 'not used yet',
    usedAt: (moment: Instant) => `last used ${minute(moment)}`,
    notFinished: 'Not finished. Try again and follow your device.',
    codes: 'Recovery codes',
    codesLeft: (count: number) =>
      count === 0 ? 'None left. Make some and lock them away.' : `${count} not used yet.`,
    newCodes: 'Make new recovery codes',
    newCodesHint: 'Those made before stop working.',
    sessions: 'Where you are signed in',
    sessionsHint: 'End what you do not know at once, and change the password.',
    unknownDevice: 'Unknown device',
    here: 'here',
    methodOf: (method: string) => named(method, methodsEn),
    end: 'End',
    endOthers: 'End all others',
    present: 'Present password',
    on: 'on',
    off: 'off',
    wanted: 'Your role should have a second factor: set up a code app or a passkey.',
    done: {
      app: 'The code app is set up.',
      removed: 'Removed.',
      passkey: 'The passkey is added. Make recovery codes as well.',
      renamed: 'Renamed.',
      ended: 'Ended.',
      delegated: 'Your deputy will see it when they next open the console.',
      taken: 'Taken back.',
    },
  },
} as const

export type AccountDone = keyof (typeof accountWords)['zh']['done']

export function isAccountDone(raw: string | undefined): raw is AccountDone {
  return raw !== undefined && Object.hasOwn(accountWords.zh.done, raw)
}
