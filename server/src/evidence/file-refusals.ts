import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../execute/refused.ts'

export function fileTooLarge(megabytes: number) {
  return refused(
    413,
    'file-too-large',
    bilingual(
      `文件超过 ${megabytes} MB，没有保存。`,
      '请压缩图片，或者把材料分成几个文件上传。',
      `The file is larger than ${megabytes} MB and was not kept.`,
      'Make pictures smaller, or upload it in parts.',
    ),
  )
}

export function fileKindNotTaken() {
  return refused(
    415,
    'file-kind-not-taken',
    bilingual(
      '这种文件不能作为佐证材料：内容无法识别，或者含有可运行的程序、宏。',
      '请上传图片、PDF、Word、Excel、PPT（不含宏）、文本、MP4 或者录音；压缩包请解开后上传。',
      'Files of this kind are not taken: unknown, or able to run programs.',
      'Upload pictures, PDF, Word, Excel, PowerPoint (without macros), text, MP4 or audio; unpack archives first.',
    ),
  )
}

export function fileNameMissing() {
  return refused(
    400,
    'file-name-missing',
    bilingual(
      '没有收到文件名。',
      '请在 x-file-name 中写明文件名（百分号编码）。',
      'The name of the file is missing.',
      'Send it in the header x-file-name, percent-encoded.',
    ),
  )
}
