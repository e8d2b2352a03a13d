/** The first page anybody sees of a new installation: name the congress, become its administrator, keep the key's fingerprint. */
import { html } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { Language } from '../password-rule-words.ts'
import { alertBox, field, passwordHint, refusalText } from './form-parts.ts'
import { page, type Html } from './page.ts'

export type SetupPage = Readonly<{
  language: Language
  token: string
  publicKey: string
  fingerprint: string
  typed: Readonly<{ congress: string; county: string; name: string; login: string }>
  refusals: readonly IdentityRefusal[]
}>

const words = {
  zh: {
    title: '首次设置',
    lead: '这个链接只能用一次。完成后，您就是系统管理员，再由您邀请经办人和各单位人员。',
    one: '一、人大常委会',
    congress: '全称',
    congressHint: '例如：某某县人民代表大会常务委员会',
    county: '行政区',
    two: '二、系统管理员（您本人）',
    name: '姓名',
    login: '登录名',
    loginHint: '小写字母、数字、点、短横，至少 3 个。管理员只管账号，办理事项请另建账号。',
    password: '密码',
    repeat: '再输入一遍密码',
    three: '三、台账公钥',
    keyWhy:
      '台账每次封存都用这把钥匙签名。请现在打印本页（Ctrl+P，只印公钥部分）或抄下指纹，存放在本系统之外，例如档案室。日后任何人都可以拿它核对台账有没有被改过。',
    keyName: '公钥指纹（SHA-256 前 128 位）',
    keyWhole: '公钥全文',
    end: '请从打印件或抄件上输入指纹的最后 8 位',
    button: '完成设置',
  },
  en: {
    title: 'First setup',
    lead: 'This link works once. Afterwards you are the administrator and invite the clerks and the units.',
    one: '1. The standing committee',
    congress: 'Full name',
    congressHint: 'As on its official papers',
    county: 'County, city or district',
    two: '2. The administrator (yourself)',
    name: 'Name',
    login: 'Login',
    loginHint:
      'At least 3 lower-case letters, digits, dots or hyphens. An administrator keeps accounts only; make another account for handling matters.',
    password: 'Password',
    repeat: 'The password again',
    three: "3. The ledger's public key",
    keyWhy:
      'Every seal of the ledger is signed with this key. Print this page now (Ctrl+P prints the key only) or copy the fingerprint, and keep it outside this system. With it anybody can later check that the ledger was not rewritten.',
    keyName: 'Fingerprint (first 128 bits of SHA-256)',
    keyWhole: 'The whole public key',
    end: 'Type the last 8 characters of the fingerprint from your copy',
    button: 'Finish the setup',
  },
} as const

const fieldOf: Partial<Readonly<Record<IdentityRefusal['code'], string>>> = {
  'congress-name-unfit': 'congress',
  'county-unfit': 'county',
  'name-unfit': 'name',
  'login-unfit': 'login',
  'password-unfit': 'password',
  'repeat-differs': 'repeat',
  'fingerprint-differs': 'end',
}

export function setupPage({ language, token, publicKey, fingerprint, typed, refusals }: SetupPage) {
  const say = words[language]
  const errorOf = (name: string): string | undefined => {
    const own = refusals.filter(({ code }) => fieldOf[code] === name)
    return own.length === 0 ? undefined : own.map((one) => refusalText(one, language)).join(' ')
  }
  const other = new URLSearchParams({ token, lang: language === 'zh' ? 'en' : 'zh' })
  const card: Html = html`<h1>${say.title}</h1>
    <p class="lead">${say.lead}</p>
    ${refusals.filter(({ code }) => fieldOf[code] === undefined).map((one) => alertBox(refusalText(one, language)))}
    <form method="post" action="/setup">
      <input type="hidden" name="token" value="${token}" /><input
        type="hidden"
        name="lang"
        value="${language}"
      />
      <fieldset>
        <legend>${say.one}</legend>
        ${field({ name: 'congress', label: say.congress, hint: say.congressHint, kind: 'text', value: typed.congress, error: errorOf('congress'), first: refusals.length === 0 })}
        ${field({ name: 'county', label: say.county, kind: 'text', value: typed.county, error: errorOf('county') })}
      </fieldset>
      <fieldset>
        <legend>${say.two}</legend>
        ${field({ name: 'name', label: say.name, kind: 'text', value: typed.name, error: errorOf('name') })}
        ${field({ name: 'login', label: say.login, hint: say.loginHint, kind: 'login', value: typed.login, error: errorOf('login') })}
        ${field({ name: 'password', label: say.password, hint: passwordHint(language), kind: 'new-password', error: errorOf('password') })}
        ${field({ name: 'repeat', label: say.repeat, kind: 'new-password', error: errorOf('repeat') })}
      </fieldset>
      <fieldset class="print">
        <legend>${say.three}</legend>
        <p class="hint">${say.keyWhy}</p>
        <div class="key">
          <p>${say.keyName}</p>
          <strong>${fingerprint}</strong>
          <p>${say.keyWhole}</p>
          <code>${publicKey}</code>
        </div>
        ${field({ name: 'end', label: say.end, kind: 'code', error: errorOf('end') })}
      </fieldset>
      <button>${say.button}</button>
    </form>`
  const otherLanguage = `/setup?${other.toString()}`
  return page({ language, title: say.title, say: null, otherLanguage, wide: true, card })
}
