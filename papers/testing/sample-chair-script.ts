/** A meeting as its chair's script is given it: two officials, one of whom was judged already. */
import type { BallotOnScript } from '../src/official/kinds/chair-script-ballot.ts'
import type { ScriptOnPaper } from '../src/official/kinds/chair-script.ts'
import { about, book } from './sample-records.ts'

/** What is said of a ballot that is not on record yet: as the rule book has it. */
export const expectedBallot: BallotOnScript = {
  officialName: '何志远',
  appraisalTitle: about.activityName,
  subject: { type: 'official' },
  source: null,
  recused: [],
  ruleBook: book,
  announced: null,
}

export const announcedBallot: BallotOnScript = {
  ...expectedBallot,
  officialName: '刘明远',
  source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
  recused: ['吴七'],
  announced: {
    counters: { chief: '郑一', scrutineers: ['钱二', '孙三'], tellers: ['李四'] },
    results: ['刘明远同志履职情况：满意24票，测评结果为满意。'],
  },
}

export const script: ScriptOnPaper = {
  session: '第十八届人大常委会第三十一次会议',
  members: 33,
  quorum: 17,
  present: 29,
  absent: [{ name: '周五', reason: '病假' }],
  agenda: [
    { part: 'attendance', text: '清点到会人数', speaker: '' },
    { part: 'dutyReport', text: '述职人员作述职报告', speaker: '刘明远、何志远' },
    { part: 'inquiryReport', text: '评议调查组报告调查情况', speaker: '赵组长（调查组）' },
    { part: 'questions', text: '现场询问和答复', speaker: '' },
    { part: 'speeches', text: '审议发言', speaker: '' },
    { part: 'ballot', text: '投票测评、计票、当场宣布结果', speaker: '' },
    { part: 'reply', text: '述职人员表态', speaker: '' },
    { part: 'closing', text: '常委会主任讲话', speaker: '' },
  ],
  reporters: [
    { officialName: '刘明远', post: '局长', unitName: '县水利局' },
    { officialName: '何志远', post: '县住建局局长', unitName: '县住建局' },
  ],
  ballots: [announcedBallot, expectedBallot],
}
