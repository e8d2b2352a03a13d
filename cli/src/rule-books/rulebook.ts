/** `luoshi rulebook`: the shipped rule books, one of them line by line, or a county's own file checked. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { checkRuleBookText } from '@luoshi/domain/rule-books/check-rule-book-text'
import { bookStandingLabels } from '@luoshi/domain/rule-books/book-standing'
import {
  allProfiles,
  profileOf,
  resolveRuleBook,
} from '@luoshi/domain/rule-books/resolve-rule-book'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { settingLines } from '@luoshi/domain/rule-books/setting-words'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'
import type { OwnBook } from './own-books.ts'

const usage =
  'luoshi rulebook list [--data DIR] [--json] | show KEY [--data DIR] [--json] | check FILE [--json]'

/** Bytes. The largest shipped book has about 12 kB. */
const largestFile = 1024 * 1024

export const rulebookCommand: Command = {
  summary: '办法：列表、查看、检查 · rule books',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { data: 'text', json: 'flag', congress: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [verb, name, ...more] = read.value.words
    const json = read.value.flag('json')
    // Only with --data is a data folder opened: the shipped books need none.
    const withOwn = read.value.text('data') !== undefined
    if (verb === 'list' && name === undefined)
      return withOwn ? listOwn(read.value, terminal) : list([], json, terminal)
    if (verb === 'show' && name !== undefined && more.length === 0)
      return withOwn ? showOwn(name, read.value, terminal) : show(name, json, terminal)
    if (verb === 'check' && name !== undefined && more.length === 0)
      return check(name, json, terminal)
    const why = '请写明 list、show KEY 或者 check FILE。 Say list, show KEY or check FILE.'
    return sayNotUnderstood(terminal, why, usage)
  },
}

function list(own: readonly OwnBook[], json: boolean, { out }: Terminal): ExitCode {
  const shipped = allProfiles().map(({ key, name, summary }) => ({ key, name, summary }))
  if (json) {
    out(JSON.stringify([...own.map(rowOf), ...shipped]))
    return 0
  }
  for (const { key, name, summary } of [...own.map(rowOf), ...shipped])
    out(`${key}\t${name}\t${summary}`)
  return 0
}

function rowOf({ id, edition, standing, book: { name } }: OwnBook) {
  const summary = `第${edition}版，${bookStandingLabels[standing].zh}`
  return { key: id, name, summary, edition, standing }
}

async function listOwn(options: Options, terminal: Terminal): Promise<ExitCode> {
  // The database is loaded only when it is asked for.
  const { withOwnBooks } = await import('./own-books.ts')
  return withOwnBooks(options, terminal, async (own) => list(own, options.flag('json'), terminal))
}

async function showOwn(key: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  // The database is loaded only when it is asked for.
  const { withOwnBooks } = await import('./own-books.ts')
  return withOwnBooks(options, terminal, async (own) => {
    const one = own.find(({ id }) => id === key)
    return one
      ? print(one.book, options.flag('json'), terminal)
      : show(key, options.flag('json'), terminal)
  })
}

function show(key: string, json: boolean, terminal: Terminal): ExitCode {
  const profile = profileOf(key)
  if (profile) return print(resolveRuleBook(profile), json, terminal)
  const why = `没有“${key}”这部办法，请用 luoshi rulebook list 查看；本级办法请加 --data DIR。 There is no rule book “${key}”; see luoshi rulebook list, with --data DIR for the county’s own.`
  return sayNotUnderstood(terminal, why, usage)
}

function print(book: RuleBook, json: boolean, terminal: Terminal): ExitCode {
  if (json) {
    terminal.out(JSON.stringify(book))
    return 0
  }
  terminal.out(`${book.name}（${book.key}）`)
  for (const { label, value, source } of settingLines(book)) {
    const mark = source.verified ? '' : '［未核实］'
    terminal.out(`${label.zh}：${value.zh}${mark}`)
    terminal.out(`    依据：${source.text}（${source.ref}）`)
  }
  return 0
}

async function check(name: string, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const file = resolve(terminal.cwd, name)
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) {
    const why = `读不到文件“${name}”。 The file “${name}” cannot be read.`
    return sayNotUnderstood(terminal, why, usage)
  }
  if (bytes.length > largestFile) {
    const why = '文件超过 1 MB，不是一部办法。 The file is over 1 MB: no rule book.'
    return sayNotUnderstood(terminal, why, usage)
  }
  const report = checkRuleBookText(bytes.toString('utf8'))
  if (!report.readable) return sayNotUnderstood(terminal, notJson, usage)
  const { key, findings, defaults, unverified } = report
  const ok = findings.length === 0
  if (json) {
    terminal.out(JSON.stringify({ ok, key, name: report.name, findings, defaults, unverified }))
    return ok ? 0 : 1
  }
  for (const { zh } of findings) terminal.err(`× ${zh}`)
  if (ok) {
    terminal.out(`${report.name}：可以使用。`)
    if (defaults.length > 0) terminal.out(`未写明、用中性默认的设置 ${defaults.length} 项。`)
    if (unverified.length > 0) terminal.out(`依据尚未核实的设置 ${unverified.length} 项。`)
  }
  return ok ? 0 : 1
}

const notJson = '文件不是 JSON，读不出办法。 The file is not JSON.'
