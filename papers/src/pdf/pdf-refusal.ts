/** Why a paper could not be made into a PDF, and the way out. */
const words = {
  'typesetter-missing': {
    zh: '本机没有装上排版组件，不能直接生成 PDF。请改用 Word 版；或者重新安装（npm ci，不要加 --omit=optional）后再试。',
    en: 'The typesetting component is not installed here. Take the Word file, or install again without --omit=optional.',
  },
  'fonts-missing': {
    zh: '没有找到能用的中文字体，不能生成 PDF。请把仿宋、楷体、黑体、小标宋的字体文件放进一个文件夹，用 FONTS_DIR 指给系统；或者改用 Word 版。',
    en: 'No usable Chinese fonts were found. Put the office’s font files into a folder and name it by FONTS_DIR, or take the Word file.',
  },
  'characters-missing': {
    zh: '所有字体里都没有下列字，为免漏字，没有生成 PDF。请核对是否录错；确是人名、地名用字的，请把含这些字的字体放进 FONTS_DIR，或者改用 Word 版：',
    en: 'No font has these characters, and none may be dropped, so no PDF was made. Check the spelling, add a font that has them to FONTS_DIR, or take the Word file: ',
  },
  'paper-too-large': {
    zh: '这份文件太大，不能生成 PDF。请把长表改为附送的 Excel 台账，或者拆成几份。',
    en: 'The paper is too large for a PDF. Send the long table as a workbook, or split the paper.',
  },
  'took-too-long': {
    zh: '生成 PDF 超过了时限，已经停止。请稍后再试；仍然不行的，请改用 Word 版。',
    en: 'Making the PDF took too long and was stopped. Try again later, or take the Word file.',
  },
  'needs-too-much': {
    zh: '生成 PDF 占用内存过多，已经停止。请把文件拆成几份，或者改用 Word 版。',
    en: 'Making the PDF took too much memory and was stopped. Split the paper, or take the Word file.',
  },
  'typesetting-failed': {
    zh: '生成 PDF 没有成功。请改用 Word 版，并把这件事告诉管理员。',
    en: 'The PDF could not be made. Take the Word file, and tell the administrator.',
  },
} as const

export type PdfRefusalCode = keyof typeof words

export type PdfRefusal = Readonly<{ code: PdfRefusalCode; zh: string; en: string }>

export function pdfRefusal(code: PdfRefusalCode, characters: readonly string[] = []): PdfRefusal {
  const { zh, en } = words[code]
  const shown = characters.slice(0, 60).map((one) => `${one}（${codeOf(one)}）`)
  return { code, zh: zh + shown.join('、'), en: en + shown.join(' ') }
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
