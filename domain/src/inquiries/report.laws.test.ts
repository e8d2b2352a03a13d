/**
 * The law of the report: it is signed exactly when everyone who took part has signed the text as it stands, and only
 * such a report lies before the chairs. Whatever is tried, in whatever order.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { decideReport, type ReportCommand } from './report-decider.ts'
import { evolveReport, noReport, type InquiryReport } from './report.ts'

const today = day('2026-03-20')
const appraisal = idOf('appraisal', 'appraisal_roads')
const names = ['秦岚', '温若兰', '沈怀德']
const accounts = [idOf('account', 'account_one1'), idOf('account', 'account_two2'), null] as const
const scan = [{ sha256: 'a'.repeat(64), name: '签名页.jpg', size: 1, mediaType: 'image/jpeg' }]

const assemble = (text: string): ReportCommand => ({
  type: 'AssembleReport',
  appraisal,
  title: '调查报告',
  sections: [{ key: 'law', title: '法律', text }],
  items: [],
  signatories: names.map((name, at) => ({ name, account: accounts[at] ?? null })),
  today,
})

const command: fc.Arbitrary<ReportCommand> = fc.oneof(
  fc.constantFrom('初稿', '').map(assemble),
  fc.constantFrom('改过的', '再改', '', '章敏之说的').map((text) => ({
    type: 'AmendReport' as const,
    title: '调查报告',
    sections: [{ key: 'law', title: '法律', text }],
    protectedNames: ['章敏之'],
    today,
  })),
  fc.constantFrom('account_one1', 'account_two2', 'account_alien').map((by) => ({
    type: 'SignReport' as const,
    by: idOf('account', by),
    dissent: '',
    today,
  })),
  fc.integer({ min: 0, max: 3 }).map((place) => ({
    type: 'RecordPaperSignature' as const,
    place,
    scan,
    dissent: '对第三部分保留意见',
    on: today,
    today,
  })),
  fc.constant({ type: 'SubmitReport' as const, reference: '第15次主任会议', today }),
  fc.constant({ type: 'ReopenReport' as const, reason: '补充数据', today }),
)

const textOf = (report: InquiryReport) =>
  report.status === 'none' ? '' : JSON.stringify([report.title, report.sections])

describe('a report of an investigation', () => {
  it('bears the signatures of all under the very text it shows, or is not signed', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40, size: 'max' }), (commands) => {
        let report: InquiryReport = noReport
        // What a registrar on the side notes: who has signed which text since it last changed.
        let signedText: readonly string[] = []
        for (const one of commands) {
          const ruling = decideReport(report, one)
          if (!ruling.ok) continue
          const before = report
          report = ruling.value.reduce(evolveReport, report)
          if (one.type === 'SignReport' || one.type === 'RecordPaperSignature')
            signedText = [...signedText, textOf(report)]
          else if (one.type !== 'SubmitReport') signedText = []
          expect(textOf(report)).not.toContain('章敏之')
          if (before.status === 'submitted') expect(one.type).toBe('ReopenReport')
          if (report.status === 'none') continue
          expect(signedText.every((text) => text === textOf(report))).toBe(true)
          expect(report.signatures).toHaveLength(signedText.length)
          expect(new Set(report.signatures.map(({ place }) => place)).size).toBe(signedText.length)
          expect(report.status !== 'draft').toBe(signedText.length === names.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('names those who have not signed when it is to be submitted too early', () => {
    const commands: readonly ReportCommand[] = [
      assemble('初稿'),
      { type: 'SignReport', by: accounts[0], dissent: '', today },
    ]
    const state = commands.reduce<InquiryReport>((report, one) => {
      const ruling = decideReport(report, one)
      return ruling.ok ? ruling.value.reduce(evolveReport, report) : report
    }, noReport)
    expect(decideReport(state, { type: 'SubmitReport', reference: '1', today })).toMatchObject({
      refusal: { code: 'signatures-missing', names: ['温若兰', '沈怀德'] },
    })
  })
})
