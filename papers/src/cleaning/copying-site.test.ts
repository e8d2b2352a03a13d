import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BrokenPair, damageLikeACopyingSite } from '../testing/damage-like-a-copying-site.ts'
import { GLOSSED } from '../testing/glossed-characters.ts'
import { readTestdata } from '../testing/read-testdata.ts'
import { cleanText } from './clean-text.ts'
import type { Cleaned } from './cleaned.ts'
import { undoEdits } from './undo-edits.ts'

const clean = readTestdata('closing-words.txt')
const damaged = readTestdata('closing-words-damaged.txt')

function withCertainRepairs(text: string): Cleaned {
  const { suggestions } = cleanText(text)
  const accepted = suggestions.filter((one) => one.certain).map((one) => one.id)
  return cleanText(text, { accepted })
}

/** What stands between the flagged places, which must all stand in the original, in this order. */
function unflaggedPieces({ text, flags }: Cleaned): string[] {
  const pieces: string[] = []
  let done = 0
  for (const flag of flags) {
    if (flag.kind === 'gloss-tone' || flag.at < done) continue
    pieces.push(text.slice(done, flag.at))
    done = flag.at + flag.text.length
  }
  return [...pieces, text.slice(done)]
}

function expectInOrder(pieces: readonly string[], original: string): void {
  let at = 0
  for (const piece of pieces) {
    const found = original.indexOf(piece, at)
    if (found < 0) expect.fail(`“${piece}” is not in the original from ${at} on`)
    at = found + piece.length
  }
}

describe('a text that a copying site has damaged', () => {
  it('was damaged by our generator as it stands in testdata', () => {
    expect(damageLikeACopyingSite(clean, GLOSSED, 'keeps-next')).toBe(damaged)
  })

  it.each<BrokenPair>(['keeps-next', 'eats-next'])(
    'comes back as it was except where it is flagged, if the site %s',
    (broken) => {
      const copied = damageLikeACopyingSite(clean, GLOSSED, broken)
      const cleaned = withCertainRepairs(copied)
      expectInOrder(unflaggedPieces(cleaned), clean)
      expect(cleaned.flags.map((one) => one.kind)).toEqual([
        'lone-question',
        'repairable-gap',
        'open-gap',
        'merged-punctuation',
      ])
      expect(undoEdits(cleaned)).toBe(copied)
    },
  )

  it('is not repaired without a click: what was lost stays visible', () => {
    const { text, suggestions } = cleanText(damaged)
    expect(text).toContain('照单全收??h长办公会')
    expect(text).toContain('四是定人员??傊饔嘘P(guān)单位')
    expect(text).toContain('常思自盛自律之道')
    expect(suggestions.map(({ before, after, certain }) => [before, after, certain])).toEqual([
      ['??h', '。县', true],
      // 上 and then a lost byte A3 might have been 上海 or 上校.
      ['??h', '。县', false],
      ['??傊饔嘘P(guān)', '。总□…□有关', false],
      ['??h', '。县', true],
      ['常思自盛自律之', '常思自省、自律之', false],
    ])
  })

  it('keeps its gap flagged even when the frame around it is accepted', () => {
    const { suggestions } = cleanText(damaged)
    const cleaned = cleanText(damaged, { accepted: suggestions.map((one) => one.id) })
    expect(cleaned.suggestions).toEqual([])
    expect(cleaned.text).toContain('四是定人员。总□…□有关单位')
    expect(cleaned.flags.filter((one) => one.kind === 'open-gap').map((one) => one.text)).toEqual([
      '□…□',
    ])
    expect(cleaned.text).toContain('常思自省、自律之道')
  })

  it('keeps the ids of suggestions when others are accepted', () => {
    const { suggestions } = cleanText(damaged)
    for (const chosen of suggestions) {
      const others = cleanText(damaged, { accepted: [chosen.id] }).suggestions
      expect(others.map((one) => one.id)).toEqual(
        suggestions.map((one) => one.id).filter((id) => id !== chosen.id),
      )
    }
  })

  it.each<[BrokenPair, string]>([
    // 負(fù)擔(dān) between two gaps was taken for letters out of step, and 伶 behind it for text.
    ['eats-next', '县政府。总之\n负担，县政府，龙塘镇，县政府。'],
    // 傊逃郑執伶 and 傊芯浚逃郑h show more common characters than rare ones.
    ['keeps-next', '学校总之，教育局，龙塘镇，县政府。'],
    ['keeps-next', '县政府。总之，研究，教育局，县政府。'],
    // 床坏剑R shows common ones only; 蜕 and 矗 stand alone.
    ['keeps-next', '县政府。看不到，临溪，县政府。'],
    ['eats-next', '县政府。客户，县政府。看，临溪。'],
  ])('bears a flag on every wrong character, if the site %s: %s', (broken, words) => {
    const original = `整改实效，评议对象，责任落实。${words}`
    const cleaned = withCertainRepairs(damageLikeACopyingSite(original, GLOSSED + '鎮縣總', broken))
    expectInOrder(unflaggedPieces(cleaned), original)
    expect(cleaned.flags.some((one) => one.kind === 'open-gap')).toBe(true)
  })

  it('is never given back with a certain repair that is false, and every loss is flagged', () => {
    const word = fc.constantFrom(
      ...'县政府 总之 县直部门 续建 纵深 龙塘镇 教育局 水利局 学校 述职评议 整改 落实 满意 执法 责任 资金 饮水 权力 作风 问题 时限 验收 代表 常委会 会议 反馈 领导 研究 检查 年底 负担 队伍 三 五'.split(
        ' ',
      ),
    )
    const stop = fc.constantFrom('，', '。', '、', '\n', '', '')
    const text = fc
      .array(fc.tuple(word, stop), { minLength: 20, maxLength: 50, size: 'max' })
      .map(
        (parts) => `整改实效，评议对象，责任落实。${parts.map(([one, end]) => one + end).join('')}`,
      )
      .map((raw) => `${raw}。`.replaceAll(/[，、]+。/g, '。'))
    const law = fc.property(
      text,
      fc.constantFrom<BrokenPair>('keeps-next', 'eats-next'),
      (original, broken) => {
        const copied = damageLikeACopyingSite(original, GLOSSED + '鎮縣總', broken)
        const cleaned = withCertainRepairs(copied)
        expectInOrder(unflaggedPieces(cleaned), original)
        const gaps = cleaned.flags.filter((one) => one.kind.endsWith('gap'))
        if (gaps.length === 0) expect(cleaned.text).toBe(original)
        expect(undoEdits(cleaned)).toBe(copied)
      },
    )
    fc.assert(law, { numRuns: 60 })
  })
})
