/** `luoshi verify FILE`: checks a proof with no database, no network and no trust. */
import { access, constants, readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'

const usage = 'luoshi verify FILE [--vkey KEY] [--against CHECKPOINT] [--json]'

export const verifyCommand: Command = {
  summary: '离线核验证明文件 · verify a proof file offline',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { vkey: 'text', against: 'text', json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, text, flag } = read.value
    const [file, ...more] = words
    if (more[0] !== undefined) return sayNotUnderstood(terminal, unknownWord(more[0]), usage)
    if (file === undefined)
      return sayNotUnderstood(terminal, '请写明一个证明文件。 Name one proof file.', usage)
    const path = resolve(terminal.cwd, file)
    if (!(await isFile(path)))
      return sayNotUnderstood(
        terminal,
        `没有这个文件，或者打不开。 No such file, or not readable: ${path}`,
        usage,
      )

    const vkey = text('vkey')
    const kept = text('against')
    const against =
      kept === undefined
        ? undefined
        : await readFile(resolve(terminal.cwd, kept), 'utf8').catch(() => null)
    if (against === null)
      return sayNotUnderstood(terminal, `没有这个文件 No such file: ${kept}`, usage)
    const found = await verifyProof(path, {
      ...(vkey === undefined ? {} : { vkey }),
      ...(against === undefined ? {} : { against }),
    })
    if (flag('json')) {
      terminal.out(JSON.stringify(found))
      return found.ok ? 0 : 1
    }
    const { ok, events, checkpoints, opinions, matters, exits, failures } = found
    terminal.out(ok ? '核验通过：账没有被动过，意见件件有着落。' : '核验不通过：')
    terminal.out(`事件 ${events} 条，检查点 ${checkpoints} 个`)
    terminal.out(`提出意见 ${opinions} 条 ＝ 事项 ${matters} 件 ＋ 其他去向 ${exits} 条`)
    for (const { leaf, why } of failures.slice(0, 50)) terminal.out(`  第 ${leaf} 条：${why}`)
    if (failures.length > 50) terminal.out(`  ……另有 ${failures.length - 50} 处`)
    return ok ? 0 : 1
  },
}

async function isFile(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK)
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}
