/**
 * `luoshi ballot verify FOLDER`: counts a published secret ballot anew from its folder alone; no database, no network.
 * `luoshi ballot fetch URL FOLDER`: takes that folder from where it is published, `fetch-bulletin.ts`.
 * `luoshi ballot slips BALLOT FILE.html`: slips for everybody on the roll, to be printed, `slips.ts`.
 * `luoshi ballot issuer …`: the tellers' own issuer, `issuer.ts`.
 */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import type { ContestTally } from '@luoshi/ballots/bulletin/tally'
import { countingNatively } from '@luoshi/ballots/bulletin/native-open'
import { verifyBulletin, type VerifiedEvent } from '@luoshi/ballots/bulletin/verify-bulletin'
import { warningWords } from '@luoshi/ballots/bulletin/warning-words'
import { readManifest, type Contest } from '@luoshi/ballots/protocol/manifest'
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import type { ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command, Terminal } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { fetchBulletin, fetchUsage } from './fetch-bulletin.ts'
import { issuerUsage, runIssuer } from './issuer.ts'
import { printSlips, slipsUsage } from './slips.ts'

const usage = `luoshi ballot verify FOLDER [--fingerprint 指纹] [--code 核对码] [--json] | ${fetchUsage.replace('luoshi ballot ', '')} | ${slipsUsage.replace('luoshi ballot ', '')} | ${issuerUsage.replace('luoshi ballot ', '')}`

export const ballotCommand: Command = {
  summary: '复核无记名测评 · verify a secret ballot',
  usage,
  run: async (args, terminal) => {
    if (args[0] === 'issuer') return runIssuer(args.slice(1), terminal)
    if (args[0] === 'slips') return printSlips(args.slice(1), terminal)
    if (args[0] === 'fetch') return fetchBulletin(args.slice(1), terminal)
    const read = readOptions(args, { json: 'flag', fingerprint: 'text', code: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, flag, text } = read.value
    const [verb, name, ...more] = words
    if (verb !== 'verify' || name === undefined || more.length > 0)
      return sayNotUnderstood(
        terminal,
        '请写 ballot verify FOLDER。 Say: ballot verify FOLDER.',
        usage,
      )
    const folder = resolve(terminal.cwd, name)
    const entry = await stat(folder).catch(() => undefined)
    if (!entry?.isDirectory()) {
      const why = `“${name}”不是文件夹。请指明公布的测评文件夹。 “${name}” is no folder.`
      return sayNotUnderstood(terminal, why, usage)
    }
    const { bulletin, unread } = await readBulletin(folder)
    if (unread.length > 0) {
      const why = `文件过大：${unread.join('、')}。 Too large: ${unread.join(', ')}.`
      return sayNotUnderstood(terminal, why, usage)
    }
    const [fingerprint, code] = [text('fingerprint'), text('code')]
    const asked = {
      ...(fingerprint === undefined ? {} : { fingerprint }),
      ...(code === undefined ? {} : { code }),
    }
    const verdict = await verifyBulletin(bulletin, asked, countingNatively)
    if (flag('json')) {
      const said = verdict.ok ? { ok: true, ...verdict.value } : { ok: false, ...verdict.refusal }
      terminal.out(JSON.stringify(said))
      return verdict.ok ? 0 : 1
    }
    if (!verdict.ok) return sayRefused(terminal, verdict.refusal)
    const manifest = await readManifest(bulletin['manifest.json'] ?? new Uint8Array())
    sayVerified(terminal, verdict.value, manifest.ok ? manifest.value.manifest.contests : [], code)
    return 0
  },
}

function sayRefused(terminal: Terminal, { code, about }: ProtocolRefusal): 1 {
  const { zh, en } = refusalWords(code)
  terminal.err(`× ${code}${about === '' ? '' : `（${about}）`}：${zh} ${en}`)
  terminal.err('× 复核不通过，此结果不可采信。 The ballot does not verify.')
  return 1
}

function sayVerified(
  terminal: Terminal,
  event: VerifiedEvent,
  contests: readonly Contest[],
  code: string | undefined,
): void {
  terminal.out(`${event.title}　指纹 ${event.fingerprint}`)
  terminal.out(`✓ 票证、签名、次序、登记与封票声明全部相符，封存选票 ${event.ballots} 张`)
  if (event.result === null) terminal.out('尚未公布计票钥匙，选票仍封存。 Still sealed.')
  for (const [at, tally] of (event.result?.total ?? []).entries()) {
    const contest = contests[at]
    if (contest) sayContest(terminal, contest, tally)
  }
  for (const { contest, marks } of event.own) {
    const shown =
      marks &&
      contests[contest]?.questions.map(
        ({ t, options }, at) => `${t}：${markText(options, marks[at])}`,
      )
    terminal.out(
      `您的选票在内：${contests[contest]?.title ?? ''}　${shown?.join('；') ?? '（封存中或为废票）'}`,
    )
  }
  if (code !== undefined && event.own.length === 0)
    terminal.err('！没有找到这个核对码的选票；如有回执，请提出异议。 No ballot has this code.')
  for (const warning of event.warnings) terminal.err(`！${warningWords(warning).zh}`)
}

function sayContest(terminal: Terminal, { title, questions }: Contest, tally: ContestTally): void {
  terminal.out(`${title}：收回 ${tally.cast} 张`)
  for (const [at, { t, options }] of questions.entries()) {
    const { counts = [], blank = 0, invalid = 0 } = tally.questions[at] ?? {}
    const marks = options.map((option, n) => `${option} ${counts[n] ?? 0}`)
    terminal.out(`  ${t}：${marks.join('、')}、未填 ${blank}、废票 ${invalid}`)
  }
}

function markText(options: readonly string[], mark: number | null | undefined): string {
  return mark === null || mark === undefined ? '未填' : (options[mark] ?? '')
}
