/** The script says what the meeting's own agenda and rule book say, and nothing that is not on record. */
import { describe, expect, it } from 'vitest'
import { frame } from '../../../testing/sample-frame.ts'
import { announcedBallot, expectedBallot, script } from '../../../testing/sample-chair-script.ts'
import { book } from '../../../testing/sample-records.ts'
import type { BallotOnScript } from './chair-script-ballot.ts'
import { chairScriptPaper, type ScriptOnPaper } from './chair-script.ts'

function said(change: Partial<ScriptOnPaper> = {}): readonly string[] {
  const { body } = chairScriptPaper(frame('chair-script'), { ...script, ...change })
  return body.map((block) => ('text' in block ? block.text : ''))
}

const ofBallot = (change: Partial<BallotOnScript>) =>
  said({ ballots: [{ ...expectedBallot, ...change }] }).join('\n')

const { settings } = book
const withOfficial = (change: Partial<typeof settings.officialBallot.value>) => {
  const { officialBallot } = settings
  const value = { ...officialBallot.value, ...change }
  return { ...book, settings: { ...settings, officialBallot: { ...officialBallot, value } } }
}

describe('the course of the meeting', () => {
  it('goes by the agenda, also where the reply comes after the ballot; attendance is told before', () => {
    const headings = said().filter(
      (text) => text.startsWith('（') && /^（[一二三四五六七八]）/.test(text),
    )
    expect(headings).toEqual([
      '（一）述职人员作述职报告',
      '（二）评议调查组报告调查情况',
      '（三）现场询问和答复',
      '（四）审议发言',
      '（五）投票测评、计票、当场宣布结果',
      '（六）述职人员表态',
      '（七）常委会主任讲话',
    ])
  })

  it('goes by the usual one where no agenda is on record, and says so', () => {
    const text = said({ agenda: [] }).join('\n')
    expect(text).toContain('会议议程：＿＿＿＿。')
    expect(text).toContain('（议程没有登记，以下按通常的次序排列）')
    expect(text).toContain('（八）常委会主任讲话')
  })

  it('calls at each point those it names, and all where it names nobody', () => {
    const agenda = [
      { part: 'dutyReport', text: '何志远同志述职', speaker: '何志远' },
      { part: 'reply', text: '述职人员表态', speaker: '' },
    ] as const
    const text = said({ agenda })
    expect(text.filter((one) => one.includes('作述职报告'))).toEqual([
      '请县住建局局长何志远同志作述职报告。',
    ])
    expect(text.filter((one) => one.includes('作表态发言'))).toHaveLength(2)
  })

  it('leaves blank who was there until the meeting began, and says how many are enough', () => {
    const text = said({ present: null, absent: [] }).join('\n')
    expect(text).toContain('应到33人，实到＿＿人，缺席＿＿人')
    expect(text).toContain('（实到17人以上方可开会；不足的，宣布改期）')
    expect(said({ present: 33, absent: [] }).join('\n')).toContain('实到33人，全部到会')
  })
})

describe('the ballot', () => {
  it('is held as the rule book has it: secret, signed, or by show of hands', () => {
    expect(ofBallot({})).toContain('测评采取无记名投票方式。')
    const named = ofBallot({ ruleBook: withOfficial({ secrecy: 'named' }) })
    expect(named).toContain('请填写测评票，并在票上签名。')
    const hands = ofBallot({ ruleBook: withOfficial({ secrecy: 'showOfHands' }) })
    expect(hands).toContain('测评采取举手表决方式。')
    expect(hands).toContain('基本满意的，请举手。（清点后）请放下。')
    expect(hands).not.toMatch(/发票|测评票|空白/)
  })

  it('is held as it is on record, where that says more', () => {
    const source = { type: 'castHere', secrecy: 'secret', rehearsal: false } as const
    expect(ofBallot({ source })).toContain('请凭签到时领取的票证投票。')
    const keypads = { type: 'countedElsewhere', method: 'keypads', secrecy: 'secret' } as const
    expect(ofBallot({ source: keypads })).toContain('请按表决器。')
  })

  it('tells the line by the county’s own comparator, base and lines, not as the rule was published', () => {
    expect(ofBallot({})).toContain('满意票达到全体组成人员的半数以上（含半数）的，为满意')
    const own = withOfficial({
      rule: 'tiered-share',
      comparator: 'gt',
      base: 'valid',
      lines: [85, 60],
    })
    expect(ofBallot({ ruleBook: own })).toContain(
      '称职票超过有效票数的85%的，为称职；称职票超过有效票数的60%的，为基本称职；其余为不称职。',
    )
    const points = withOfficial({ rule: 'points', comparator: 'ge', base: 'valid' })
    expect(ofBallot({ ruleBook: points })).toContain('得分达到满分的九成以上（含九成）的，为优秀')
  })

  it('names items that weigh, and who votes beside the members', () => {
    const items = ['德', '能']
    const weighed = withOfficial({ items, itemWeights: [60, 40] })
    const { voters } = weighed.settings
    const value = [
      { group: 'members', base: 'allMembers', decides: true },
      { group: 'deputies', base: 'returned', decides: true },
    ] as const
    const ruleBook = {
      ...weighed,
      settings: { ...weighed.settings, voters: { ...voters, value } },
    }
    const text = ofBallot({ ruleBook })
    expect(text).toContain('除总体评价外，还对德、能分项测评，按权重得出等次。')
    expect(text).toContain('人大代表同时参加测评，票数分别统计。')
    expect(text).not.toContain('等次的确定')
  })

  it('on matters goes by the three axes and tells no figures beforehand', () => {
    const text = ofBallot({ subject: { type: 'matters', matters: [] } })
    expect(text).toContain('下面对2026年述职评议意见的整改情况进行测评。')
    expect(text).toContain('测评按工作措施、完成时间、整改质量分别进行。')
    expect(text).not.toContain('测评结果为＿')
  })

  it('is told once for all officials who are judged alike', () => {
    const both = said({ ballots: [expectedBallot, { ...expectedBallot, officialName: '刘明远' }] })
    expect(both).toContain('下面对何志远同志履职情况、刘明远同志履职情况进行测评。')
    expect(both.filter((one) => one.includes('等次的确定'))).toHaveLength(1)
    expect(both.filter((one) => one.startsWith('测评结果为＿'))).toHaveLength(2)
    const apart = said({ ballots: [announcedBallot, expectedBallot] })
    expect(apart).toContain('接着对何志远同志履职情况进行测评。')
  })
})
