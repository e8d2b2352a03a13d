import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'

/** So many sheets wait to be written or read that another one would only make all of them later. */
export function tooManyAtOnce() {
  return refused(
    429,
    'too-many-sheets',
    bilingual(
      '正在导出、回导的人太多。',
      '请过一两分钟再试。',
      'Too many ledgers are being written and read just now.',
      'Try again in a minute or two.',
    ),
  )
}
