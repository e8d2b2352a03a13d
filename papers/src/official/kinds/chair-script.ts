/**
 * The script of whoever chairs an appraisal meeting (主持词): what is said at each point, in the order of the meeting's own
 * agenda, with the names and figures that are on record. What is not on record is a blank to be filled in by hand.
 *
 * Source: domain.md §5 phase 3 (① to ⑨), §8.12 (主持词); 组织法 2022 art. 51 (quorum).
 */
import { usualAgenda, type AgendaPoint } from '@luoshi/domain/meetings/agenda'
import type { Absent } from '@luoshi/domain/meetings/meeting'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { assemble, headingBlock, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { seatText, type SeatOnPaper } from '../seat-text.ts'
import { toFill, toFillIn, unstopped, withoutBrackets } from '../paper-words.ts'
import { ballotSaid, type BallotOnScript } from './chair-script-ballot.ts'

export type ScriptOnPaper = Readonly<{
  session: string
  members: number
  quorum: number
  /** Who was there when the meeting began; null before it did. */
  present: number | null
  absent: readonly Absent[]
  agenda: readonly AgendaPoint[]
  /** In the order in which the meeting hears them. */
  reporters: readonly SeatOnPaper[]
  ballots: readonly BallotOnScript[]
}>

export function chairScriptPaper(frame: PaperFrame, script: ScriptOnPaper): OfficialPaper {
  const parts = {
    attendance: attendanceSaid(script),
    agenda: agendaSaid(script),
    course: courseOf(script),
  }
  return assemble(frame, { session: script.session }, parts, {
    whole: script.reporters.flatMap(({ officialName: name }) => [name, `${name}同志`]),
  })
}

function attendanceSaid({ members, quorum, present, absent }: ScriptOnPaper): readonly Block[] {
  if (present === null)
    return [
      ...paragraphs(
        `常委会组成人员应到${members}人，实到${toFillIn}人，缺席${toFillIn}人，符合法定人数，可以开会。`,
      ),
      ...paragraphs(`（实到${quorum}人以上方可开会；不足的，宣布改期）`),
    ]
  const away = members - present
  const missing = absent.map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`))
  return [
    ...paragraphs(
      `常委会组成人员应到${members}人，实到${present}人，${away === 0 ? '全部到会' : `缺席${away}人`}，超过全体组成人员的半数，符合法定人数，可以开会。`,
    ),
    ...(missing.length === 0 ? [] : paragraphs(`缺席的有：${missing.join('、')}。`)),
  ]
}

function agendaSaid({ agenda }: ScriptOnPaper): readonly Block[] {
  if (agenda.length === 0) return paragraphs(`会议议程：${toFill}。`)
  const lines = agenda.map(({ text, speaker }, at) => {
    const who = speaker === '' ? '' : `（${withoutBrackets(speaker)}）`
    return `${at + 1}.${unstopped(text)}${who}${at === agenda.length - 1 ? '。' : '；'}`
  })
  return [
    ...paragraphs(`今天的议程共${agenda.length}项：`),
    ...lines.flatMap(paragraphs),
    ...paragraphs('对议程有没有不同意见？（稍停）没有不同意见，按议程进行。'),
  ]
}

/** Point by point as the agenda has them; the attendance is told before. A meeting without an agenda goes by the usual one. */
function courseOf(script: ScriptOnPaper): readonly Block[] {
  const isOpen = script.agenda.length === 0
  const usual = usualAgenda.map(({ part, zh }) => ({ part, text: zh, speaker: '' }))
  const points = (isOpen ? usual : script.agenda).filter(({ part }) => part !== 'attendance')
  return [
    ...(isOpen ? paragraphs('（议程没有登记，以下按通常的次序排列）') : []),
    ...points.flatMap((point, at) => [
      headingBlock(2, `（${chineseNumber(at + 1)}）${unstopped(point.text)}`),
      ...pointSaid(point, script),
    ]),
  ]
}

function pointSaid(point: AgendaPoint, script: ScriptOnPaper): readonly Block[] {
  const speaker = point.speaker === '' ? toFill : point.speaker
  switch (point.part) {
    case 'attendance':
      return []
    case 'dutyReport':
      return reportsSaid(reportersOf(point, script))
    case 'inquiryReport':
      return paragraphs(`请${speaker}报告调查情况。`)
    case 'speeches':
      return paragraphs(
        `下面进行评议发言。${point.speaker === '' ? '' : `首先请${speaker}发言。`}请围绕述职报告和调查报告，讲成绩、讲问题、提建议，发言前请报姓名。\n（发言结束后）还有哪位同志要发言？（稍停）没有了，评议发言到此结束。`,
      )
    case 'questions':
      return paragraphs(
        '下面进行询问。请提出询问的同志说明向谁询问，由述职人员当场答复。\n（答复后）还有没有补充询问？（稍停）没有了，询问到此结束。',
      )
    case 'reply':
      return repliesSaid(reportersOf(point, script))
    case 'ballot':
      return ballotSaid(script.ballots)
    case 'government':
    case 'closing':
      return paragraphs(`请${speaker}讲话。`)
    case 'other':
      return paragraphs(point.speaker === '' ? '下面进行本项议程。' : `请${speaker}发言。`)
  }
}

/** Those whom the point names; everybody where it names nobody who reports. */
function reportersOf(
  { speaker }: AgendaPoint,
  { reporters }: ScriptOnPaper,
): readonly SeatOnPaper[] {
  const named = reporters.filter(({ officialName: name }) => name !== '' && speaker.includes(name))
  return named.length === 0 ? reporters : named
}

function reportsSaid(reporters: readonly SeatOnPaper[]): readonly Block[] {
  const many =
    reporters.length > 1 ? paragraphs(`述职的有${reporters.length}位同志，依次进行。`) : []
  return [
    ...many,
    ...reporters.flatMap((one, at) =>
      paragraphs(`${at === 0 ? '请' : '（述职结束后）下面请'}${seatText(one)}同志作述职报告。`),
    ),
  ]
}

function repliesSaid(reporters: readonly SeatOnPaper[]): readonly Block[] {
  return reporters.flatMap((one, at) =>
    paragraphs(`${at === 0 ? '请' : '（表态结束后）下面请'}${seatText(one)}同志作表态发言。`),
  )
}
