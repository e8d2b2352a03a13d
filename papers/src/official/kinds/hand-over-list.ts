/** The hand-over list (移交清单): every open matter with its day and state, and three signatures. Source: domain.md §9.2. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import { undatedWords } from '@luoshi/domain/matters/limit'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { signerRoles, type SignerRole } from '@luoshi/domain/people/hand-over-list'
import { assemble, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText } from '../paper-words.ts'

type Side = Readonly<{ unitName: string | null; name: string | null }>

export type HandOverOnPaper = Readonly<{
  list: Readonly<{ number: number; on: Day; from: Side; to: Side; caretaker: boolean }>
  matters: readonly Readonly<{
    number: number
    title: string
    status: MatterStatus
    due: Day | null
    now: MatterStatus
  }>[]
  signatures: readonly Readonly<{ as: SignerRole; on: Day; name: string }>[]
}>

const signerWords: Readonly<Record<SignerRole, string>> = {
  leaver: '移交人',
  successor: '接收人',
  witness: '监交人',
}

export function handOverPaper(frame: PaperFrame, about: HandOverOnPaper): OfficialPaper {
  const { list, signatures } = about
  const reference = `移交〔${list.on.slice(0, 4)}〕${list.number}号`
  const sides = {
    kind: 'form',
    rows: [
      { label: '移交方', text: sideText(list.from, '本届常委会') },
      { label: '接收方', text: sideText(list.to, '下届常委会') },
      { label: '移交日期', text: dayText(list.on) },
    ],
  } as const
  const signs = {
    kind: 'form',
    rows: signerRoles.map((role) => {
      const signed = signatures.find(({ as }) => as === role)
      const text = signed ? `${signed.name}　${dayText(signed.on)}` : ''
      return { label: signerWords[role], text, lines: 2 }
    }),
  } as const
  const parts = {
    sides: [
      sides,
      ...(list.caretaker ? paragraphs('接任人员尚未确定，由主持工作的负责人暂管。') : []),
    ],
    matters: mattersOf(about),
    signs: [signs],
  }
  return assemble(frame, { reference }, parts)
}

function sideText({ unitName, name }: Side, committee: string): string {
  const parts = [unitName, name].filter((one) => one !== null)
  return parts.length === 0 ? committee : parts.join('　')
}

function mattersOf({ matters }: HandOverOnPaper): readonly Block[] {
  if (matters.length === 0) return paragraphs('移交时没有未办结事项。')
  const rows = matters.map(({ number, title, due, status, now }) => [
    String(number),
    title,
    due ? dayText(due) : undatedWords(status).zh,
    statusLabels[status].zh,
    statusLabels[now].zh,
  ])
  const columns = [
    { heading: '编号', width: 2, align: 'center' },
    { heading: '事项', width: 12 },
    { heading: '办理期限', width: 7, align: 'center' },
    { heading: '移交时状态', width: 4, align: 'center' },
    { heading: '现在状态', width: 4, align: 'center' },
  ] as const
  return [
    ...paragraphs(`以下未办结事项共${matters.length}件，自移交之日起由接收方负责，期限不变。`),
    { kind: 'table', columns, rows },
  ]
}
