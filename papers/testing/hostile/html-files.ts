/** Web pages that run, fetch, hide, or nest without end. */
import { strToU8, zipSync } from 'fflate'
import { bytesOf, hostile, type HostileFile, joined, words } from './hostile-file.ts'

const page =
  (body: string, head = '') =>
  () =>
    bytesOf(
      `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><p>${words}</p>${body}</body></html>`,
    )
const html = (name: string, make: () => Uint8Array, expected: HostileFile['expected'] | string) =>
  hostile(name, make, expected, '意见.html')
const safe = { holds: '缺水', lacks: 'alert' }
const holds = { holds: '缺水' }

const active: readonly HostileFile[] = [
  '<script>alert(1)</script>',
  '<script>alert(1)',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><text>alert</text></svg>',
  '<iframe src="javascript:alert(1)">alert</iframe>',
  '<object data="http://example.invalid/alert">alert</object>',
  '<style>@import "http://example.invalid/alert"; p{background:url(alert)}</style>',
  '<style>alert',
  '<link rel=stylesheet href="http://example.invalid/alert">',
  '<base href="http://example.invalid/alert">',
  '<meta http-equiv=refresh content="0;url=http://example.invalid/alert">',
  '<form action="http://example.invalid/"><textarea>alert</textarea><button>alert</button></form>',
  '<a href="javascript:alert(1)">链接</a>',
  '<template><p>alert</p></template>',
  '<noscript><p>alert</p></noscript>',
  '<p style="display:none">alert</p>',
  '<p style="font-size:0px">alert</p>',
  '<p hidden>alert</p>',
  '<!--[if gte mso 9]><xml>alert</xml><![endif]-->',
  '<math><annotation>alert</annotation></math>',
  '<video src=x>alert</video>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
].map((body) =>
  html(`a page with ${body.slice(0, 40)}`, page(body), body.includes('<scr<') ? holds : safe),
)

const shapes: readonly HostileFile[] = [
  html('100,000 divisions inside each other', page('<div>'.repeat(100_000)), 'nested-too-deep'),
  html('100,000 spans inside each other', page('<span>'.repeat(100_000)), 'nested-too-deep'),
  html('1,000 tables inside each other', page('<table><tr><td>'.repeat(1000)), 'nested-too-deep'),
  html('500 lists inside each other', page('<ol><li>'.repeat(500)), 'nested-too-deep'),
  html('100,000 closings of nothing', page('</div>'.repeat(100_000)), holds),
  html(
    '100,000 closings of other things',
    page(`${'<b>'.repeat(300)}${'</i>'.repeat(100_000)}`),
    holds,
  ),
  html(
    'a cell over a thousand million columns',
    page('<table><tr><td colspan=1000000000>1<td rowspan=1000000000>2<td>3</table>'),
    holds,
  ),
  html(
    '20,000 cells over 256 columns',
    page(`<table>${'<tr><td colspan=256>1<td>2'.repeat(20_000)}</table>`),
    ['text-too-long', 'too-many-lines'],
  ),
  html(
    'a long cell told to stand in 3,000 rows',
    page(
      `<table><tr><td rowspan=3001>${words.repeat(1000)}<td>1${'<tr><td>1'.repeat(3000)}</table>`,
    ),
    'text-too-long',
  ),
  html('a list from a thousand million', page('<ol start=1000000000><li>停水</ol>'), holds),
  html(
    'a list from below zero',
    page('<ol type=A start=-99999><li>停水</ol><ol type=i start=-5><li>停水</ol>'),
    holds,
  ),
  html('an attribute of a megabyte', page(`<p title="${'水'.repeat(350_000)}">停水</p>`), holds),
  html(
    '30,000 attributes',
    page(`<p ${Array.from({ length: 30_000 }, (_, at) => `a${at}=1`).join(' ')}>停水`),
    holds,
  ),
  html('a comment without end', page('<!-- '), holds),
  html('100,000 openings of comments', page('<!-- '.repeat(100_000)), holds),
  html('100,000 less-than signs', page('<'.repeat(40_000)), ['read', 'not-text', 'line-too-long']),
  html(
    'signs of every kind',
    page('&amp;&#x110000;&#xD800;&#0;&notanentity;&#99999999999;'),
    holds,
  ),
  html('a style sheet of brackets', page('', `<style>${'.a{'.repeat(50_000)}</style>`), holds),
  html('a style sheet of comments', page('', `<style>${'/*'.repeat(50_000)}</style>`), holds),
  html('a tag cut off', () => bytesOf(`<html><body><p>${words}<p class="`), holds),
  html('blanks without end', page(`<p>停${' '.repeat(200_000)}水</p>`), holds),
  html('line ends without end', page(`<p>停${'\n'.repeat(200_000)}水</p>`), holds),
  html('a plain text without end', page(`<plaintext>停水`), holds),
  html('zeros in tags', () => bytesOf(`<html><p\u0000>${words}</p>`), holds),
  html(
    'UTF-7',
    () => bytesOf(`<html><head><meta charset=utf-7></head>+ADw-script+AD4-${words}`),
    holds,
  ),
  html(
    'a charset that is none',
    () => bytesOf(`<html><head><meta charset=x-klingon></head>${words}`),
    holds,
  ),
  html('20,000 paragraphs and more', page('<p>水'.repeat(30_000)), 'too-many-lines'),
]

const several: readonly HostileFile[] = [
  html(
    'a page with a zip behind it',
    () => joined(page('')(), zipSync({ 'a.txt': strToU8('x') })),
    'polyglot',
  ),
  html('a page with a PDF behind it', () => joined(page('')(), bytesOf('%PDF-1.7\n%%EOF')), holds),
  hostile(
    'a picture that is a script',
    () => bytesOf('GIF89a/*\u0001*/=1;alert(1)'),
    'picture',
    '意见.txt',
  ),
  hostile(
    'a picture with a zip behind it',
    () => joined(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1]), zipSync({ a: strToU8('x') })),
    'picture',
    '意见.docx',
  ),
  hostile(
    'a page under the name of a workbook',
    page('<table><tr><td>停水<td>县水利局</table>'),
    holds,
    '台账.xls',
  ),
  hostile(
    'a page saved as one file',
    () => bytesOf('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
    'web-archive',
    '意见.mht',
  ),
  hostile(
    'XML that is no page',
    () => bytesOf(`<?xml version="1.0"?><x>${words}</x>`),
    'xml',
    '意见.xml',
  ),
  hostile(
    'XML with entities',
    () => bytesOf(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`),
    'xml',
    '意见.xml',
  ),
]

export const htmlFiles: readonly HostileFile[] = [...active, ...shapes, ...several]
