import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'

export function cursorNotUnderstood() {
  return refused(
    400,
    'cursor-not-understood',
    bilingual(
      '翻页位置无法识别。',
      '请回到第一页重新翻页。',
      'The place in the list was not understood.',
      'Start again from the first page.',
    ),
  )
}
