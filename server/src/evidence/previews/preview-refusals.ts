import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../../execute/refused.ts'

export function noPreview() {
  return refused(
    404,
    'no-preview',
    bilingual(
      '这个文件没有可以显示的图样。',
      '请下载后打开；打不开的，请交来的单位重新上传。',
      'There is no picture to show of this file.',
      'Download it and open it; if that fails, have it uploaded again.',
    ),
  )
}
