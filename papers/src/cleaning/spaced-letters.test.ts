import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { undoEdits } from './undo-edits.ts'

describe('letters that stand apart', () => {
  it.each([
    ['存 在 的 问 题 ： 3 5 个 点 没 有 开 通 。', '存在的问题：35个点没有开通。'],
    ['一 、 存 在 的 问 题', '一、存在的问题'],
    ['责 任 领 导 ： 周 启 明  责 任 股 室 ： 供 水 股', '责任领导：周启明  责任股室：供水股'],
  ])('%s', (dirty, clean) => {
    const cleaned = cleanText(dirty)
    expect(cleaned.text).toBe(clean)
    expect(undoEdits(cleaned)).toBe(dirty)
  })

  it.each(['A B C D E F', '第1 名 王明 李红梅 张芳 赵刚'])('%s are left alone', (text) => {
    expect(cleanText(text).edits.map(({ rule }) => rule)).not.toContain('spaced-letters')
  })
})
