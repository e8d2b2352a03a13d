import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPersonal } from './mask-personal.ts'
import { nearDuplicates } from './near-duplicates.ts'
import { suspectWords } from './suspect-words.ts'

describe('what somebody wrote', () => {
  it.each([
    ['请打13912345678找我', '请打〔电话号码已隐去〕找我', ['phone']],
    ['手机139 1234 5678', '手机〔电话号码已隐去〕', ['phone']],
    ['电话０５９１-87654321', '电话〔电话号码已隐去〕', ['phone']],
    ['身份证350102199003071234。', '身份证〔身份证号已隐去〕。', ['idCard']],
    ['卡6222 0212 3456 7890 123', '卡〔卡号已隐去〕', ['bankCard']],
    ['写信到 zhang.san@example.com', '写信到 〔邮箱已隐去〕', ['mail']],
    ['闽A·12345的车', '〔车牌号已隐去〕的车', ['plate']],
    ['修了3次，花了2000元，2026年3月1日', '修了3次，花了2000元，2026年3月1日', []],
  ])('%s is passed on as %s', (said, text, found) => {
    expect(maskPersonal(said)).toEqual({ text, found })
  })

  it('keeps no telephone number, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fa5，。 ]{0,12}$/), (around) => {
        expect(maskPersonal(`${around}13912345678${around}`).text).not.toContain('139')
      }),
    )
  })

  it('may be an accusation: a hint, by the word', () => {
    expect(suspectWords('办事员索要好处费')).toEqual(['索要', '好处费'])
    expect(suspectWords('窗口开得太晚')).toEqual([])
  })
})

describe('texts that say nearly the same', () => {
  it('are grouped, others stay alone', () => {
    const texts = [
      '村口的路坑坑洼洼，一直没有修',
      '窗口中午没有人',
      '村口的路坑坑洼洼一直没有修！！',
      '村口的路，坑坑洼洼，一直没有人修',
      '无',
      '无。',
    ]
    expect(nearDuplicates(texts)).toEqual([0, 1, 0, 0, 4, 4])
  })

  it('are those that comparing every one with every other would find', () => {
    const word = fc.constantFrom('路', '坏', '了', '没', '人', '修')
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
        const groups = nearDuplicates(texts)
        for (const [a, one] of texts.entries())
          for (const [b, other] of texts.entries())
            if (likeness(one, other) >= 0.7) expect(groups[a]).toBe(groups[b])
      }),
    )
  })

  it('are found among thousands in no time that anybody would notice', () => {
    const texts = Array.from({ length: 3000 }, (_, at) => `第${at}号路口的红绿灯坏了${at % 7}天`)
    const began = performance.now()
    nearDuplicates(texts)
    expect(performance.now() - began).toBeLessThan(20_000)
  })
})

function likeness(a: string, b: string): number {
  const pairs = (text: string) => {
    const signs = [...text]
    if (signs.length < 2) return new Set(signs)
    return new Set(signs.slice(1).map((one, at) => `${signs[at]}${one}`))
  }
  const [one, other] = [pairs(a), pairs(b)]
  const both = [...one].filter((pair) => other.has(pair)).length
  return both / (one.size + other.size - both)
}
