import { expect, it } from 'vitest'
import { offeredChannels, readChannelSettings } from './channel-settings.ts'
import { hintOf, readAddress } from './contact-address.ts'

const wrong = (env: Record<string, string>) => {
  const read = readChannelSettings(env)
  return read.ok ? null : read.refusal
}

it('without a line nothing is offered, and the server starts', () => {
  const read = readChannelSettings({})
  expect(read.ok && offeredChannels(read.value)).toEqual([])
  expect(read).toMatchObject({ value: { tellEveryMs: 60_000 } })
  const often = readChannelSettings({ LUOSHI_TELL_SECONDS: '1' })
  expect(often).toMatchObject({ value: { tellEveryMs: 1000 } })
})

it('mail to another machine is always encrypted; only this machine itself may do without', () => {
  const of = (url: string) => {
    const read = readChannelSettings({ LUOSHI_SMTP_URL: url, LUOSHI_SMTP_FROM: 'a@b.example' })
    return read.ok ? read.value.mail : null
  }
  expect(of('smtp://mail.county.example')).toMatchObject({
    port: 587,
    requireTls: true,
    auth: null,
  })
  expect(of('smtps://u:p%40x@mail.county.example')).toMatchObject({
    port: 465,
    secure: true,
    auth: { user: 'u', pass: 'p@x' },
  })
  expect(of('smtp://127.0.0.1:2525')).toMatchObject({ requireTls: false })
})

it('a wrong line is named by its variable, never with its value', () => {
  for (const [variable, env] of [
    ['LUOSHI_SMTP_URL', { LUOSHI_SMTP_URL: 'http://user:geheim@x' }],
    ['LUOSHI_SMTP_FROM', { LUOSHI_SMTP_URL: 'smtp://user:geheim@x' }],
    ['LUOSHI_WEBHOOK_ORIGINS', { LUOSHI_WEBHOOK_ORIGINS: 'http://geheim.example' }],
    ['LUOSHI_WEBHOOK_ORIGINS', { LUOSHI_WEBHOOK_ORIGINS: 'https://geheim.example/path' }],
    ['LUOSHI_TELL_SECONDS', { LUOSHI_TELL_SECONDS: '0' }],
    ['LUOSHI_TELL_SECONDS', { LUOSHI_TELL_SECONDS: 'geheim' }],
    ['LUOSHI_SMS_URL', { LUOSHI_SMS_URL: 'http://geheim.example' }],
    ['LUOSHI_SMS_TEMPLATE', { LUOSHI_SMS_URL: 'https://geheim.example' }],
    [
      'LUOSHI_SMS_CODE_TEMPLATE',
      { LUOSHI_SMS_URL: 'https://geheim.example', LUOSHI_SMS_TEMPLATE: 'T' },
    ],
  ] as const) {
    expect(wrong(env)).toMatchObject({ code: 'bad-channel-setting', variable })
    expect(JSON.stringify(wrong(env))).not.toContain('geheim')
  }
})

it('an address that cannot be one, or lies elsewhere, is not kept; a kept one is shown by its ends', () => {
  const origins = ['https://oapi.dingtalk.com']
  expect(readAddress('email', 'a b@c', origins).ok).toBe(false)
  expect(readAddress('email', 'a@b.example, c@d.example', origins).ok).toBe(false)
  expect(readAddress('sms', '0571-1234567', origins).ok).toBe(false)
  expect(readAddress('dingtalk', 'https://oapi.dingtalk.com.evil.example/x', origins).ok).toBe(
    false,
  )
  expect(
    readAddress('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=K', origins).ok,
  ).toBe(true)
  expect(hintOf('sms', '13612345678')).toBe('136****5678')
  expect(hintOf('dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token=K')).toBe(
    'oapi.dingtalk.com/***',
  )
})
