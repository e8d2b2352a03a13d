import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from './outline-of.ts'
import { opinionsOf } from './opinions-of.ts'
import { rowLine } from './read-lines.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../../testdata/${name}`, import.meta.url), 'utf8')
const proposed = (text: string) => opinionsOf(outlineOf(text))
const texts = (text: string) => proposed(text).items.map((item) => item.text)
const reasonsOf = (text: string) => {
  const { leftOut, paragraphs } = proposed(text)
  return new Map(leftOut.map((one) => [paragraphs[one.paragraph]?.text ?? '', one.reason]))
}

describe('a letter of opinions', () => {
  const letter = sample('评议意见书.txt')
  const { items } = proposed(letter)

  it('gives one opinion for each leaf of its problems and suggestions, in order', () => {
    expect(items.map((item) => [item.number, item.path, item.category])).toEqual([
      ['1', '二、（一）1.', 'problem'],
      ['2', '二、（一）2.', 'problem'],
      ['3', '二、（一）3.', 'problem'],
      ['4', '二、（二）', 'problem'],
      ['5', '二、（二）', 'problem'],
      ['6', '二、（二）', 'problem'],
      ['7', '三、1、', 'suggestion'],
      ['8', '三、2、', 'suggestion'],
    ])
  })

  it('takes unit, deadline and measure from the fields below it', () => {
    expect(items[0]).toMatchObject({
      text: '高山片区季节性缺水没有根本解决。石坝、云峰两镇17个村在枯水期仍靠拉水度日，群众意见较大。',
      title: '高山片区季节性缺水没有根本解决',
      unit: '县水利局',
      units: ['县水利局', '县乡村振兴局'],
      due: '2026-12-31',
      dueKind: 'date',
      measure: '新建蓄水池9口，铺设管网42公里。',
      inferred: [],
    })
  })

  it('takes fields in brackets out of the words', () => {
    expect(items[1]).toMatchObject({
      text: '水费收缴不规范，部分村按人头收取，没有出具票据。',
      unit: '县水利局',
      due: '收到之日起三个月内',
      dueKind: 'relative',
    })
  })

  it('makes separate opinions of 一是……二是……, with the fields they share', () => {
    expect(items.slice(3, 6).map((item) => item.text)).toEqual([
      '巡河流于形式，部分乡镇河长全年未巡河',
      '采砂监管薄弱，青河下游偷采现象时有发生',
      '沿河垃圾清理不及时。',
    ])
    for (const item of items.slice(3, 6)) {
      expect(item).toMatchObject({
        unit: '县水利局',
        co: ['沿河各乡镇人民政府'],
        due: '2026-11-30',
      })
      expect(item.inferred).toEqual(['due-year'])
    }
  })

  it('marks what it found in running words as to be confirmed', () => {
    expect(items[6]).toMatchObject({
      unit: '县发展改革局',
      due: '2027年6月底前',
      inferred: ['unit', 'due'],
    })
  })

  it('says of every other paragraph why it is no opinion', () => {
    expect([...new Set(reasonsOf(letter).values())].sort()).toEqual([
      'addressee',
      'attachment',
      'closing',
      'empty',
      'general-section',
      'heading',
      'preamble',
      'signature',
      'title',
    ])
    expect(reasonsOf(letter).get('（一）高度重视，制定方案，落实到人。')).toBe('general-section')
    expect(reasonsOf(letter).get('2.评议发言摘要')).toBe('attachment')
  })
})

describe('a record of a meeting', () => {
  const { items } = proposed(sample('座谈会记录.txt'))

  it('splits what one person said and keeps who said it', () => {
    expect(items.map((item) => [item.raisedBy, item.text])).toEqual([
      ['李文静（县人大代表）', '校门口上下学时段拥堵严重，没有交警值守'],
      ['李文静（县人大代表）', '食堂招标不公开，家长委员会没有参与'],
      ['李文静（县人大代表）', '课后服务收费没有公示。'],
      ['陈国栋委员', '乡镇幼儿园缺保育员，建议县教育局尽快会同县人力资源社会保障局核定编制。'],
      ['有的群众', '云峰小学操场破损两年没有修。'],
      ['王秀兰（家长代表）', '作业量偏大。'],
      ['王秀兰（家长代表）', '体育课经常被占用。'],
    ])
  })

  it('marks every opinion of a paper without numbers as uncertain', () => {
    expect(items.every((item) => item.doubts.includes('plain-paragraph'))).toBe(true)
  })
})

