/** `luoshi lot verify FILE`: computes a drawing by lot again from its file; needs no database and no network. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { lotCheckLabels, readLotFile, verifyLot } from '@luoshi/domain/appraisals/verify-lot'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'

const usage = 'luoshi lot verify FILE [--json]'

/** Bytes. A drawing among five hundred candidates has about 40 kB. */
const largestFile = 1024 * 1024

export const lotCommand: Command = {
  summary: '复算抽签 · verify a drawing',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [verb, name, ...more] = read.value.words
    if (verb !== 'verify' || name === undefined || more.length > 0)
      return sayNotUnderstood(terminal, '请写 lot verify FILE。 Say: lot verify FILE.', usage)
    const file = await lotIn(resolve(terminal.cwd, name))
    if (!file.ok) {
      const why = `“${name}”不是抽签文件。请使用抽签页面下载的文件。 “${name}” is no file of a drawing.`
      return sayNotUnderstood(terminal, why, usage)
    }
    const report = verifyLot(file.value)
    if (read.value.flag('json')) {
      const { title, drawnOn } = file.value
      terminal.out(JSON.stringify({ ...report, title, drawnOn }))
      return report.ok ? 0 : 1
    }
    terminal.out(`${file.value.title}（${file.value.drawnOn}）`)
    for (const { check, ok } of report.checks)
      terminal.out(`${ok ? '✓' : '×'} ${lotCheckLabels[check].zh}`)
    terminal.out(`${report.ok ? '抽中' : '按此文件应抽中'}：${report.chosen.join('、')}`)
    if (!report.ok) terminal.err('× 复算不一致，抽签结果不可采信。 The drawing does not verify.')
    return report.ok ? 0 : 1
  },
}

async function lotIn(path: string) {
  const bytes = await readFile(path).catch(() => null)
  if (!bytes || bytes.length > largestFile) return readLotFile(null)
  try {
    const raw: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))
    return readLotFile(raw)
  } catch {
    return readLotFile(null)
  }
}
