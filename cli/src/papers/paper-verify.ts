/**
 * `luoshi paper verify FILE`: is this paper what was issued? From the file alone, and with the ledger's proof also whether
 * it was ever issued. 0 it holds · 1 it was altered, or cannot be told.
 */
import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { paperKindAbout } from '@luoshi/domain/papers/paper-kinds'
import { verifyPaper, type PaperVerdict } from '@luoshi/papers/identity/verify-paper'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { papersInProof, type PaperInProof } from './paper-in-proof.ts'

const usage = 'luoshi paper verify FILE [--proof PROOFFILE] [--vkey KEY] [--json]'

/** Bytes; the same limit as an upload. */
const maxSize = 20 * 1024 * 1024

export const paperVerifyCommand: Command = {
  summary: '核验公文 · verify a paper offline',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { json: 'flag', proof: 'text', vkey: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, text, flag } = read.value
    const [file, ...more] = words
    if (file === undefined || more.length > 0)
      return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', usage)
    const path = resolve(terminal.cwd, file)
    const proof = text('proof')
    const proofPath = proof === undefined ? null : resolve(terminal.cwd, proof)
    for (const one of proofPath === null ? [path] : [path, proofPath]) {
      const found = await stat(one).catch(() => null)
      if (!found?.isFile() || (one === path && found.size > maxSize))
        return sayNotUnderstood(
          terminal,
          `没有这个文件，或者太大。 No such file, or too large: ${one}`,
          usage,
        )
    }
    const verdict = await verifyPaper(new Uint8Array(await readFile(path)), basename(path))
    if (!verdict.ok) {
      const { code, zh, en } = verdict.refusal
      const said = { zh: { what: zh, fix: '' }, en: { what: en, fix: '' } }
      return sayRefusal(terminal, flag('json'), code, said)
    }
    const hash = 'hash' in verdict.value ? verdict.value.hash : null
    const ledger =
      proofPath === null || hash === null
        ? null
        : (await papersInProof(proofPath, text('vkey')))(hash)
    return say(terminal, flag('json'), verdict.value, ledger)
  },
}

function say(
  terminal: Terminal,
  json: boolean,
  verdict: PaperVerdict,
  ledger: PaperInProof | null,
): ExitCode {
  const ok = verdict.status === 'whole' && (ledger === null || ledger.status === 'registered')
  if (json) terminal.out(JSON.stringify({ ok, ...verdict, ledger }))
  else for (const line of [...verdictWords(verdict), ...ledgerWords(ledger)]) terminal.out(line)
  return ok ? 0 : 1
}

function verdictWords(verdict: PaperVerdict): readonly string[] {
  switch (verdict.status) {
    case 'whole':
      return [
        `内容完整，没有改动：${paperKindAbout[verdict.kind].zh}`,
        `查验码 ${verdict.code}`,
        `内容哈希 ${verdict.hash}`,
      ]
    case 'altered': {
      const { at } = verdict
      const where =
        at === null
          ? '文件里登记的内容与哈希不符。'
          : `${at.part}：应为“${at.expected}”，现为“${at.found}”。`
      return ['内容已被改动：', `  ${where}`, `查验码 ${verdict.code}`]
    }
    case 'stripped':
      return [
        '文件经别的软件另存，内容记录已经丢失，无法逐字核对。请向发文机关索取原文件。',
        `查验码 ${verdict.code}`,
      ]
    case 'unmarked':
      return ['这是草稿，或者不是从本系统发出的公文，没有可以核验的内容。']
  }
}

function ledgerWords(ledger: PaperInProof | null): readonly string[] {
  if (ledger === null) return ['没有给台账证明文件（--proof），只核对了文件本身。']
  switch (ledger.status) {
    case 'proof-broken':
      return ['台账证明文件本身没有通过核验，请先用 luoshi verify 查看。']
    case 'unknown':
      return ['台账里没有登记过这份公文。']
    case 'registered':
      return [`台账第 ${ledger.seq} 条登记，${ledger.at}；${standingWords[ledger.standing]}`]
  }
}

const standingWords = {
  latest: '现行有效。',
  replaced: '后来重新出过，请以新的为准。',
  withdrawn: '已经撤回。',
} as const