describe('numbered paragraphs that are fields', () => {
  it('belong to the number above them', () => {
    const { items } = proposed(
      '一、存在的问题\n（一）供水不足\n1.存在问题：石坝镇枯水期缺水。\n2.整改措施：新建蓄水池。\n3.责任单位：县水利局\n4.整改时限：2026年底前\n（二）排水不畅',
    )
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({
      path: '一、（一）',
      text: '供水不足\n石坝镇枯水期缺水。',
      measure: '新建蓄水池。',
      unit: '县水利局',
      due: '2026年底前',
      dueDay: '2026-12-31',
    })
  })

  it('make measures of the numbers after a bare 整改措施：', () => {
    const { items } = proposed(
      '存在的问题\n（一）供水不足，石坝镇枯水期缺水。\n整改措施：\n1.新建蓄水池。\n2.更换管网。\n责任单位：县水利局\n（二）排水不畅。',
    )
    expect(items.map((item) => item.text)).toEqual(['供水不足，石坝镇枯水期缺水。', '排水不畅。'])
    expect(items[0]).toMatchObject({ measure: '1.新建蓄水池。\n2.更换管网。', unit: '县水利局' })
  })

  it('hold for all their siblings where they stand beside opinions, to be confirmed', () => {
    const { items } = proposed(
      '一、存在的问题\n1.石坝镇缺水。\n2.云峰镇停水。\n3.责任单位：县水利局',
    )
    expect(items.map((item) => [item.text, item.unit, item.inferred])).toEqual([
      ['石坝镇缺水。', '县水利局', ['unit']],
      ['云峰镇停水。', '县水利局', ['unit']],
    ])
  })
})

describe('sections that raise nothing', () => {
  it('give no opinions', () => {
    expect(
      texts(
        '一、总体要求\n（一）提高认识。\n二、存在问题\n（一）供水不足。\n三、组织领导\n（一）成立专班。',
      ),
    ).toEqual(['供水不足。'])
  })

  it('are doubted, not dropped, where their title says neither', () => {
    const { items } = proposed('一、存在问题\n1.供水不足。\n二、下一步打算\n1.修建水池。')
    expect(items.map((item) => item.doubts)).toEqual([[], ['other-section']])
  })
})

