/** What a file was refused for, and the way out, in one place. */
import { refuse } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'

const wayOut = {
  zh: '请另存为 .docx、.xlsx 或 .txt 后再导入，也可以把文字复制粘贴进来。',
  en: 'Save it as .docx, .xlsx or .txt and import that, or paste the text.',
}

const refusals = {
  'empty-file': {
    zh: '文件是空的，没有可读的内容。请确认选对了文件。',
    en: 'The file is empty. Check that it is the right one.',
  },
  'too-large': {
    zh: '文件超过 20 MB，不能导入。请删去图片或拆成几个文件后再试。',
    en: 'The file is larger than 20 MB. Remove pictures or split it, then try again.',
  },
  'old-word': {
    zh: `这是旧版 Word 文档（.doc）。${wayOut.zh}`,
    en: `This is an old Word document (.doc). ${wayOut.en}`,
  },
  'old-excel': {
    zh: `这是旧版 Excel 表格（.xls）。${wayOut.zh}`,
    en: `This is an old Excel workbook (.xls). ${wayOut.en}`,
  },
  'wps-text': {
    zh: `这是 WPS 文字文档（.wps）。${wayOut.zh}`,
    en: `This is a WPS text document (.wps). ${wayOut.en}`,
  },
  'wps-table': {
    zh: `这是 WPS 表格（.et）。${wayOut.zh}`,
    en: `This is a WPS workbook (.et). ${wayOut.en}`,
  },
  presentation: {
    zh: `这是演示文稿，不能从中读出意见。${wayOut.zh}`,
    en: `This is a presentation. ${wayOut.en}`,
  },
  encrypted: {
    zh: '文件设了打开密码，读不到内容。请用原软件去掉密码、另存一份后再导入。',
    en: 'The file is protected by a password. Remove the password, save a copy and import that.',
  },
  'ole-file': {
    zh: `这是旧版 Office 或 WPS 文件。${wayOut.zh}`,
    en: `This is an old Office or WPS file. ${wayOut.en}`,
  },
  scan: {
    zh: '这是扫描件：页面是图片，里面没有文字，系统不做文字识别。请向发文单位索取 .docx 或带文字的 PDF，或用文字识别软件转成文字、核对后再导入。',
    en: 'This is a scan: its pages are pictures without text, and no characters are recognised here. Ask for the .docx or a PDF with text, or run character recognition, check it and import that.',
  },
  'no-characters': {
    zh: '这份 PDF 的字体没有文字编码，读出来是乱码。请向发文单位索取 .docx，或在 PDF 阅读器里另存为文字、核对后再导入。',
    en: 'The fonts of this PDF have no table of characters, so its text reads as rubbish. Ask for the .docx, or save it as text in a PDF reader, check it and import that.',
  },
  'too-many-pages': {
    zh: 'PDF 超过 500 页，一次读不下。请只留评议意见的部分，拆成几个文件后再导入。',
    en: 'The PDF has more than 500 pages. Keep the part with the opinions, or split it into several files.',
  },
  ofd: {
    zh: `这是 OFD 版式文件，暂不能读取。${wayOut.zh}`,
    en: `This is an OFD file, which cannot be read yet. ${wayOut.en}`,
  },
  'open-document': {
    zh: `这是 OpenDocument 文件（.odt/.ods）。${wayOut.zh}`,
    en: `This is an OpenDocument file. ${wayOut.en}`,
  },
  'web-archive': {
    zh: '这是打包保存的网页（.mht）。请在浏览器里打开，把正文复制粘贴进来，或另存为 .html 后再导入。',
    en: 'This is a web page saved as an archive (.mht). Paste its text, or save it as .html and import that.',
  },
  'nested-too-deep': {
    zh: '文件里的内容一层套一层超过 400 层，正常的公文不会这样，为安全起见不予读取。请把正文复制粘贴进来。',
    en: 'The file nests its contents more than 400 deep, unlike any paper. Paste its text instead.',
  },
  xml: { zh: `这是 XML 文件。${wayOut.zh}`, en: `This is an XML file. ${wayOut.en}` },
  rtf: { zh: `这是 RTF 文件。${wayOut.zh}`, en: `This is an RTF file. ${wayOut.en}` },
  picture: {
    zh: '这是图片，里面没有可读的文字，系统不做文字识别。请提供原文的 .docx 或 .txt。',
    en: 'This is a picture and holds no text. Bring the original as .docx or .txt.',
  },
  archive: {
    zh: '这是压缩包。请先解压，再逐个导入里面的文件。',
    en: 'This is an archive. Unpack it and import the files one by one.',
  },
  polyglot: {
    zh: '文件前面或后面夹带了别的内容，不是一份正常的公文文件，为安全起见不予读取。请用 Word、Excel、WPS 或 PDF 软件重新另存一份。',
    en: 'Something else is hidden before or after the file. Save a fresh copy from the program that wrote it.',
  },
  'damaged-file': {
    zh: '文件不完整或已损坏，读不出来。请重新下载或重新另存一份后再导入。',
    en: 'The file is incomplete or damaged. Download or save it again, then import that.',
  },
  'too-many-entries': {
    zh: '文件里夹带的部件超过 2000 个，不像正常的公文，不予读取。请复制正文到新文档后再导入。',
    en: 'The file holds more than 2,000 parts, unlike any paper. Copy its text into a new document.',
  },
  'inflates-too-much': {
    zh: '文件解压后过大（疑似压缩炸弹），为安全起见不予读取。请复制正文到新文档后再导入。',
    en: 'The file grows far too large when unpacked (a zip bomb). Copy its text into a new document.',
  },
  'lying-size': {
    zh: '文件里登记的大小与实际不符，可能被人动过手脚，不予读取。请用 Word、Excel 或 WPS 重新另存一份。',
    en: 'The file states sizes that are not true. Save a fresh copy from Word, Excel or WPS.',
  },
  macro: {
    zh: '文件带有宏（程序代码），为安全起见不予读取。请另存为不带宏的 .docx 或 .xlsx 后再导入。',
    en: 'The file carries macros. Save it as .docx or .xlsx without macros and import that.',
  },
  doctype: {
    zh: '文件里夹带了外部定义（DOCTYPE），正常的 Office 文件不会有，为安全起见不予读取。请重新另存一份。',
    en: 'The file carries a DOCTYPE, which no Office file does. Save a fresh copy and import that.',
  },
  'sheet-too-large': {
    zh: '表格超过 20 万行或 256 列（可能在很远的单元格里有内容）。请删去多余的行和列，只留台账后再导入。',
    en: 'The sheet has more than 200,000 rows or 256 columns. Delete what is not part of the ledger.',
  },
  'cell-too-long': {
    zh: '有单元格的文字超过 32767 个字，读不下。请把它拆成几格后再导入。',
    en: 'A cell holds more than 32,767 characters. Split it into several cells.',
  },
  'not-our-ledger': {
    zh: '这不是从本系统导出的台账，认不出每一行是哪件事项。请用“导出”得到的 .xlsx 修改后再回导；别的表格请从“意见录入”导入。',
    en: 'This is no ledger exported from here, so its lines cannot be told. Export one, change that, and bring it back; bring other tables in as opinions.',
  },
  'not-a-paper': {
    zh: '这不是 Word（.docx）或 PDF 文件，不能当公文查看。请另存为 .docx 或者导出 PDF 后再查。',
    en: 'This is neither .docx nor PDF, so it cannot be looked at as a paper. Save it as one of these.',
  },
  'no-table': {
    zh: '这个文件不是表格。请上传 .xlsx 或 .csv 名册，也可以下载模板填写。',
    en: 'This file is no table. Upload a roster as .xlsx or .csv; there is a template.',
  },
  'no-text': {
    zh: '文件里没有读到文字。如果是扫描件，请提供原文；如果是空白文档，请确认选对了文件。',
    en: 'No text was found in the file. Bring the original if this is a scan.',
  },
  'not-text': {
    zh: '文件里几乎没有文字，尽是符号，看不出是公文。请确认选对了文件。',
    en: 'The file holds hardly any words, only signs. Check that it is the right one.',
  },
  'text-too-long': {
    zh: '文字超过 300 万字，一次读不下。请拆成几个文件后再导入。',
    en: 'The text is longer than 3 million characters. Split it into several files.',
  },
  'too-many-lines': {
    zh: '文字超过 2 万行，一次读不下。请拆成几个文件后再导入。',
    en: 'The text has more than 20,000 lines. Split it into several files.',
  },
  'line-too-long': {
    zh: '有一行超过 5 万字，不像公文的段落。请检查文件，分好段落后再导入。',
    en: 'A line is longer than 50,000 characters. Break it into paragraphs and import again.',
  },
  'took-too-long': {
    zh: '读取超过 30 秒，已停止。请把文件拆小，或把正文复制粘贴进来。',
    en: 'Reading took more than 30 seconds and was stopped. Split the file, or paste its text.',
  },
  'needs-too-much': {
    zh: '读取这份文件要占用的内存太多，已停止。请把文件拆小，或把正文复制粘贴进来。',
    en: 'Reading this file needs too much memory and was stopped. Split it, or paste its text.',
  },
  'reader-failed': {
    zh: '读取时出了意外的错误，文件没有导入。请把正文复制粘贴进来，并把这份文件交给管理员查看。',
    en: 'Reading failed unexpectedly and nothing was imported. Paste the text, and show the file to your administrator.',
  },
} as const

export type ReaderRefusalCode = keyof typeof refusals

export function readRefusal(code: ReaderRefusalCode): ReadRefusal {
  return { code, ...refusals[code] }
}

export function refuseReading(
  code: ReaderRefusalCode,
): Readonly<{ ok: false; refusal: ReadRefusal }> {
  return refuse(readRefusal(code))
}
