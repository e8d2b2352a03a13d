import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline-of.ts'

const shape = (text: string) =>
  outlineOf(text).nodes.map((node) => `${node.depth} ${node.label} ${node.title}`)

describe('the outline of an official paper', () => {
  it('nests 一、（一）1.（1）①', () => {
    expect(
      shape(
        '一、问题\n（一）供水\n1.缺水\n（1）石坝镇\n①一组\n②二组\n（2）云峰镇\n2.停水\n（二）排水\n二、建议',
      ),
    ).toEqual([
      '1 一、 问题',
      '2 （一） 供水',
      '3 1. 缺水',
      '4 （1） 石坝镇',
      '5 ① 一组',
      '5 ② 二组',
      '4 （2） 云峰镇',
      '3 2. 停水',
      '2 （二） 排水',
      '1 二、 建议',
    ])
  })

  it('nests by what is open, not by style: 一、→ 1、→（1）', () => {
    expect(shape('一、问题\n1、缺水\n（1）石坝镇\n2、停水')).toEqual([
      '1 一、 问题',
      '2 1、 缺水',
      '3 （1） 石坝镇',
      '2 2、 停水',
    ])
  })

  it('counts articles through the chapters', () => {
    const outline = outlineOf(
      '第一章 总则\n第一条 为了加强监督。\n第二条 本办法适用于本县。\n第二章 评议\n第三条 评议每年两次。\n（一）春季；\n（二）秋季。\n第四条 本办法自公布之日起施行。',
    )
    expect(outline.nodes.flatMap((node) => node.issues)).toEqual([])
    expect(outline.nodes.map((node) => node.depth)).toEqual([1, 2, 2, 1, 2, 3, 3, 2])
  })

  it('takes 问题一： 第一部分 甲、 and A. for labels', () => {
    expect(shape('第一部分 问题\n问题一：缺水\nA.石坝镇\nB.云峰镇\n问题二：停水')).toEqual([
      '1 第一部分 问题',
      '2 问题一： 缺水',
      '3 A. 石坝镇',
      '3 B. 云峰镇',
      '2 问题二： 停水',
    ])
  })

  it('takes 存在问题 without a number for a heading where a list begins below it', () => {
    expect(shape('存在问题\n1.缺水\n2.停水\n意见建议：\n1.修管网\n2.建水池')).toEqual([
      '1  存在问题',
      '2 1. 缺水',
      '2 2. 停水',
      '1  意见建议',
      '2 1. 修管网',
      '2 2. 建水池',
    ])
  })

  it.each([
    ['一、甲\n三、丙', 'number-gap'],
    ['一、甲\n一、乙', 'dup-number'],
    ['一、甲\n二、乙\n一、丙', 'number-back'],
    ['一、甲\n（二）乙', 'start-not-1'],
    ['2、乙\n3、丙', 'fragment-start'],
    ['（一）甲\n（二）乙\n三、丙', 'mixed-styles'],
  ])('%j is odd: %s', (text, issue) => {
    expect(outlineOf(text).nodes.flatMap((node) => node.issues)).toEqual([issue])
  })

  it('takes the words up to the first stop for the title, if they are at most 40', () => {
    const long = '水'.repeat(41)
    const titles = outlineOf(`一、供水不足。石坝镇缺水。\n二、排水：不畅\n三、${long}。`).nodes.map(
      (node) => node.title,
    )
    expect(titles).toEqual(['供水不足', '排水', ''])
  })

  it('keeps what follows without a label with the node above', () => {
    const outline = outlineOf('一、供水\n石坝镇缺水。\n\n云峰镇停水。\n二、排水')
    expect(outline.nodes[0]?.text).toBe('供水\n石坝镇缺水。\n云峰镇停水。')
    expect(outline.nodes[0]).toMatchObject({ firstLine: 1, lastLine: 4 })
  })

  it('ends at the signature, and only in the last eight lines', () => {
    const articles = Array.from(
      { length: 12 },
      (_, n) => `${n + 1}.由县水利局承办\n县水利局办`,
    ).join('\n')
    const outline = outlineOf(`${articles}\n青禾县人大常委会办公室\n2026年9月25日`)
    expect(outline.nodes).toHaveLength(12)
    expect([...outline.tail.values()]).toEqual(['signature', 'signature'])
    expect(outline.year).toBe(2026)
  })
})