describe('papers as offices and villagers write them', () => {
  it('names the unit of a section that addresses it, to be confirmed', () => {
    const { items } = proposed(
      '调查组收集的意见\n\n对县卫健局：\n1.药品不全。\n2.村医待遇低。\n对县医保局：\n1.备案繁琐。',
    )
    expect(items.map((item) => [item.unit, item.text, item.inferred, item.doubts])).toEqual([
      ['县卫健局', '药品不全。', ['unit'], []],
      ['县卫健局', '村医待遇低。', ['unit'], []],
      ['县医保局', '备案繁琐。', ['unit'], []],
    ])
  })

  it('takes each paragraph under 二、存在的问题 for one opinion where none is numbered', () => {
    const { items } = proposed(
      '一、基本情况\n县水利局有职工80人。\n二、存在的问题\n石坝镇缺水。\n责任单位：县水利局\n云峰镇停水。',
    )
    expect(items.map((item) => [item.text, item.unit, item.category, item.doubts])).toEqual([
      ['石坝镇缺水。', '县水利局', 'problem', ['plain-paragraph']],
      ['云峰镇停水。', undefined, 'problem', ['plain-paragraph']],
    ])
  })

  it('takes 【问题一】 for a label and 【责任单位】 for a field', () => {
    const { items } = proposed(
      '【问题一】石坝水厂停产。\n【责任单位】县水利局\n【整改时限】立行立改\n【问题二】管网漏损。',
    )
    expect(items).toMatchObject([
      { text: '石坝水厂停产。', unit: '县水利局', due: '立行立改', dueKind: 'immediate' },
      { text: '管网漏损。', units: [] },
    ])
  })

  it('takes 1， for a label, and doubts it', () => {
    const { items } = proposed('我反映两个问题。\n1，水压不够。\n2，没有收据。')
    expect(items.map((item) => [item.text, item.doubts])).toEqual([
      ['水压不够。', ['ambiguous-marker']],
      ['没有收据。', ['ambiguous-marker']],
    ])
  })

  it('believes a bare name only where two people speak, and lists who has no opinion', () => {
    const record =
      '评议发言\n李明：第一点，人手少；第二点，设备老。\n张芳：举报电话打不通。\n王强：没有意见。'
    expect(proposed(record).items.map((item) => [item.raisedBy, item.text])).toEqual([
      ['李明', '人手少'],
      ['李明', '设备老。'],
      ['张芳', '举报电话打不通。'],
    ])
    expect(reasonsOf(record).get('王强：没有意见。')).toBe('no-opinion')
    expect(proposed('高度：标牌不够。').items[0]?.raisedBy).toBeUndefined()
  })

  it('takes paragraphs that begin with 一是, 二是 for a list, under the line that leads to it', () => {
    const { items } = proposed(
      '评议指出了以下问题：\n一是渠道淤塞；\n二是补贴没有公示。\n提出以下建议：\n1.明确管护人。',
    )
    expect(items.map(({ path, text, category }) => [path, text, category])).toEqual([
      ['一是', '渠道淤塞；', 'problem'],
      ['二是', '补贴没有公示。', 'problem'],
      ['1.', '明确管护人。', 'suggestion'],
    ])
  })

  it('lists what the chair said and the words that lead in, and hears a chair who raises something', () => {
    const record =
      '座谈会记录\n主持人：罗志平\n罗志平：今天请大家来谈谈。\n李明：人手少。\n张芳：电话打不通。\n罗志平：窗口中午要有人。'
    expect(proposed(record).items.map(({ raisedBy }) => raisedBy)).toEqual([
      '李明',
      '张芳',
      '罗志平',
    ])
    expect(reasonsOf(record).get('罗志平：今天请大家来谈谈。')).toBe('chair')
    const note = '我们商量着写了下面几条，请看看。\n锅炉坏了没人修。\n补贴发得晚。'
    expect(reasonsOf(note).get('我们商量着写了下面几条，请看看。')).toBe('lead-in')
  })

  it('names the unit that a sentence orders to act, to be confirmed', () => {
    const { items } = proposed(
      '一、建议\n1.配齐人员。县卫生健康局要在三个月内到位。\n2.建议县委编办、县应急管理局研究编制。\n3.各乡镇政府要加强管护。',
    )
    expect(items.map(({ units, inferred }) => [units, inferred.includes('unit')])).toEqual([
      [['县卫生健康局'], true],
      [['县委编办', '县应急管理局'], true],
      [[], false],
    ])
  })

  it('gives fields after the last opinion to all of a section, to be confirmed', () => {
    const { items } = proposed('一、存在的问题\n1.石坝镇缺水。\n2.云峰镇停水。\n责任单位：县水利局')
    expect(items.map((item) => [item.unit, item.inferred])).toEqual([
      ['县水利局', ['unit']],
      ['县水利局', []],
    ])
  })
})

describe('tables', () => {
  it('become opinions row by row under known headings', () => {
    const text = [
      ['2026年问题(建议)清单'],
      [
        '序号',
        '问题(建议)来源',
        '名称',
        '具体内容',
        '类别',
        '牵头整改单位',
        '整改时限',
        '推进情况',
        '人大复核评价',
      ],
      [
        '1',
        '饮水安全执法检查',
        '水源保护',
        '取水口500米内有养殖场。',
        '问题类',
        '县生态环境局',
        '10月31日前',
        '已立项',
        '',
      ],
      [
        '2',
        '代表建议',
        '管网改造',
        '老城区管网漏损率超过三成。',
        '建议类',
        '县住建局、县水利局',
        '收到之日起三个月内',
        '',
        '待复核',
      ],
      ['合计', '2条'],
    ].map(rowLine)
    const { items, leftOut } = proposed(text.join('\n'))
    expect(items).toMatchObject([
      {
        number: '1',
        path: '1',
        title: '水源保护',
        category: 'problem',
        unit: '县生态环境局',
        due: '2026-10-31',
        source: '饮水安全执法检查',
        progress: '已立项',
      },
      {
        number: '2',
        category: 'suggestion',
        units: ['县住建局', '县水利局'],
        due: '收到之日起三个月内',
        extras: { 人大复核评价: '待复核' },
      },
    ])
    expect(leftOut.map((one) => one.reason)).toEqual([
      'table-title',
      'table-heading',
      'table-footer',
    ])
  })

  it('never become numbered paragraphs', () => {
    expect(
      outlineOf(
        [
          ['1.缺水', '一、问题'],
          ['2.停水', ''],
        ]
          .map(rowLine)
          .join('\n'),
      ).nodes,
    ).toEqual([])
  })

  it('are listed row by row where their headings are not known', () => {
    const { items, leftOut } = proposed(
      `一、缺水。\n${rowLine(['姓名', '电话'])}\n${rowLine(['周启明', ''])}`,
    )
    expect(items).toHaveLength(1)
    expect(leftOut.map((one) => one.reason)).toEqual(['unknown-table', 'unknown-table'])
  })
})

