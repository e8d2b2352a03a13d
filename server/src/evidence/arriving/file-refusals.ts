/** Why a file is not taken, and how to hand it in so that it is. */
import { familyLabels, mostPixels, type FileKind } from '@luoshi/domain/evidence/file-kinds'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../../execute/refused.ts'
import type { Sniffed } from './sniff.ts'

export function fileTooLarge(megabytes: number, kind?: Pick<FileKind, 'family'>) {
  const what = kind === undefined ? { zh: '文件', en: 'file' } : familyLabels[kind.family]
  return refused(
    413,
    'file-too-large',
    bilingual(
      `${what.zh}超过 ${megabytes} MB，没有保存。`,
      '请压缩图片或者录像，或者把材料分成几个文件上传。',
      `The ${what.en} is larger than ${megabytes} MB and was not kept.`,
      'Make pictures or films smaller, or upload it in parts.',
    ),
  )
}

export function fileNotTaken({ is }: Exclude<Sniffed, { is: 'taken' }>) {
  switch (is) {
    case 'archive':
      return refused(
        415,
        'file-is-archive',
        bilingual(
          '压缩包不能作为佐证材料：里面是什么，别人点不开、看不到。',
          '请先解压，再把里面的文件一起选中上传，一次可以选多个。',
          'Archives are not taken: nobody can look into them here.',
          'Unpack it and upload what is inside; several files can be chosen at once.',
        ),
      )
    case 'macros':
      return refused(
        415,
        'file-has-macros',
        bilingual(
          '这个文档里有宏（可以自动运行的程序），没有保存。',
          '请在 Word、Excel 或 WPS 中另存为不带宏的 .docx、.xlsx，或者导出为 PDF 后上传。',
          'The document holds macros, which are programs; it was not kept.',
          'Save it as .docx or .xlsx without macros, or as PDF, and upload that.',
        ),
      )
    case 'two-in-one':
      return refused(
        415,
        'file-is-two',
        bilingual(
          '这个文件前面是一种格式，后面又藏着另一种，没有保存。',
          '请用看图软件或者办公软件打开，另存一份后上传。',
          'The file is of one kind in front and of another behind; it was not kept.',
          'Open it, save it anew and upload that.',
        ),
      )
    case 'damaged':
      return refused(
        415,
        'file-damaged',
        bilingual(
          '这个文档打不开：内容残缺，或者展开后大得不正常。',
          '请在办公软件中打开，能打开的另存一份再上传；打不开的请重新取得原件。',
          'The document cannot be opened: it is damaged, or unfolds into far too much.',
          'Open it in your office program and save it anew; if that fails, get the original again.',
        ),
      )
    case 'empty':
      return refused(
        415,
        'file-empty',
        bilingual(
          '这个文件是空的，没有内容。',
          '请确认文件已经保存完整，再上传一次。',
          'The file is empty.',
          'Make sure it was saved whole, and upload it again.',
        ),
      )
    case 'unknown':
      return fileKindNotTaken()
  }
}

function fileKindNotTaken() {
  return refused(
    415,
    'file-kind-not-taken',
    bilingual(
      '这种文件不能作为佐证材料：内容无法识别，或者是可运行的程序、网页。',
      '请上传图片、PDF、OFD、Word、Excel、PPT、WPS、文本、MP4 或者录音；其他格式请先导出为 PDF。',
      'Files of this kind are not taken: unknown, or able to run as a program or page.',
      'Upload pictures, PDF, OFD, office documents, text, MP4 or audio; export others as PDF first.',
    ),
  )
}

export function fileNameDiffers(name: string, kind: FileKind) {
  const label = familyLabels[kind.family]
  return refused(
    415,
    'file-name-differs',
    bilingual(
      `“${name}”的扩展名与内容不符：它其实是${label.zh}（.${kind.endings[0]}）。`,
      `请把文件名改为以 .${kind.endings[0]} 结尾后再上传；如果不知道它从哪里来，请不要上传。`,
      `The ending of “${name}” is not what is in it: it is a ${label.en} (.${kind.endings[0]}).`,
      `Let its name end in .${kind.endings[0]} and upload it again; if you do not know where it came from, do not.`,
    ),
  )
}

export function pictureTooLarge(width: number, height: number) {
  return refused(
    413,
    'picture-too-large',
    bilingual(
      `图片有 ${width} × ${height} 个像素，超过了 ${mostPixels / 10_000 / 10_000} 亿，没有保存。`,
      '请缩小后上传；手机和扫描仪的一般图片都在限度以内。',
      `The picture has ${width} × ${height} pixels, more than ${mostPixels / 1_000_000} million, and was not kept.`,
      'Make it smaller; what telephones and scanners usually make is well within the limit.',
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
