import { describe, expect, it } from 'vitest'
import { inlineListIn } from './inline-list.ts'

const members = (text: string) => inlineListIn(text)?.members.map((member) => member.text)

describe('a list inside a paragraph', () => {
  it.each([
    ['一是巡河少；二是采砂多；三是垃圾乱。', ['巡河少', '采砂多', '垃圾乱。']],
    ['主要有：第一，作业多。第二，体育少。', ['作业多。', '体育少。']],
    ['（1）缺水；（2）停水。', ['缺水', '停水。']],
    ['①缺水②停水', ['缺水', '停水']],
    ['缓解困难。（一）做大资金池；（二）推广信用贷款。', ['做大资金池', '推广信用贷款。']],
    ['一要修管网，二要建水池。', ['修管网', '建水池。']],
  ])('%s', (text, expected) => {
    expect(members(text)).toEqual(expected)
  })

  it.each([
    '一是巡河少。',
    '一是巡河少；三是垃圾乱。',
    '二是采砂多；三是垃圾乱。',
    '按第（1）项和第（3）项办理',
    '没有清单',
    '按（一）项、（二）项规定办理',
  ])('%s is none', (text) => {
    expect(inlineListIn(text)).toBeUndefined()
  })

  it('keeps the words before it', () => {
    expect(inlineListIn('管护不到位：一是巡河少；二是采砂多。')?.lead).toBe('管护不到位：')
  })

  it('may begin again', () => {
    expect(members('好的方面：一是快；二是准。问题：一是少；二是慢。')).toEqual([
      '快',
      '准。问题：',
      '少',
      '慢。',
    ])
  })
})
