/** `luoshi parse FILE`: what a document says, cleaned and outlined, with every change and every doubt listed. */
import { open } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseInWorker } from '@luoshi/papers/parse-in-worker'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, Terminal } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'

const usage = 'luoshi parse FILE [--accept REPAIR,…] [--json]'

/** Bytes; the same limit as an upload. */
const maxSize = 20 * 1024 * 1024

export const parseCommand: Command = {
  summary: '读文件，清洗、分条 · read a document into opinions',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { accept: 'text', json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, text, flag } = read.value
    const [file, ...more] = words
    if (file === undefined || more.length > 0) {
      return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', usage)
    }
    const bytes = await readBounded(resolve(terminal.cwd, file), terminal)
    if (!bytes) return 2
    const accepted =
      text('accept')
        ?.split(',')
        .filter((id) => id !== '') ?? []
    const parsed = await parseInWorker(bytes, {
      fileName: basename(file),
      acceptedRepairs: accepted,
    })
    if (!parsed.ok) {
      const { code, zh, en } = parsed.refusal
      return sayRefusal(terminal, flag('json'), code, {
        zh: { what: zh, fix: '' },
        en: { what: en, fix: '' },
      })
    }
    if (flag('json')) {
      terminal.out(JSON.stringify(parsed.value))
      return 0
    }
    const { encoding, edits, flags, nodes, items } = parsed.value
    terminal.out(
      `编码 ${encoding} · 改动 ${edits.length} 处 · 存疑 ${flags.length} 处 · 标题 ${nodes.length} 个`,
    )
    for (const item of items) {
      const fields = [item.unit, item.due, item.measure].filter((one) => one !== undefined)
      terminal.out(
        `${item.number}\t${item.text}${fields.length > 0 ? `\t〔${fields.join('；')}〕` : ''}`,
      )
    }
    for (const { kind, at, text: what } of flags) terminal.out(`存疑 ${kind} @${at}：${what}`)
    return 0
  },
}

async function readBounded(path: string, { err }: Terminal): Promise<Uint8Array | null> {
  try {
    await using file = await open(path)
    const found = await file.stat()
    if (!found.isFile()) {
      err(`这不是文件：${path}。请写明一个文件。 This is not a file; name one.`)
      return null
    }
    const { size } = found
    if (size > maxSize) {
      err(`文件有 ${Math.ceil(size / 1024 / 1024)} MB，上限是 20 MB。请拆分后再读。`)
      err(`The file has ${Math.ceil(size / 1024 / 1024)} MB; the limit is 20 MB. Split it.`)
      return null
    }
    return new Uint8Array(await file.readFile())
  } catch {
    err(
      `打不开这个文件：${path}。请核对路径和权限。 The file cannot be opened; check path and permissions.`,
    )
    return null
  }
}
