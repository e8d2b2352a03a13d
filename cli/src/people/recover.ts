/**
 * `luoshi recover LOGIN [--factors-lost]`: the way back for an administrator who forgot the password and has nobody who may make a new
 * link. Whoever may run commands on the server prints a one-time link; its owner alone sets the password, and the audit
 * has it. The server may be running meanwhile.
 */
import { explainIdentityRefusal } from '@luoshi/server/identity/identity-refusal-words'
import { invitationLink } from '@luoshi/server/identity/link-addresses'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { congressFor, officeOptions, sayNoCongress, withOffice } from '../running/office.ts'
import { defaultPort } from '../running/run-server.ts'

const usage =
  'luoshi recover LOGIN [--factors-lost] [--url https://…] [--data DIR] [--congress ID] [--json]'

const kinds = { ...officeOptions, congress: 'text', url: 'text', 'factors-lost': 'flag' } as const

export const recoverCommand: Command = {
  summary: '给忘记密码的人生成一次性链接 · a one-time link for whoever forgot the password',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const [login, ...more] = options.words
    if (login === undefined || more.length > 0)
      return sayNotUnderstood(terminal, '请写一个登录名。 Give one login.', usage)
    const address =
      options.text('url') ?? terminal.env['LUOSHI_PUBLIC_URL'] ?? `http://localhost:${defaultPort}`
    const origin = URL.parse(address)?.origin
    if (!origin?.startsWith('http'))
      return sayNotUnderstood(
        terminal,
        '请用 --url 写明本系统的网址。 Say with --url where the server is reached.',
        usage,
      )
    return withOffice(options, terminal, async (office) => {
      const json = options.flag('json')
      const congress = await congressFor(office, options.text('congress'))
      if (!congress.ok) return sayNoCongress(terminal, options, congress.refusal)
      const factors = options.flag('factors-lost') ? 'lost' : 'kept'
      const made = await office.identity.recover(congress.value, login, factors)
      if (!made.ok) {
        const { refusal } = made
        return sayRefusal(terminal, json, refusal.code, explainIdentityRefusal(refusal))
      }
      const link = invitationLink(origin, made.value)
      if (json) terminal.out(JSON.stringify({ ok: true, login, link }))
      else {
        terminal.out(
          '请把这个网址交给本人，由本人设置新密码；只能用一次，三天内有效，已记入安全审计。',
        )
        terminal.out(
          'For its owner alone: works once, within three days, and is on record in the audit.',
        )
        terminal.out(link)
      }
      return 0
    })
  },
}