describe('lines that were only broken to fit the page', () => {
  it('go back to the line before after ，、 and between figure and unit', () => {
    const outline = outlineOf('石坝镇供水不足，\n群众意见大。\n工期到2026\n年底。')
    expect(outline.paragraphs.map((one) => one.text)).toEqual([
      '石坝镇供水不足，群众意见大。',
      '工期到2026年底。',
    ])
  })

  it('go back in text of a fixed width', () => {
    const text =
      '一、石坝镇集中供水站在枯水期仍靠拉水度日已经\n有三年之久，群众意见较大，应当尽快制定方案加\n以整改，并向群众公示整改的时间和责任人员名单\n以便监督。\n二、云峰镇污水处理厂长期停运，设备锈蚀严重无\n人管护。'
    expect(outlineOf(text).paragraphs).toHaveLength(2)
  })

  it('stay apart where a label or a field begins', () => {
    const text = '问题如下，\n一、供水不足，\n责任单位：县水利局，\n二、排水不畅'
    expect(outlineOf(text).paragraphs).toHaveLength(4)
  })
})

describe('the list of attachments of a paper', () => {
  const opinions = '一、问题\n（一）供水。漏损严重。\n（二）渠道。三年未清。\n'
  const signed = '清禾县人民代表大会常务委员会\n2026年9月4日\n'
  const items = ['1 一、 问题', '2 （一） 供水', '2 （二） 渠道']

  it('is no list of the text, although its second line begins with a number', () => {
    const attached = '附件1\n问题清单\n见表。\n附件2\n责任清单\n见表。\n抄送：县委，县委组织部。\n'
    const text = `${opinions}附件：1.问题清单\n　　　2.责任清单\n${signed}${attached}`
    const { nodes, tail } = outlineOf(text)
    expect(shape(text)).toEqual(items)
    expect(nodes.at(-1)?.text).not.toContain('清单')
    expect([...tail.values()].filter((one) => one === 'attachment').length).toBeGreaterThanOrEqual(
      6,
    )
  })

  it('of one name is known by the signature right below it', () => {
    const { nodes } = outlineOf(
      `${opinions}附件：问题清单\n${signed}附件\n问题清单\n${'见表。\n'.repeat(9)}`,
    )
    expect(nodes.at(-1)?.text).not.toContain('清单')
    expect(nodes.at(-1)?.text).not.toContain('委员会')
  })

  it('takes the plain lines of its pages with it, and the note and the imprint; numbered lines stay', () => {
    const page = '附件\n情况说明\n附件里的一段普通文字。\n附件里的一行。\n'
    const imprint = '抄送：县委，县委组织部。\n县人大常委会办公室  2026年9月5日印发\n'
    const text = `${opinions}附件：情况说明\n${signed}（此件公开发布）\n${page}${imprint}`
    expect(outlineOf(text).nodes.at(-1)?.text).toBe('渠道。三年未清。')
    const nine = Array.from({ length: 9 }, (_, at) => `${at + 1}.第${at + 1}处泵站没有值守记录。`)
    const listed = `${opinions}附件：问题清单\n${signed}附件\n问题清单\n说明如下。\n${nine.join('\n')}\n`
    const { nodes } = outlineOf(listed)
    expect(nodes).toHaveLength(items.length + 9)
    expect(nodes[items.length - 1]?.text).toBe('渠道。三年未清。')
  })

  it('is not begun by a line that only speaks of an attachment', () => {
    const text = `${opinions}1.附件：没有\n2.照办\n${'另行安排。\n'.repeat(9)}`
    expect(shape(text)).toEqual([...items, '3 1. 附件', '3 2. 照办'])
  })
})
