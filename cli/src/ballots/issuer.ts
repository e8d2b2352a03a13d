/**
 * `luoshi ballot issuer`: the tellers' own issuer on a laptop of theirs, apart from the server.
 *
 *     new FOLDER --contests N --slips M    makes keys and slips; the codes are printed this once, with `--print FILE.html` as
 *                                          a page to be cut
 *     serve FOLDER --manifest FILE         signs tokens until it is stopped
 *     issued FOLDER                        who was given one, for the close: JSON for `secondIssued`
 */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { refusalWords } from '@luoshi/ballots/protocol/refusal-words'
import { makeIssuer, openIssuer } from '@luoshi/server/ballots/second-issuer/issuer-folder'
import { startSecondIssuer } from '@luoshi/server/ballots/second-issuer/issuer-server'
import { slipPage } from '@luoshi/server/ballots/hall/slip-paper'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'

export const issuerUsage =
  'luoshi ballot issuer new FOLDER --contests N --slips M [--print FILE.html] | issuer serve FOLDER --manifest FILE [--host H] [--port P] [--cert FILE --key FILE] | issuer issued FOLDER'

const kinds = {
  json: 'flag',
  contests: 'text',
  slips: 'text',
  print: 'text',
  manifest: 'text',
  host: 'text',
  port: 'text',
  cert: 'text',
  key: 'text',
} as const

export async function runIssuer(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const read = readOptions(args, kinds)
  if (!read.ok) return sayNotUnderstood(terminal, read.refusal, issuerUsage)
  const [verb, name, ...more] = read.value.words
  if (name === undefined || more.length > 0)
    return sayNotUnderstood(terminal, '请写明文件夹。 Name a folder.', issuerUsage)
  const folder = resolve(terminal.cwd, name)
  switch (verb) {
    case 'new':
      return makeNew(folder, read.value, terminal)
    case 'serve':
      return serve(folder, read.value, terminal)
    case 'issued':
      return sayIssued(folder, terminal)
    default:
      return sayNotUnderstood(terminal, '请写 new、serve 或 issued。', issuerUsage)
  }
}

async function makeNew(folder: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const [contests, slips] = [options.text('contests'), options.text('slips')].map(Number)
  const isWhole = (n: number | undefined, most: number): n is number =>
    n !== undefined && Number.isInteger(n) && n >= 1 && n <= most
  if (!isWhole(contests, 600) || !isWhole(slips, 3000))
    return sayNotUnderstood(terminal, '--contests 1–600，--slips 1–3000。', issuerUsage)
  if (await stat(folder).catch(() => undefined))
    return sayNotUnderstood(
      terminal,
      `“${folder}”已经存在，发票机从不覆盖。请另选一个文件夹。 It is there already.`,
      issuerUsage,
    )
  const made = await makeIssuer({ folder, contests, slips, bits: 3072 })
  const print = options.text('print')
  if (print !== undefined) await printOut(resolve(terminal.cwd, print), made.slips)
  if (options.flag('json')) {
    terminal.out(JSON.stringify({ ok: true, ...made }))
    return 0
  }
  terminal.out(`发票机已建立：${folder}`)
  terminal.out('请把下面的公钥登记到测评的准备页，再等工作人员封定票样：')
  terminal.out(JSON.stringify(made.keys))
  if (print !== undefined) {
    terminal.out(`票条已存成 ${print}，请打印、裁开，会上正面朝下由委员自取，打印后删除文件。`)
    return 0
  }
  terminal.out('票条只显示这一次，请打印后逐张裁开，会上正面朝下由委员自取：')
  for (const { label, code } of made.slips) terminal.out(`${label}\t${code}`)
  return 0
}

/** Without a picture: the page is opened by the other slip, and this code is typed into it. */
async function printOut(
  file: string,
  slips: readonly Readonly<{ label: string; code: string }>[],
): Promise<void> {
  const page = await slipPage({
    title: '监票人发票机',
    fingerprint: null,
    vote: null,
    how: '在投票页面“第二道票证码”处输入。不记名，不分先后，请不要给别人看。',
    slips: slips.map(({ label, code }) => ({ name: label, code })),
  })
  await writeFile(file, page, { mode: 0o600 })
}

async function serve(folder: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const file = options.text('manifest')
  const port = Number(options.text('port') ?? 7430)
  if (file === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
    return sayNotUnderstood(terminal, '请用 --manifest 指明封定的票样文件。', issuerUsage)
  const [cert, key] = [options.text('cert'), options.text('key')]
  const at = (one: string) => readFile(resolve(terminal.cwd, one))
  const tls =
    cert === undefined || key === undefined ? null : { cert: await at(cert), key: await at(key) }
  const host = options.text('host') ?? '127.0.0.1'
  const started = await startSecondIssuer({ folder, manifest: await at(file), host, port, tls })
  if (!started.ok) {
    const { code, about } = started.refusal
    const { zh, en } = refusalWords(code)
    terminal.err(`× ${code}${about === '' ? '' : `（${about}）`}：${zh} ${en}`)
    return 1
  }
  const { url, fingerprint, close, issued } = started.value
  if (options.flag('json')) terminal.out(JSON.stringify({ ok: true, url, fingerprint }))
  else {
    terminal.out(`监票人发票机：${url}`)
    terminal.out(`票样指纹 ${fingerprint}，请与大屏幕核对一致再发票。`)
    terminal.out('发票结束后按 Ctrl+C 停止。')
  }
  await terminal.stopped
  await close()
  terminal.err(`已发票条 ${issued()} 张。 ${issued()} slips were used.`)
  return 0
}

async function sayIssued(folder: string, terminal: Terminal): Promise<ExitCode> {
  const issuer = await openIssuer(folder)
  const rows = issuer.issued().map(({ contest: c, voter }) => ({ c, voter }))
  terminal.out(JSON.stringify(rows))
  return 0
}
