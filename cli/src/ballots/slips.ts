/**
 * `luoshi ballot slips BALLOT FILE.html --url https://…`: slips for everybody on the roll, as a page to be printed and cut. The
 * codes are in that file and nowhere else; slips made before are void.
 */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { noCourse } from '@luoshi/domain/ballots/cast-here'
import { isId } from '@luoshi/domain/kernel/ids'
import { ballotKind } from '@luoshi/server/ballots/ballot-kind'
import { castNames } from '@luoshi/server/ballots/hall/cast-names'
import { makeSlips } from '@luoshi/server/ballots/hall/prepare-steps'
import { slipPage } from '@luoshi/server/ballots/hall/slip-paper'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { actingClerk } from '../running/acting-clerk.ts'
import { congressFor, officeOptions, sayNoCongress, withOffice } from '../running/office.ts'

export const slipsUsage =
  'luoshi ballot slips BALLOT FILE.html --url https://… [--as LOGIN] [--data DIR] [--congress ID] [--json]'

const kinds = { ...officeOptions, congress: 'text', as: 'text', url: 'text' } as const

export async function printSlips(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readOptions(args, kinds)
  if (!read.ok) return sayNotUnderstood(terminal, read.refusal, slipsUsage)
  const options = read.value
  const [ballot, name, ...more] = options.words
  const origin = URL.parse(options.text('url') ?? '')?.origin
  if (!ballot || !isId('ballot', ballot) || !name?.endsWith('.html') || more.length > 0)
    return sayNotUnderstood(
      terminal,
      '请写测评编号和要存成的 .html 文件。 Give the ballot and an .html file.',
      slipsUsage,
    )
  if (!origin?.startsWith('http'))
    return sayNotUnderstood(
      terminal,
      '请用 --url 写明投票页面所在的网址。 Say with --url where the voters’ page is.',
      slipsUsage,
    )
  return withOffice(options, terminal, async (office) => {
    const { world } = office
    const json = options.flag('json')
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const by = await actingClerk(office, about.value, options.text('as'))
    if (!by.ok) return sayRefusal(terminal, json, by.refusal.code, by.refusal.words)
    const { congress } = by.value
    const { state, version } = await ballotKind.load(world.db, congress, ballot)
    const made = await makeSlips(world, { by: by.value, ballot, version })
    if (!made.ok) return sayRefusal(terminal, json, made.refusal.code, made.refusal.words)
    if (state.status === 'none') return 1
    const { title } = await castNames(world, congress, state)
    const hash = (state.course ?? noCourse).frozen?.hash ?? ''
    const page = await slipPage({
      title,
      fingerprint: hash.slice(0, 16).replaceAll(/.{4}(?=.)/g, '$& '),
      vote: `${origin}/vote/${ballot}`,
      how: '扫码打开即可领票；或者在投票页面输入上面的票证码。',
      slips: made.value.slips.map(({ voter, code }) => ({ name: voter, code })),
    })
    await writeFile(resolve(terminal.cwd, name), page, { mode: 0o600 })
    const slips = made.value.slips.length
    if (json) terminal.out(JSON.stringify({ ok: true, slips, file: name }))
    else
      terminal.out(
        `已生成 ${slips} 张领票条：${name}。请打印、裁开、对折，正面朝下交本人；以前生成的作废，打印后删除文件。`,
      )
    return 0
  })
}
