/**
 * Which ways out of the house a county has set up. Nothing is set up by default: the console's own bell always works.
 * Everything is checked when the server starts, so that a wrong line is told then and not by a silent queue.
 *
 *     LUOSHI_SMTP_URL       smtp://user:password@mail.county.gov.cn:587 (STARTTLS) or smtps://…:465
 *     LUOSHI_SMTP_FROM      落实提醒 <luoshi@county.gov.cn>
 *     LUOSHI_SMTP_CA        a file with the certificate authority of the county's own mail server
 *     LUOSHI_WEBHOOK_ORIGINS  https://qyapi.weixin.qq.com,https://oapi.dingtalk.com,https://open.feishu.cn
 *     LUOSHI_SMS_URL, LUOSHI_SMS_TOKEN, LUOSHI_SMS_TEMPLATE  the county's 短信平台
 *     LUOSHI_SMS_CODE_TEMPLATE  its template for a code, without which no telephone can be shown to be its owner's
 *     LUOSHI_SMS_SURVEY_TEMPLATE  its template for the code of somebody drawn for a survey: code and link; letters without it
 *     LUOSHI_TELL_SECONDS   how often news is told and sent, 1 to 3600; 60 when it is not said
 */
import { readFileSync } from 'node:fs'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'

export const channels = ['email', 'sms', 'wecom', 'dingtalk', 'feishu'] as const

export type Channel = (typeof channels)[number]

export function isChannel(raw: unknown): raw is Channel {
  return channels.some((one) => one === raw)
}

export type MailSettings = Readonly<{
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS, which is demanded everywhere but on this machine itself. */
  secure: boolean
  requireTls: boolean
  auth: Readonly<{ user: string; pass: string }> | null
  from: string
  ca: string | null
}>

export type SmsSettings = Readonly<{
  url: string
  token: string | null
  template: string
  /** For the code that proves a telephone. */
  codeTemplate: string
  /** For the code of somebody who was drawn for a survey. */
  surveyTemplate?: string
}>

export type ChannelSettings = Readonly<{
  mail: MailSettings | null
  /** Origins that bots may live at; requests go nowhere else. */
  webhookOrigins: readonly string[]
  sms: SmsSettings | null
  /** How often news is read, told and sent. */
  tellEveryMs: number
}>

export const noChannels: ChannelSettings = {
  mail: null,
  webhookOrigins: [],
  sms: null,
  tellEveryMs: 60_000,
}

/** What is wrong, by the name of the variable; never with its value, which may be a secret. */
export type ChannelSettingsRefusal = Readonly<{
  code: 'bad-channel-setting'
  variable: string
  zh: string
  en: string
}>

type Env = Readonly<Record<string, string | undefined>>
type Read<Value> = Result<Value, ChannelSettingsRefusal>

export function readChannelSettings(env: Env): Read<ChannelSettings> {
  const mail = readMail(env)
  if (!mail.ok) return mail
  const hooks = readOrigins(env)
  if (!hooks.ok) return hooks
  const sms = readSms(env)
  if (!sms.ok) return sms
  const every = readEvery(env)
  if (!every.ok) return every
  const [webhookOrigins, tellEveryMs] = [hooks.value, every.value]
  return accept({ mail: mail.value, webhookOrigins, sms: sms.value, tellEveryMs })
}

export function offeredChannels({
  mail,
  webhookOrigins,
  sms,
}: ChannelSettings): readonly Channel[] {
  return channels.filter((channel) => {
    switch (channel) {
      case 'email':
        return mail !== null
      case 'sms':
        return sms !== null
      case 'wecom':
      case 'dingtalk':
      case 'feishu':
        return webhookOrigins.length > 0
    }
  })
}

