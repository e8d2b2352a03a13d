/** Office files whose XML declares entities, nests without end, or is none. */
import { strToU8 } from 'fflate'
import { minimalDocx, paragraph } from '../minimal-docx.ts'
import { hostile, type HostileFile, words } from './hostile-file.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const ofXml =
  (xml: string | Uint8Array, part = 'word/document.xml') =>
  () =>
    minimalDocx({
      body: paragraph(words),
      parts: { [part]: typeof xml === 'string' ? strToU8(xml) : xml },
    })
const inBody = (inner: string) => () => minimalDocx({ body: inner })
const whole = (inner: string) => `<w:document xmlns:w="${w}"><w:body>${inner}</w:body></w:document>`
const laughs = `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(100)}">${'bcdefghi'
  .split('')
  .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefgh'.charAt(at)};`.repeat(10)}">`)
  .join('')}]>`
const doctypes: readonly (readonly [string, string])[] = [
  ['a billion laughs', laughs],
  ['one long entity named often', `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(50_000)}">]>`],
  ['a file of the machine', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
  ['a page of the network', '<!DOCTYPE x [<!ENTITY a SYSTEM "http://example.invalid/x">]>'],
  ['a public identifier', '<!DOCTYPE x PUBLIC "-//X//X//EN" "http://example.invalid/x.dtd">'],
  ['a parameter entity', '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>'],
  ['entities that name each other', '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]>'],
  ['nothing', '<!DOCTYPE x>'],
]

export const xmlFiles: readonly HostileFile[] = [
  ...doctypes.map(([name, type]) =>
    hostile(
      `a DOCTYPE with ${name}`,
      ofXml(`<?xml version="1.0"?>${type}${whole('&a;')}`),
      'doctype',
    ),
  ),
  ...[
    'word/numbering.xml',
    'word/styles.xml',
    'word/footnotes.xml',
    'word/_rels/document.xml.rels',
    '_rels/.rels',
    '[Content_Types].xml',
  ].map((part) => hostile(`a DOCTYPE in ${part}`, ofXml(`${laughs}<x>&i;</x>`, part), 'doctype')),
  hostile(
    'a DOCTYPE in UTF-16',
    ofXml(new Uint8Array(Buffer.from(`\ufeff${laughs}${whole('&i;')}`, 'utf16le'))),
    'doctype',
  ),
  hostile('an entity nobody declared', ofXml(whole('&x;')), 'damaged-file'),
  hostile('a DOCTYPE after the root', ofXml(`${whole('')}${laughs}`), [
    'damaged-file',
    'doctype',
    'no-text',
  ]),
  hostile('tags that are not closed', ofXml('<w:document><w:body><w:p>'), 'damaged-file'),
  hostile('tags closed crosswise', ofXml('<a><b></a></b>'), 'damaged-file'),
  hostile('no XML at all', ofXml('缺水'), ['damaged-file', 'no-text']),
  hostile('an empty part', ofXml(''), ['damaged-file', 'no-text']),
  hostile('zeros', ofXml(new Uint8Array(1000)), ['damaged-file', 'no-text']),
  hostile(
    'bytes that are no UTF-8',
    ofXml(new Uint8Array([60, 97, 62, 255, 254, 253, 60, 47, 97, 62])),
    ['damaged-file', 'no-text'],
  ),
  hostile(
    'a lone half of a pair, by number',
    ofXml(whole(paragraph('').replace('</w:t>', '&#xD800;</w:t>'))),
    ['damaged-file'],
  ),
  hostile(
    'a zero, by number',
    ofXml(whole(paragraph('').replace('</w:t>', '&#0;</w:t>'))),
    'damaged-file',
  ),
  hostile(
    '100,000 elements inside each other',
    ofXml(`<w:document xmlns:w="${w}">${'<w:p>'.repeat(100_000)}`),
    'nested-too-deep',
  ),
  hostile(
    '2,000 tables inside each other',
    inBody(
      `${'<w:tbl><w:tr><w:tc><w:p>'.repeat(2000)}${'</w:p></w:tc></w:tr></w:tbl>'.repeat(2000)}`,
    ),
    'nested-too-deep',
  ),
  hostile(
    '600 text boxes inside each other',
    inBody('<w:p><w:r><w:txbxContent>'.repeat(600) + '</w:txbxContent></w:r></w:p>'.repeat(600)),
    'nested-too-deep',
  ),
  hostile(
    'an attribute of a megabyte',
    inBody(`<w:p w:x="${'水'.repeat(350_000)}"><w:r><w:t>${words}</w:t></w:r></w:p>`),
    ['inflates-too-much', 'read'],
  ),
  hostile(
    '30,000 attributes',
    inBody(
      `<w:p ${Array.from({ length: 30_000 }, (_, at) => `a${at}="${at}"`).join(' ')}><w:r><w:t>${words}</w:t></w:r></w:p>`,
    ),
    { holds: '缺水' },
  ),
  hostile('an attribute twice', inBody('<w:p a="1" a="2"/>'), ['damaged-file', 'no-text']),
  hostile(
    '20,000 prefixes',
    ofXml(
      `<w:document xmlns:w="${w}">${Array.from({ length: 20_000 }, (_, at) => `<x xmlns:p${at}="u${at}"/>`).join('')}<w:body>${paragraph(words)}</w:body></w:document>`,
    ),
    { holds: '缺水' },
  ),
  hostile(
    'an XInclude of a file',
    inBody(
      `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>${paragraph(words)}`,
    ),
    { holds: '缺水', lacks: 'root:' },
  ),
  hostile(
    'a style sheet to be run',
    ofXml(
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://example.invalid/x.xsl"?>${whole(paragraph(words))}`,
    ),
    { holds: '缺水' },
  ),
  hostile(
    'markup inside CDATA',
    inBody('<w:p><w:r><w:t><![CDATA[<script>alert(1)</script>缺水]]></w:t></w:r></w:p>'),
    { holds: '缺水' },
  ),
  hostile('a comment without end', ofXml(`${whole(paragraph(words))}<!-- `), 'damaged-file'),
  hostile('50,000 paragraphs', inBody(paragraph('缺水。').repeat(50_000)), [
    'too-many-lines',
    'inflates-too-much',
  ]),
]
