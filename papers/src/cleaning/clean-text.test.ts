import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import type { Cleaned } from './cleaned.ts'
import { undoEdits } from './undo-edits.ts'

/** Enough glosses and traditional characters to show that a site has damaged the text. */
const DAMAGED = '評(píng)議會(huì)結(jié)束后，認(rèn)真整改。'
const REPAIRED = '评议会结束后，认真整改。'

const cleaned = (text: string): string => cleanText(text).text
const rulesOf = ({ edits }: Cleaned): string[] => edits.map((one) => one.rule)
const flagsOf = ({ flags }: Cleaned): string[] => flags.map((one) => `${one.kind} ${one.text}`)
const suggestionsOf = ({ suggestions }: Cleaned) =>
  suggestions.map((one) => [one.before, one.after, one.certain])

describe('clean text', () => {
  it('stays as it is, down to the last letter', () => {
    const text = '一、存在问题\n（一）进展显著，什么都好。著名企业3,000家，8:30开会。①㎡\n'
    expect(cleanText(text)).toEqual({ text, edits: [], flags: [], suggestions: [] })
  })
})

describe('lines, blanks and what cannot be seen', () => {
  it.each([
    ['甲\r\n乙\r丙\v丁\f戊\u2028己\u2029庚', '甲\n乙\n丙\n丁\n戊\n己\n庚'],
    ['\u3000\u3000一、\u00a0目标', '  一、 目标'],
    ['教育局\t李红', '教育局  李红'],
    ['整\u200b改\ufeff\u202e方\u00ad案\u0007', '整改方案'],
  ])('%j becomes %j', (before, after) => {
    expect(cleaned(before)).toBe(after)
  })
})

describe('forms of characters', () => {
  it.each([
    ['⼀、⽬标，⻓效', '一、目标，长效'],
    ['１２．３％，ＡＢｃ', '12.3%，ABc'],
    ['㈠目标⑴任务⒈措施①㎡', '（一）目标（1）任务1.措施①㎡'],
  ])('%s becomes %s', (before, after) => {
    expect(cleaned(before)).toBe(after)
  })
})

describe('pinyin glosses', () => {
  it('go where they are readings, in a text that has three of them', () => {
    expect(cleaned(DAMAGED)).toBe(REPAIRED)
    expect(cleaned('實(shí)現(xiàn)發(fā)展')).toBe('实现发展')
  })

  it('stay where they are none, and are flagged if they look like one', () => {
    const result = cleanText(`${DAMAGED}县人大(rd)GDP(gdp)事(shuō)`)
    expect(result.text).toBe(`${REPAIRED}县人大（rd）GDP（gdp）事（shuō）`)
    expect(flagsOf(result)).toEqual(['gloss-left 事（shuō）'])
  })

  it('stay where the author wrote one or two', () => {
    expect(cleaned('述职人员刘䶮（yǎn）、王喆(zhé)。')).toBe('述职人员刘䶮（yǎn）、王喆（zhé）。')
  })

  it('go with a flag where only the tone differs', () => {
    const result = cleanText(`${DAMAGED}成績(jī)`)
    expect(result.text).toBe(`${REPAIRED}成绩`)
    expect(flagsOf(result)).toEqual(['gloss-tone 績(jī)'])
    expect(result.flags[0]?.at).toBe(REPAIRED.length + 1)
  })

  it('are read with combining marks and with IPA letters', () => {
    expect(cleaned(`${DAMAGED}強(qia\u0301nɡ)堅(jiɑ\u0304n)`)).toBe(`${REPAIRED}强坚`)
  })
})

describe('traditional characters', () => {
  it('become simplified, word by word', () => {
    expect(cleaned('隨著依法治國，沿著道路，顯著的著作，這是什麼')).toBe(
      '随着依法治国，沿着道路，显著的著作，这是什么',
    )
  })

  it('are flagged, not changed, where they are 3 in 100 or fewer', () => {
    const text = `${'整改方案已经落实到位'.repeat(4)}國`
    const result = cleanText(text)
    expect(result.text).toBe(text)
    expect(flagsOf(result)).toEqual(['traditional-left 國'])
  })

  it('leave the simplified words of a mixed text alone', () => {
    expect(cleaned('評議結果顯示，显著成绩、专著、什么')).toBe('评议结果显示，显著成绩、专著、什么')
  })

  it('stay in the names of the directory', () => {
    const text = '鍾陞同志的評議結果：鍾陞滿意'
    expect(cleanText(text, { protectedNames: ['鍾陞', '李明'] }).text).toBe(
      '鍾陞同志的评议结果：鍾陞满意',
    )
    const changed = cleanText(text)
    expect(changed.text).toContain('钟升同志')
    expect(flagsOf(changed)).toEqual(['鍾', '陞', '鍾', '陞'].map((one) => `name-like ${one}`))
  })

  it('do not turn a simplified text for the sake of one name', () => {
    expect(cleaned('任命鍾明为局长')).toBe('任命鍾明为局长')
  })
})