function readMail(env: Env): Read<MailSettings | null> {
  const variable = 'LUOSHI_SMTP_URL'
  const raw = env[variable]
  if (raw === undefined || raw === '') return accept(null)
  const url = urlOf(raw)
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    return wrong(
      variable,
      '应写成 smtp://用户:密码@主机:端口',
      'should read smtp://user:password@host:port',
    )
  const from = env['LUOSHI_SMTP_FROM'] ?? ''
  if (!/^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(from))
    return wrong('LUOSHI_SMTP_FROM', '应写明发件地址', 'should give the address of the sender')
  const ca = readCa(env)
  if (!ca.ok) return ca
  const secure = url.protocol === 'smtps:'
  const user = decodeURIComponent(url.username)
  return accept({
    host: url.hostname,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTls: !secure && !isThisMachine(url.hostname),
    auth: user === '' ? null : { user, pass: decodeURIComponent(url.password) },
    from,
    ca: ca.value,
  })
}

function readCa(env: Env): Read<string | null> {
  const variable = 'LUOSHI_SMTP_CA'
  const path = env[variable]
  if (path === undefined || path === '') return accept(null)
  try {
    return accept(readFileSync(path, 'utf8'))
  } catch {
    return wrong(variable, '所指的证书文件读不出来', 'names a file that cannot be read')
  }
}

function readOrigins(env: Env): Read<readonly string[]> {
  const variable = 'LUOSHI_WEBHOOK_ORIGINS'
  const listed = (env[variable] ?? '').split(',').map((one) => one.trim())
  const origins: string[] = []
  for (const raw of listed.filter((one) => one !== '')) {
    const url = urlOf(raw)
    if (url === null || url.origin !== raw.replace(/\/$/, '') || !isSafe(url))
      return wrong(
        variable,
        '应是以逗号分开的 https:// 地址（只写到主机名）',
        'should list https:// origins, separated by commas',
      )
    origins.push(url.origin)
  }
  return accept(origins)
}

function readSms(env: Env): Read<SmsSettings | null> {
  const variable = 'LUOSHI_SMS_URL'
  const raw = env[variable]
  if (raw === undefined || raw === '') return accept(null)
  const url = urlOf(raw)
  if (url === null || !isSafe(url))
    return wrong(
      variable,
      '应是短信平台的 https:// 地址',
      'should be the https:// address of the gateway',
    )
  const template = env['LUOSHI_SMS_TEMPLATE'] ?? ''
  if (template === '')
    return wrong('LUOSHI_SMS_TEMPLATE', '应写明短信模板编号', 'should name the template')
  const codeTemplate = env['LUOSHI_SMS_CODE_TEMPLATE'] ?? ''
  if (codeTemplate === '')
    return wrong(
      'LUOSHI_SMS_CODE_TEMPLATE',
      '应写明验证码短信的模板编号（没有它，手机号无法确认）',
      'should name the template for codes; without it no number can be confirmed',
    )
  const surveyTemplate = env['LUOSHI_SMS_SURVEY_TEMPLATE'] ?? ''
  const known = { url: url.href, token: env['LUOSHI_SMS_TOKEN'] ?? null, template, codeTemplate }
  return accept(surveyTemplate === '' ? known : { ...known, surveyTemplate })
}

function readEvery(env: Env): Read<number> {
  const variable = 'LUOSHI_TELL_SECONDS'
  const raw = env[variable] ?? ''
  if (raw === '') return accept(noChannels.tellEveryMs)
  const seconds = Number(raw)
  return /^\d{1,4}$/.test(raw) && seconds >= 1 && seconds <= 3600
    ? accept(seconds * 1000)
    : wrong(variable, '应为1至3600的整数（秒）', 'is a whole number of seconds, 1 to 3600')
}

/** Unencrypted only to this machine itself: a gateway of the county on the same host. */
function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname))
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function urlOf(raw: string): URL | null {
  return URL.canParse(raw) ? new URL(raw) : null
}

function wrong(variable: string, zh: string, en: string): Read<never> {
  return refuse({
    code: 'bad-channel-setting',
    variable,
    zh: `环境变量 ${variable} 不对：${zh}。改正后重新启动；暂时不用的，删去即可。`,
    en: `${variable} ${en}. Put it right and start again, or leave it out.`,
  })
}
