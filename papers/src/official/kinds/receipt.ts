/** The form on which units sign for a letter (签收单): a line each, filled where they signed. Source: domain.md §8.12. */
import type { Day } from '@luoshi/domain/kernel/day'
import { assemble, type PaperFrame } from '../assemble.ts'
import type { OfficialPaper } from '../paper.ts'
import { dayText, numbersText } from '../paper-words.ts'

export type ReceiptOnPaper = Readonly<{
  form: 'opinion' | 'reissue'
  reference: string | null
  activityName: string
  officialName: string
  session: string
  items: readonly Readonly<{ number: number; unitName: string }>[]
  receipts: readonly Readonly<{ unitName: string; on: Day; signer: string }>[]
}>

export function receiptPaper(frame: PaperFrame, letter: ReceiptOnPaper): OfficialPaper {
  const units = [...new Set(letter.items.map(({ unitName }) => unitName))]
  const rows = units.map((unit, at) => {
    const own = letter.items.filter(({ unitName }) => unitName === unit)
    const signed = letter.receipts.find(({ unitName }) => unitName === unit)
    return [
      String(at + 1),
      unit,
      numbersText(own.map(({ number }) => number)),
      String(own.length),
      signed?.signer ?? '',
      signed ? dayText(signed.on) : '',
    ]
  })
  const values = {
    reference: letter.reference ?? '',
    activity: letter.activityName,
    official: letter.officialName,
    unit: units.join('、'),
    session: letter.session,
  }
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '单位', width: 6 },
    { heading: '事项', width: 8 },
    { heading: '件数', width: 2, align: 'center' },
    { heading: '签收人', width: 4, align: 'center' },
    { heading: '签收日期', width: 7, align: 'center' },
  ] as const
  return assemble(ofForm(frame, letter), values, { rows: [{ kind: 'table', columns, rows }] })
}

/** What is signed for is a notice of re-issue as often as a letter of opinions: the title says which. */
function ofForm(frame: PaperFrame, { form }: ReceiptOnPaper): PaperFrame {
  if (form === 'opinion') return frame
  const title = frame.template.title.replace('评议意见书', '改办通知')
  return { ...frame, template: { ...frame.template, title } }
}