describe('punctuation', () => {
  it.each([
    ['一是,二是;三是:好!', '一是，二是；三是：好！'],
    ['投资3,000万元,于8:30开工', '投资3,000万元，于8:30开工'],
    ['见http://a.example.cn/x,y:8080/(1)页', '见http://a.example.cn/x,y:8080/(1)页'],
    ['(1)整改(见附件),f(x)', '（1）整改（见附件），f(x)'],
    ['水利局，、教育局，。好，，行', '水利局、教育局。好，行'],
    ['（一)', '（一）'],
  ])('%s becomes %s', (before, after) => {
    expect(cleaned(before)).toBe(after)
  })

  it('single blanks between Han go, two stay', () => {
    expect(cleaned('各 述 职 人员')).toBe('各述职人员')
    expect(cleaned('县水利局  县教育局')).toBe('县水利局  县教育局')
  })

  it('a single blank stays where it separates', () => {
    const text = '第一条 为了整改\n责任领导：李红梅 责任股室：办公室\n出席：王明 李红梅 张伟'
    expect(cleaned(text)).toBe(text)
  })
})

describe('what belongs to the web page', () => {
  it.each([
    '已有0人发表了评论',
    '责任编辑：小王',
    '版权所有 青石县融媒体中心',
    '上一篇：关于召开会议的通知',
    '【返回顶部】',
    '扫一扫在手机打开当前页',
    '您当前的位置：首页 > 通知公告',
    '浏览次数：128次',
    '相关推荐',
    '【点击打开本页二维码】',
    '【打印】【关闭】',
  ])('%s is cut with its line', (line) => {
    const result = cleanText(`谢谢大家。\n${line}\n完`)
    expect(result.text).toBe('谢谢大家。\n完')
    expect(rulesOf(result)).toContain('web-lines')
    expect(cleaned(`谢谢大家。\n${line}`)).toBe('谢谢大家。')
    expect(cleaned(`${line}\n${line}`)).toBe('')
  })

  it('a sentence that mentions such words stays', () => {
    const text =
      '会议要求：责任编辑制度要落实。\n扫一扫二维码即可参与测评。\n版权所有权的登记工作，由文旅局负责。'
    expect(cleaned(text)).toBe(text)
  })

  it('comments, pictures and heading marks go', () => {
    expect(cleaned('## 一、目标<!-- 开始 -->\n<image>data:image/png;base64,AA==完')).toBe(
      '一、目标\n完',
    )
    expect(cleaned('<!-- 没有结束')).toBe('<!-- 没有结束')
    expect(cleaned('#1楼漏水')).toBe('#1楼漏水')
  })

  it('spam is flagged, not cut', () => {
    expect(flagsOf(cleanText('关于威廉希尔整改的报告'))).toEqual(['spam 威廉希尔'])
  })
})

