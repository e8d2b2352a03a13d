/**
 * The record of the talk in which the committee tells the official its opinions (反馈谈话记录): the opinions item by item
 * from the letter, and blanks for the talk itself, which nobody records here before it is held.
 *
 * Source: domain.md §5 phase 4 (talks with the official), §4 (允许进行解释和申辩), §8.12 (谈话记录).
 */
import { assemble, headingBlock, lineBlock, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { stopped, toFillIn } from '../paper-words.ts'
import { seatText } from '../seat-text.ts'

export type FeedbackTalkOnPaper = Readonly<{
  reference: string | null
  activityName: string
  officialName: string
  post: string
  unitName: string
  session: string
  sections: Readonly<{
    overall: string
    achievements: string
    suggestions: string
    ballot: string
  }>
  items: readonly Readonly<{
    number: number
    problem: string
    request: string
    unitName: string
    voided: unknown
  }>[]
}>

export function feedbackTalkPaper(frame: PaperFrame, talk: FeedbackTalkOnPaper): OfficialPaper {
  const { reference, activityName, officialName, unitName, session } = talk
  const values = {
    reference: reference ?? '',
    activity: activityName,
    official: officialName,
    unit: unitName,
    session,
  }
  const parts = {
    form: [{ kind: 'form', rows: talkRows(talk) } as const],
    opinions: opinionsOf(talk),
    reply: [{ kind: 'form', rows: replyRows } as const],
    signs: [
      ...paragraphs('以上记录经谈话对象核对，与谈话内容相符。'),
      lineBlock('谈话人（签名）：'),
      lineBlock('谈话对象（签名）：'),
      lineBlock('记录人（签名）：'),
    ],
  }
  return assemble(frame, values, parts)
}

/** The day of the talk, its place and who came are not on record: they are written in by hand. */
function talkRows(talk: FeedbackTalkOnPaper) {
  const day = `${toFillIn}${toFillIn}年${toFillIn}月${toFillIn}日`
  return [
    { label: '时间', text: `${day}${toFillIn}时${toFillIn}分至${toFillIn}时${toFillIn}分` },
    { label: '地点', text: '' },
    { label: '谈话对象', text: seatText(talk) },
    { label: '谈话人', text: '' },
    { label: '参加人员', text: '' },
    { label: '记录人', text: '' },
    { label: '反馈依据', text: talk.reference ?? '' },
  ]
}

const replyRows = [
  { label: '对反馈意见的态度', text: '', lines: 3 },
  { label: '说明和申辩', text: '', lines: 5 },
  { label: '整改打算', text: '', lines: 5 },
]

/** In the order of the letter; what went out again under another number is told with that one. */
function opinionsOf({ sections, items }: FeedbackTalkOnPaper): readonly Block[] {
  const live = items.filter(({ voided }) => voided === null)
  const rows = live.map(({ number, problem, request, unitName }, at) => [
    String(at + 1),
    `第${number}号`,
    problem,
    request,
    unitName,
    '',
  ])
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '事项', width: 3, align: 'center' },
    { heading: '意见', width: 8 },
    { heading: '要求', width: 7 },
    { heading: '承办单位', width: 4 },
    { heading: '谈话对象的说明', width: 5 },
  ] as const
  return [
    ...told('总体评价', sections.overall),
    ...told('主要成绩', sections.achievements),
    ...(rows.length === 0
      ? []
      : [headingBlock(4, '存在的主要问题：'), { kind: 'table', columns, rows } as const]),
    ...told('改进工作的建议', sections.suggestions),
    ...told('测评结果', sections.ballot),
  ]
}

function told(label: string, text: string): readonly Block[] {
  return text.trim() === '' ? [] : paragraphs(`${label}：${stopped(text)}`)
}
