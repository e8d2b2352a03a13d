/**
 * Minutes of the meeting that heard the reports (会议记录): who was there, the agenda as it was heard, and what was said,
 * each question with its answer; room for those who sign. Nothing is left out and nothing is put into other words.
 *
 * Source: domain.md §5 phase 3; seed map S12 (remarks are taken down on the spot).
 */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  adjournmentLabels,
  type Adjournment,
  type AgendaPoint,
} from '@luoshi/domain/meetings/agenda'
import type { Absent } from '@luoshi/domain/meetings/meeting'
import {
  speakerKindLabels,
  speechActLabels,
  type SpeakerKind,
  type SpeechAct,
} from '@luoshi/domain/meetings/speech'
import { assemble, lineBlock, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText } from '../paper-words.ts'

export type SpeechOnPaper = Readonly<{
  id: string
  number: number
  kind: SpeakerKind
  act: SpeechAct
  /** The line it answers, and the number of the matter a defence speaks to. */
  question: string | null
  matter: number | null
  speaker: string
  text: string
  /** Matters that were made of it. */
  became: readonly number[]
}>

export type MeetingOnPaper = Readonly<{
  session: string
  heldOn: Day
  appraisals: readonly string[]
  members: number
  present: number | null
  quorum: number
  absent: readonly Absent[]
  /** Who came late or left, each as one line. */
  came: readonly string[]
  agenda: readonly AgendaPoint[]
  /** Points that were heard, counted from 0. */
  heard: readonly number[]
  ended: Readonly<{ how: Adjournment; nextOn: Day | null; reason: string }> | null
  /** In the order they were taken down. */
  speeches: readonly SpeechOnPaper[]
  /** What was announced in it, each as one sentence. */
  results: readonly string[]
}>

export function meetingMinutesPaper(frame: PaperFrame, meeting: MeetingOnPaper): OfficialPaper {
  const parts = {
    facts: [{ kind: 'form', rows: factsOf(meeting) } as const],
    agenda: agendaOf(meeting),
    speeches: speechesOf(meeting.speeches),
    results: meeting.results.flatMap((one) => paragraphs(one)),
    signs: [lineBlock('主持人（签名）：'), lineBlock('记录人（签名）：')],
  }
  return assemble(frame, { session: meeting.session }, parts)
}

function factsOf(meeting: MeetingOnPaper) {
  const { session, heldOn, appraisals, members, present, quorum, absent, came, ended } = meeting
  const there =
    present === null
      ? `应到${members}人`
      : `应到${members}人，实到${present}人（过半数为${quorum}人）`
  const missing = absent.map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`))
  return [
    { label: '会议', text: session },
    { label: '日期', text: dayText(heldOn) },
    { label: '听取', text: appraisals.join('；') },
    { label: '出席', text: there },
    ...(missing.length > 0 ? [{ label: '缺席', text: missing.join('、') }] : []),
    ...(came.length > 0 ? [{ label: '到会变动', text: came.join('；') }] : []),
    ...(ended ? [{ label: '结束情况', text: endedText(ended) }] : []),
  ]
}

function endedText({ how, nextOn, reason }: NonNullable<MeetingOnPaper['ended']>): string {
  const next = nextOn === null ? '' : `，改于${dayText(nextOn)}举行`
  return `${adjournmentLabels[how].zh}${next}。${reason}`
}

function agendaOf({ agenda, heard }: MeetingOnPaper): readonly Block[] {
  if (agenda.length === 0) return []
  const rows = agenda.map(({ text, speaker }, at) => [
    String(at + 1),
    text,
    speaker,
    heard.includes(at) ? '已进行' : '',
  ])
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '议程', width: 12 },
    { heading: '发言人', width: 4, align: 'center' },
    { heading: '进行情况', width: 4, align: 'center' },
  ] as const
  return [{ kind: 'table', columns, rows }]
}

/** An answer stands below its question, whenever it was given. */
function speechesOf(speeches: readonly SpeechOnPaper[]): readonly Block[] {
  if (speeches.length === 0) return paragraphs('没有记录到发言。')
  const known = new Set(speeches.map(({ id }) => id))
  const isOwn = ({ question }: SpeechOnPaper) => question === null || !known.has(question)
  const ordered = speeches
    .filter(isOwn)
    .flatMap((one) => [one, ...speeches.filter(({ question }) => question === one.id)])
  return ordered.flatMap((one) => paragraphs(spoken(one)))
}

function spoken({ kind, act, matter, speaker, text, became }: SpeechOnPaper): string {
  const who =
    speaker === '' ? speakerKindLabels[kind].zh : `${speaker}（${speakerKindLabels[kind].zh}）`
  const about = matter === null ? '' : `就第${matter}号事项`
  const kept = became.map((number) => `第${number}号`).join('、')
  const carried = kept === '' ? '' : `（列为${kept}事项）`
  return `${who}${about}${speechActLabels[act].zh}：${text}${carried}`
}
