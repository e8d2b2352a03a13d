/**
 * Which binary file some bytes are, by their first bytes and never by the file's name, and what to do
 * with it: text is all that can be read here.
 * Source: design/documents.md §4 (OLE, OFD) and §5 (magic at offset 0).
 */
import type { ReadRefusal } from '../read-refusal.ts'

export function binaryFormat(bytes: Uint8Array): ReadRefusal | undefined {
  return FORMATS.find(({ magic, at = 0 }) => startsWith(bytes, magic, at))?.refusal
}

type Format = Readonly<{ magic: readonly number[]; at?: number; refusal: ReadRefusal }>

const OLE: ReadRefusal = {
  code: 'ole-document',
  zh: '这是旧版 Office 或 WPS 的文件（.doc、.xls、.wps、.et 等，或加了密码的 .docx、.xlsx），里面的文字不能直接读取。请用 Word 或 WPS 打开（有密码的先去掉密码），另存为 .docx、.xlsx 或纯文本 .txt 后再导入。',
  en: 'This is an old Office or WPS file (.doc, .xls, .wps, .et, or a .docx or .xlsx with a password); its text cannot be read as it is. Open it in Word or WPS, remove any password, save it as .docx, .xlsx or .txt, and import that.',
}
const ZIP: ReadRefusal = {
  code: 'zip-archive',
  zh: '这是压缩包或以压缩包保存的文件（如 .zip、.docx、.xlsx、.ofd），不是纯文本。压缩包请先解压，再逐个导入其中的文件；.docx、.xlsx 请作为 Word、Excel 文件导入；.ofd 请另存为 .docx 或纯文本。',
  en: 'This is a zip archive or a file stored as one (.zip, .docx, .xlsx, .ofd), not plain text. Unpack an archive and import the files inside one by one; import .docx and .xlsx as Word and Excel files; save .ofd as .docx or plain text.',
}
const PDF: ReadRefusal = {
  code: 'pdf-document',
  zh: '这是 PDF 文件，不是纯文本。请在 PDF 阅读器中选中文字复制后粘贴到这里，或向发文单位索取 .docx 文件；扫描件没有文字，需先做文字识别。',
  en: 'This is a PDF, not plain text. Select and copy its text in a PDF reader and paste it here, or ask the issuing office for the .docx; a scan holds no text and needs character recognition first.',
}
const IMAGE: ReadRefusal = {
  code: 'image',
  zh: '这是图片，里面没有可读取的文字。请先用文字识别（OCR）转成文字并核对，再粘贴或保存为 .docx、.txt 后导入；也可以把图片作为佐证材料上传。',
  en: 'This is a picture and holds no text that can be read. Run character recognition, check the result, and paste it or import it as .docx or .txt; the picture itself can be uploaded as evidence.',
}
const ARCHIVE: ReadRefusal = {
  code: 'archive',
  zh: '这是压缩包（.rar、.7z、.gz），不是纯文本。请先解压，再逐个导入其中的文件。',
  en: 'This is an archive (.rar, .7z, .gz), not plain text. Unpack it and import the files inside one by one.',
}
const RTF: ReadRefusal = {
  code: 'rtf-document',
  zh: '这是 RTF 格式的文件，文字夹在排版指令里。请用 Word 或 WPS 打开，另存为 .docx 或纯文本 .txt 后再导入。',
  en: 'This is an RTF file, its text mixed with layout commands. Open it in Word or WPS, save it as .docx or .txt, and import that.',
}
const MEDIA: ReadRefusal = {
  code: 'media',
  zh: '这是音频或视频文件，不是纯文本。请先转写成文字并核对，再导入文字稿；原文件可以作为佐证材料上传。',
  en: 'This is an audio or video file, not plain text. Transcribe it, check the transcript, and import that; the file itself can be uploaded as evidence.',
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (one) => one.charCodeAt(0))
}

const FORMATS: readonly Format[] = [
  { magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], refusal: OLE },
  { magic: [0x50, 0x4b, 0x03, 0x04], refusal: ZIP },
  { magic: [0x50, 0x4b, 0x05, 0x06], refusal: ZIP },
  { magic: [0x50, 0x4b, 0x07, 0x08], refusal: ZIP },
  { magic: ascii('%PDF-'), refusal: PDF },
  { magic: ascii('{\\rtf'), refusal: RTF },
  { magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], refusal: IMAGE },
  { magic: [0xff, 0xd8, 0xff], refusal: IMAGE },
  { magic: ascii('GIF87a'), refusal: IMAGE },
  { magic: ascii('GIF89a'), refusal: IMAGE },
  { magic: [0x49, 0x49, 0x2a, 0x00], refusal: IMAGE },
  { magic: [0x4d, 0x4d, 0x00, 0x2a], refusal: IMAGE },
  { magic: ascii('WEBP'), at: 8, refusal: IMAGE },
  { magic: ascii('ftyphei'), at: 4, refusal: IMAGE },
  { magic: ascii('ftypmif'), at: 4, refusal: IMAGE },
  { magic: ascii('ftyp'), at: 4, refusal: MEDIA },
  { magic: ascii('WAVE'), at: 8, refusal: MEDIA },
  { magic: ascii('ID3'), refusal: MEDIA },
  { magic: ascii('Rar!\x1a\x07'), refusal: ARCHIVE },
  { magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], refusal: ARCHIVE },
  { magic: [0x1f, 0x8b, 0x08], refusal: ARCHIVE },
]

function startsWith(bytes: Uint8Array, magic: readonly number[], at: number): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte)
}
