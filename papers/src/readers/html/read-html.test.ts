import { describe, expect, it } from 'vitest'
import { gbkBytes } from '../../testing/damage-like-a-copying-site.ts'
import { readAtOnce } from '../read-at-once.ts'

function read(html: string | Uint8Array) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const file = readAtOnce(bytes, 'html')
  if (!file.ok) throw new Error(file.refusal.zh)
  return file.value
}

const linesOf = (html: string) => read(html).text.split('\n')
const codesOf = (html: string) => read(html).warnings.map(({ code }) => code)
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

describe('a web page', () => {
  it('gives a line for each element that begins a paragraph', () => {
    const html = page(
      '<h1>评议意见</h1><div>一、存在的问题<p>（一）石坝镇\n  缺水。</p></div><blockquote>上<br>下</blockquote>尾',
    )
    expect(linesOf(html)).toEqual([
      '评议意见',
      '一、存在的问题',
      '（一）石坝镇缺水。',
      '上',
      '下',
      '尾',
    ])
    expect(read(html).kind).toBe('html')
  })

  it('counts the lists that a browser would number', () => {
    const html = page(
      '<ol style="list-style-type: cjk-ideographic"><li>问题<ol><li>缺水<li>停水<ol start=3><li value="5">云峰镇</ol></ol><li>建议<ul><li>修池</ul></ol><ol type=a><li>甲</ol>',
    )
    expect(linesOf(html)).toEqual([
      '一、问题',
      '1. 缺水',
      '2. 停水',
      '2.5 云峰镇',
      '二、建议',
      '修池',
      'a. 甲',
    ])
  })

  it('reads tables row by row, merged cells filled and marked', () => {
    const file = read(
      page(
        '<p>清单</p><table><tr><th>序号<th>问题<th>单位</tr><tr><td>1<td><p>缺水</p><p>停水</p><td rowspan=2>县水利局</tr><tr><td colspan=2>2</tr></table>',
      ),
    )
    expect(file.text.split('\n')).toEqual([
      '清单',
      '│序号│问题│单位│',
      '│1│缺水⏎停水│县水利局│',
      '│2││县水利局│',
    ])
    expect(file.rowNotes).toEqual([[], [], ['merged-cell']])
  })

  it('takes tables that only arrange the page for paragraphs', () => {
    const html = page(
      '<table><tr><td><table><tr><td><p>一、问题</p><p>1.缺水</p></td></tr></table></td><td>县人大</td></tr></table>',
    )
    expect(linesOf(html)).toEqual(['一、问题', '1.缺水', '县人大'])
  })

  it('leaves out what nobody sees, and says so', () => {
    const html = page(
      '<nav>首页</nav><p>公开<span style="display:none">内部</span></p><p class="x">藏</p><p class=y>见</p><script>alert(1)</script><svg><text>图</text></svg><del>删</del>',
      '<style>.x{display:none} @media print{.y{display:none}}</style>',
    )
    expect(linesOf(html)).toEqual(['公开', '见'])
    expect(codesOf(html)).toEqual(['deleted-text', 'hidden-text', 'page-navigation', 'pictures'])
  })

  it.each([
    ['what it says of itself', `<html><head><meta charset="gb2312">`, 'gb18030'],
    [
      'the older way to say it',
      `<html><meta http-equiv=Content-Type content="text/html; charset=gbk">`,
      'gb18030',
    ],
    ['nothing, by its characters', '<html><head>', 'gb18030'],
    ['a lie', '<html><head><meta charset=utf-8>', 'gb18030'],
  ])('is decoded by %s', (_, head, encoding) => {
    const html = `${head}<body><p>石坝镇的群众反映缺水的问题没有解决。`
    const file = read(Uint8Array.from(gbkBytes(html)))
    expect([file.encoding, file.text]).toEqual([encoding, '石坝镇的群众反映缺水的问题没有解决。'])
  })

  it('in UTF-16 with its mark is read', () => {
    const bytes = Buffer.from('\ufeff<html><body><p>石坝镇缺水。', 'utf16le')
    expect(read(new Uint8Array(bytes)).text).toBe('石坝镇缺水。')
  })

  it('is refused when it nests without end', () => {
    const file = readAtOnce(new TextEncoder().encode(page('<div>'.repeat(100_000))), 'html')
    expect(file.ok ? '' : file.refusal.code).toBe('nested-too-deep')
  })
})

describe('rich text from an office', () => {
  it('keeps the labels that Word writes beside its lists, and drops its bullets', () => {
    const list = (label: string, text: string) =>
      `<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head><body><!--StartFragment-->${list('一、', '存在的\r\n问题')}${list('（一）', '缺水')}${list('1.', '3个站停水')}${list('l', '修池')}<!--EndFragment--></body></html>`
    expect(linesOf(html)).toEqual(['一、存在的问题', '（一）缺水', '1. 3个站停水', '修池'])
  })

  it('leaves out the rows a sheet hides, and keeps its columns where cells reach over them', () => {
    const rows = [
      '<tr><td>1</td><td>缺水</td><td rowspan=2>县水利局</td><td>六月</td></tr>',
      "<tr height=0 style='display:none'><td>2</td><td>内部</td><td rowspan=2>七月</td></tr>",
      '<tr><td>3</td><td>停水</td><td>县住建局</td></tr>',
    ]
    const html = page(`<table><tr><td>序号<td>问题<td>单位<td>时限</tr>${rows.join('')}</table>`)
    expect(linesOf(html)).toEqual([
      '│序号│问题│单位│时限│',
      '│1│缺水│县水利局│六月│',
      '│3│停水│县住建局│七月│',
    ])
    expect(codesOf(html)).toEqual(['hidden-text'])
  })

  it('sets notes apart and drops their marks', () => {
    const html = page(
      `<p>缺水<a style='mso-footnote-id:ftn1' href="#_ftn1"><span>[1]</span></a>。</p><div style='mso-element:footnote-list'><div id=ftn1><p><a style='mso-footnote-id:ftn1'>[1]</a> 截至8月</p></div></div>`,
    )
    expect(linesOf(html)).toEqual(['缺水。'])
    expect(read(html).footnotes).toEqual(['截至8月'])
  })
})
