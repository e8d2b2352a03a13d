import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline-of.ts'

const labelsIn = (text: string) => outlineOf(text).nodes.map((node) => node.label)

describe('what looks like a label and is none', () => {
  it.each([
    '二、三产业融合不够，农产品加工链条短。',
    '一、二级水源保护区内仍有养殖户。',
    '三、四线管网老化严重。',
    '五、六年级学生午休条件差。',
    '七、八月份用水高峰期供水不足。',
    '一、二、三期安置房均未办证。',
    '2026.12月前应当完成改造。',
    '3.5亿元专项资金拨付缓慢。',
    '1、2、3号楼电梯长期停运。',
    '（一）至（三）项所列问题尚未整改。',
    '（二）项规定的公示程序没有履行。',
    '第三条规定的听证没有举行。',
    '2、3月份的垃圾清运费没有支付。',
    '一是巡河流于形式。',
    '一审、二审衔接不畅。',
    '12345热线回访率偏低。',
    '十九届四中全会精神学习不深入。',
  ])('%s', (line) => {
    expect(labelsIn(line)).toEqual([])
  })

  it.each([
    ['一、供水不足。', '二、三产业融合不够。'],
    ['一、供水不足。\n二、排水不畅。', '三、四线管网老化。'],
    ['1、供水不足。', '2、3月份清运费没有支付。'],
    ['1.供水不足。\n2.排水不畅。', '3.5亿元资金拨付缓慢。'],
    ['（一）供水不足。', '（二）项规定的程序没有履行。'],
    ['第一条 为了加强监督。\n第二条 本办法适用于本县。', '第三条规定的听证没有举行。'],
  ])('not even where its number would be the next: %s … %s', (list, line) => {
    expect(labelsIn(`${list}\n${line}`)).toEqual(labelsIn(list))
  })
})

describe('what only the neighbours can tell', () => {
  it.each([
    ['1.甲镇缺水。\n2.乙镇缺水。', '3.5所敬老院没有消防验收。', '3.'],
    ['', '1.12345热线回访率偏低。\n2.投诉件积压。', '2.'],
    ['', '1．3个项目进展缓慢。\n2．资金拨付缓慢。', '2．'],
    ['', '一、三产融合发展不够。\n二、项目落地慢。', '二、'],
    ['一、规划滞后。', '二、二次供水改造滞后。', '二、'],
  ])('%s %s is a member of the list', (list, line, last) => {
    const nodes = outlineOf(`${list}\n${line}`).nodes
    expect(nodes.at(-1)?.label).toBe(last)
    expect(nodes.some((node) => node.issues.includes('ambiguous-marker'))).toBe(true)
  })

  it('3.5所 after 3.4 is section 3.5', () => {
    const nodes = outlineOf(
      '3.消防。\n3.1 两所学校没有验收。\n3.2 医院没有验收。\n3.3 三家商场没有演练。',
    ).nodes
    expect(nodes.map((node) => [node.label, node.depth])).toEqual([
      ['3.', 1],
      ['3.1', 2],
      ['3.2', 2],
      ['3.3', 2],
    ])
  })

  it('leaves a sentence alone that no list claims, and says so', () => {
    const outline = outlineOf('1.甲镇缺水。\n5.6所敬老院没有验收。')
    expect(outline.nodes).toHaveLength(1)
    expect(outline.doubtful).toEqual([1])
  })

  it('leaves a sentence alone whose number the next paragraph bears', () => {
    const outline = outlineOf(
      '1.甲镇缺水。\n2.5万人饮水不便是其后果。\n2.3所学校缺水。\n2.乙镇缺水。',
    )
    expect(outline.nodes.map((node) => node.title)).toEqual(['甲镇缺水', '乙镇缺水'])
  })
})
