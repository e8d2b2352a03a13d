/**
 * A document that comes in to be read (opinions, a ledger that comes back, a roster, a list of people to ask) is shown to
 * the scanner before anything reads it. Nothing of it is kept when it is refused; and unlike evidence it does not wait:
 * it would be read, and handed out again, without having been looked at.
 * Source: GB/T 22239-2019 8.1.4.5 (恶意代码防范).
 */
import { Readable } from 'node:stream'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../../execute/refused.ts'
import type { Scanner } from './clamd.ts'

/** Null: it may be read. */
export async function scanUploaded(
  scanner: Scanner | undefined,
  bytes: Uint8Array,
): Promise<ReturnType<typeof refused> | null> {
  if (scanner === undefined) return null
  const verdict = await scanner.scan(Readable.from([bytes]))
  switch (verdict.is) {
    case 'clean':
      return null
    case 'infected':
      return infected(verdict.finding)
    case 'too-large':
      return tooLarge()
    case 'away':
      return away()
  }
}

function infected(finding: string) {
  return refused(
    422,
    'file-infected',
    bilingual(
      `杀毒软件报告这个文件有问题（${finding}），没有打开，也没有留下。`,
      '请在杀过毒的电脑上重新制作一份；只有文字的，可以把文字复制粘贴进来。',
      `The virus scanner found something in this file (${finding}); it was not opened and nothing of it was kept.`,
      'Make it anew on a clean machine, or paste the text itself.',
    ),
  )
}

function tooLarge() {
  return refused(
    422,
    'scanner-limit',
    bilingual(
      '这个文件超过了杀毒软件能查的大小，没有打开。',
      '请系统管理员把 clamd 的 StreamMaxLength 调到 25M 以上，或把文件分成几份。',
      'This file is larger than the virus scanner takes, and was not opened.',
      'Ask the administrator to raise StreamMaxLength of clamd to 25M or more, or split the file.',
    ),
  )
}

function away() {
  return refused(
    503,
    'scanner-away',
    bilingual(
      '杀毒软件没有回应，文件没有打开，也没有留下。',
      '请过几分钟再传；一直这样，请告诉系统管理员查看 clamd 是否在运行。',
      'The virus scanner does not answer; the file was not opened and nothing of it was kept.',
      'Try again in some minutes; if it stays so, ask the administrator to see whether clamd is running.',
    ),
  )
}