describe('the law: paragraphs in = paragraphs in opinions + paragraphs left out with a reason', () => {
  const numbers = [
    '一、',
    '二、',
    '三、',
    '（一）',
    '（二）',
    '1.',
    '2.',
    '3.',
    '1、',
    '（1）',
    '①',
    '第一条 ',
    '3.1 ',
    '2.3',
    '',
  ]
  const bodies = [
    '',
    '存在的问题',
    '总体要求',
    '供水不足。',
    '责任单位：县水利局',
    '整改措施：',
    '整改时限：2026年10月31日前',
    '意见建议：',
    '巡河不到位：一是没有记录；二是没有考核。',
    '同志们，谢谢大家！',
    '附件：1.清单',
    '2026年9月25日',
    '青禾县人大常委会',
    '5所敬老院没有验收',
    '一是；二是；',
    '（责任单位：县水利局）',
    '县水利局：',
    '存在问题：',
  ]
  const tables = [
    rowLine(['序号', '存在问题', '责任单位']),
    rowLine(['1', '缺水', '县水利局']),
    rowLine(['合计', '', '']),
    rowLine(['', '']),
  ]
  const line = fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...numbers), fc.constantFrom(...bodies))
        .map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.constantFrom(...tables) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  )

  it('holds for any paper', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const { items, leftOut, paragraphs } = proposed(text)
        const taken = new Set(items.flatMap((item) => item.paragraphs))
        const left = leftOut.map((one) => one.paragraph)
        expect([...taken, ...left].sort((a, b) => a - b)).toEqual(
          paragraphs.map((one) => one.index),
        )
        expect(items.map((item) => item.number)).toEqual(items.map((_, place) => String(place + 1)))
        expect(items.every((item) => item.text.trim() !== '')).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it('holds for the words themselves: no sign of the text is outside its paragraphs', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const text = lines.join('\n')
        const { paragraphs } = proposed(text)
        const solid = (words: string) => words.replaceAll(/\s/g, '')
        expect(solid(paragraphs.map((one) => text.slice(one.from, one.to)).join(''))).toBe(
          solid(text),
        )
        expect(solid(paragraphs.map((one) => one.text).join(''))).toBe(solid(text))
      }),
      { numRuns: 200 },
    )
  })
})

describe('a list of more than a thousand opinions', () => {
  it('goes on counting, while a year at the beginning of a line stays a year', () => {
    const lines = Array.from(
      { length: 1200 },
      (_, place) => `${place + 1}.第${place + 1}处路灯不亮`,
    )
    const { items } = proposed(`二、存在的问题\n${lines.join('\n')}`)
    expect(items).toHaveLength(1200)
    expect(items[1199]?.text).toBe('第1200处路灯不亮')
    expect(texts('二、存在的问题\n1.道路积水，一直拖到\n2026.12月还没有修')).toHaveLength(1)
  })
})

describe('numbers whose list began further up', () => {
  it('do not make a heading of the sentence they happen to stand under', () => {
    const turned =
      '一、存在的主要问题\n1.供水管网漏损严重。\n（一）青石街片区漏损率超过三成。\n（二）城东片区夜间停水。\n2.东渠三年没有清淤。'
    expect(texts(turned)).toEqual([
      '供水管网漏损严重。',
      '青石街片区漏损率超过三成。',
      '城东片区夜间停水。',
      '东渠三年没有清淤。',
    ])
    const headed =
      '一、存在的主要问题\n（一）供水方面\n1.管网漏损严重。\n（二）河道方面\n2.东渠三年没有清淤。'
    expect(texts(headed)).toEqual(['管网漏损严重。', '东渠三年没有清淤。'])
  })
})
