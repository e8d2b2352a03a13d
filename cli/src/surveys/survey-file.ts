/**
 * `luoshi survey export` writes what strangers are given of a closed survey; `luoshi survey verify` counts it again with no
 * database and no network; `luoshi survey check` holds the rows on this machine against the log and the counters.
 */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Id } from '@luoshi/domain/kernel/ids'
import { makeSurveyFile } from '@luoshi/server/surveys/published/make-survey-file'
import { readSurveyFile, verifySurveyFile } from '@luoshi/server/surveys/published/read-survey-file'
import { checkBatches } from '@luoshi/server/surveys/intake/check-batches'
import { recount } from '@luoshi/server/surveys/intake/recount'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import type { Asking } from './survey-asking.ts'

export async function exportSurvey(
  { office, options, terminal, by }: Asking,
  id: Id<'survey'>,
  usage: string,
): Promise<ExitCode> {
  const out = options.text('out')
  if (out === undefined)
    return sayNotUnderstood(terminal, '请用 --out 写明文件。 Name the file with --out.', usage)
  const made = await makeSurveyFile(office.world, by, id)
  if (!made.ok)
    return sayRefusal(terminal, options.flag('json'), made.refusal.code, made.refusal.words)
  const path = resolve(terminal.cwd, out)
  await writeFile(path, `${JSON.stringify(made.value)}\n`)
  const { taken, batches } = made.value
  terminal.out(
    options.flag('json')
      ? JSON.stringify({ ok: true, file: path, answers: taken.answers, batches: batches.length })
      : `已写出 ${path}：答卷 ${taken.answers} 份，${batches.length} 批。里面没有逐份的答卷，可以公开。`,
  )
  return 0
}

export async function verifySurvey(
  options: Options,
  terminal: Terminal,
  file: string,
  usage: string,
): Promise<ExitCode> {
  const path = resolve(terminal.cwd, file)
  const text = await readFile(path, 'utf8').catch(() => null)
  const survey = text === null ? null : readSurveyFile(text)
  if (survey === null)
    return sayNotUnderstood(
      terminal,
      `${path} 不是调查核验材料。 This is no file of a closed survey.`,
      usage,
    )
  const proof = options.text('proof')
  if (proof !== undefined && !(await isFile(resolve(terminal.cwd, proof))))
    return sayNotUnderstood(terminal, `没有这个文件 No such file: ${proof}`, usage)
  const held =
    proof === undefined ? null : { path: resolve(terminal.cwd, proof), vkey: options.text('vkey') }
  const found = await verifySurveyFile(survey, held)
  if (options.flag('json')) terminal.out(JSON.stringify(found))
  else {
    terminal.out(found.ok ? '核验通过：结果由公布的人数算出，没有不足人数的组。' : '核验不通过：')
    terminal.out(`${found.title}：答卷 ${found.answers} 份，${found.batches} 批`)
    terminal.out(
      held
        ? '已与台账的证明文件逐批核对。'
        : '没有与台账核对：请用 --proof 给出 luoshi export proof 的文件。',
    )
    for (const { zh } of found.faults) terminal.out(`  ${zh}`)
  }
  return found.ok ? 0 : 1
}

export async function checkSurvey(
  { office, options, terminal, by }: Asking,
  survey: Id<'survey'>,
): Promise<ExitCode> {
  const place = { congress: by.congress, survey }
  const { rows, batches, faults } = await checkBatches(office.world.db, place)
  const cells = await recount(office.world.db, place)
  const ok = faults.length === 0 && cells === 0
  if (options.flag('json')) terminal.out(JSON.stringify({ ok, rows, batches, faults, cells }))
  else {
    terminal.out(ok ? '核对通过：逐份重数，和台账各批、和计数一致。' : '核对不通过：')
    terminal.out(`${rows} 行，${batches} 批`)
    for (const { of, batch, fault } of faults)
      terminal.out(`  ${of === 'answers' ? '答卷' : '文字'}第 ${batch} 批：${faultWords[fault]}`)
    if (cells > 0) terminal.out(`  计数有 ${cells} 处和逐份重数的不同`)
  }
  return ok ? 0 : 1
}

const faultWords = {
  'rows-changed': '内容被增加、减少或者改动',
  'not-in-log': '台账里没有这一批',
  'rows-missing': '整批不见了',
} as const

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isFile() === true
}