describe('lost bytes', () => {
  it.each([
    ['整改工作??h人大', '??h', '。县'],
    ['進行?h人大', '?h', '。县'],
    ['龍?zhí)伶?zhèn)人大', '?zhí)伶?zhèn)', '塘镇'],
    ['龍?(zhí)伶?(zhèn)人大', '?(zhí)伶?(zhèn)', '塘镇'],
    ['\n第二條??區', '??', ' '],
    ['\n?第一條 目的', '?', ''],
    ['為止??傊\ue17a\ue0d3饔嘘P(guān)部門', '??傊\ue17a\ue0d3饔嘘P(guān)', '。总之，各有关'],
  ])('%s: one reading, offered as certain and not applied', (damage, before, after) => {
    const result = cleanText(DAMAGED + damage)
    expect(suggestionsOf(result)).toEqual([[before, after, true]])
    expect(result.text).toContain(before)
    expect(flagsOf(result)).toEqual([`repairable-gap ${before}`])
    const [offer] = result.suggestions
    expect(offer?.evidence).not.toBe('')
    const repaired = cleanText(DAMAGED + damage, { accepted: [offer?.id ?? ''] })
    expect(repaired.suggestions).toEqual([])
    expect(repaired.flags).toEqual([])
    expect(undoEdits(repaired)).toBe(DAMAGED + damage)
    const { at = 0 } = offer ?? {}
    expect(repaired.text).toBe(
      result.text.slice(0, at) + after + result.text.slice(at + before.length),
    )
  })

  it.each([
    ['龍?zhí)僚沙鏊?、', '?zhí)僚沙鏊?', '塘□…□'],
    ['龍?zhí)了痉ㄋ?個', '?zhí)了痉ㄋ?', '塘□…□'],
    ['為止??傊饔嘘P(guān)部門', '??傊饔嘘P(guān)', '。总□…□有关'],
    ['农村學??h政府', '??h', '。县'],
  ])(
    '%s: more than one reading, so only an uncertain frame is offered',
    (damage, before, after) => {
      const result = cleanText(DAMAGED + damage)
      expect(suggestionsOf(result)).toEqual([[before, after, false]])
      expect(result.text).toContain(before)
    },
  )

  it('are no matter where people ask questions', () => {
    const text = '为什么??他说不清楚。是不是第三条?我看是。Really??yes'
    const result = cleanText(text)
    expect(result.text).toBe(text)
    expect(result.suggestions).toEqual([])
  })

  it('are flagged where nothing is known of them', () => {
    expect(flagsOf(cleanText('工作??，做得\ufffd好，责?任，好吗?是的\ue001'))).toEqual([
      'open-gap ??',
      'unreadable \ufffd',
      'lone-question ?',
      'private-use \ue001',
    ])
  })

  it('may have merged two characters: offered by the sense, never certain', () => {
    const result = cleanText(`${DAMAGED}要自重、自盛自警。`)
    expect(suggestionsOf(result)).toEqual([['自盛自警', '自省、自警', false]])
    expect(flagsOf(result)).toEqual(['merged-punctuation 盛'])
    expect(cleanText('要自重、自盛自警。').suggestions).toEqual([])
  })
})

describe('the account', () => {
  const lost = [DAMAGED, '??h人大', '??傊饔嘘P(guān)', '自盛自警', '龍?zhí)伶?zhèn)', '?', '\ufffd']
  const marks = [
    '縣',
    '(',
    ')',
    ',',
    '，、',
    '，。',
    ' ',
    '１．',
    '⑴',
    '⼀',
    '\u200b',
    '\ue123',
    '𠮷',
  ]
  const lines = [
    '\r\n',
    '\n',
    '\u3000',
    '<!--',
    '-->',
    '## ',
    '已有0人发表了评论',
    '第二條',
    'http://a,b',
  ]
  const pieces = fc.constantFrom(...lost, ...marks, ...lines)

  it('gives the input back letter by letter, whatever was accepted, and repeats itself exactly', () => {
    const law = fc.property(fc.array(pieces, { maxLength: 25, size: 'max' }), (parts) => {
      const input = parts.join('')
      const first = cleanText(input)
      const accepted = first.suggestions.map((one) => one.id)
      const all = cleanText(input, { accepted })
      expect(cleanText(input)).toEqual(first)
      for (const account of [first, all]) {
        expect(undoEdits(account)).toBe(input)
        for (const { at, after } of account.edits) {
          expect(account.text.slice(at, at + after.length)).toBe(after)
        }
        for (const { at, before } of account.suggestions) {
          expect(account.text.slice(at, at + before.length)).toBe(before)
        }
        for (const { kind, at, text } of account.flags) {
          if (kind === 'gloss-tone' || kind === 'name-like') continue
          expect(account.text.slice(at, at + text.length)).toBe(text)
        }
      }
      expect(all.suggestions.filter((one) => accepted.includes(one.id))).toEqual([])
    })
    fc.assert(law, { numRuns: 150 })
  })

  it('takes any text at all', () => {
    const law = fc.property(fc.string({ unit: 'binary', maxLength: 60, size: 'max' }), (input) => {
      expect(undoEdits(cleanText(input))).toBe(input)
    })
    fc.assert(law, { numRuns: 150 })
  }, 60_000)
})
