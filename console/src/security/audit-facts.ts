/** The particulars of a security event, in words. A particular without a word here is shown as it was recorded. */
import { isRole, roleLabels } from '@luoshi/domain/people/roles'

type Label = Readonly<{ zh: string; en: string }>
type Say = (label: Label) => string

const names = new Map<string, Label>(
  Object.entries({
    after: { zh: '改后', en: 'After' },
    before: { zh: '改前', en: 'Before' },
    by: { zh: '凭据', en: 'By' },
    clientId: { zh: '客户端编号', en: 'Client id' },
    delegation: { zh: '委托编号', en: 'Delegation' },
    enabled: { zh: '启用', en: 'Enabled' },
    failures: { zh: '此前失败次数', en: 'Failures before' },
    from: { zh: '自', en: 'From' },
    issuer: { zh: '统一身份服务', en: 'Issuer' },
    kind: { zh: '事件', en: 'Event' },
    login: { zh: '登录名', en: 'Login' },
    loginClaim: { zh: '登录名取自', en: 'Login claim' },
    method: { zh: '方式', en: 'Method' },
    name: { zh: '名称', en: 'Name' },
    passkey: { zh: '通行密钥', en: 'Passkey' },
    passkeys: { zh: '通行密钥数', en: 'Passkeys' },
    path: { zh: '地址', en: 'Path' },
    person: { zh: '姓名、登录名或地址', en: 'Person' },
    records: { zh: '记录', en: 'Records' },
    roles: { zh: '角色', en: 'Roles' },
    sessions: { zh: '结束的登录数', en: 'Sessions ended' },
    unit: { zh: '单位', en: 'Unit' },
    until: { zh: '至', en: 'Until' },
    why: { zh: '原因', en: 'Why' },
  }),
)

const values = new Map<string, Label>(
  Object.entries({
    address: { zh: '网络地址', en: 'address' },
    code: { zh: '验证器', en: 'code app' },
    console: { zh: '命令行', en: 'command line' },
    'demo-link': { zh: '演示链接', en: 'demo link' },
    false: { zh: '否', en: 'no' },
    locked: { zh: '已锁定', en: 'locked' },
    login: { zh: '账号', en: 'login' },
    oidc: { zh: '统一身份', en: 'unified identity' },
    passkey: { zh: '通行密钥', en: 'passkey' },
    paper: { zh: '恢复码', en: 'recovery code' },
    password: { zh: '密码', en: 'password' },
    suspended: { zh: '已停用', en: 'suspended' },
    true: { zh: '是', en: 'yes' },
    wrong: { zh: '密码不对', en: 'wrong password' },
  }),
)

/** `角色：述职人员、承办单位` */
export function factText(name: string, value: unknown, say: Say, colon: string): string {
  const label = names.get(name)
  return `${label ? say(label) : name}${colon}${valueText(value, say)}`
}

function valueText(value: unknown, say: Say): string {
  if (Array.isArray(value)) return value.map((one) => valueText(one, say)).join(say(between))
  if (typeof value !== 'string') return JSON.stringify(value)
  if (isRole(value)) return say(roleLabels[value])
  // A way of signing in has its steps joined by a plus: `password+code`.
  const steps = value.split('+')
  const known = steps.flatMap((step) => values.get(step) ?? [])
  return known.length === steps.length ? known.map(say).join(' + ') : value
}

const between: Label = { zh: '、', en: ', ' }
