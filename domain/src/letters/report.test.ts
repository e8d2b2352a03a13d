import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { given } from '../testing/given.ts'
import { decideReport, type ReportCommand, type ReportRefusal } from './report-decider.ts'
import { evolveReport, type Report, type ReportEvent, type ReportItem } from './report.ts'
import type { Decider } from '../kernel/decider.ts'

const today = day('2026-06-01')
const [lamps, bridge] = [idOf('matter', 'matter_lamps'), idOf('matter', 'matter_bridge')]
const wanted = [
  { id: lamps, number: 1 },
  { id: bridge, number: 2 },
]
const none: Report = { status: 'none' }
const decider: Decider<Report, ReportCommand, ReportEvent, ReportRefusal> = {
  initial: none,
  decide: decideReport,
  evolve: evolveReport,
}

const item = (matter: typeof lamps, more: Partial<ReportItem> = {}): ReportItem => ({
  matter,
  achieved: 'done',
  resultClass: 'A',
  account: `已经修复（${matter}）。`,
  whyNot: '',
  files: [],
  ...more,
})

const owed = {
  type: 'OweReport',
  letter: idOf('letter', 'letter_one1'),
  appraisal: idOf('appraisal', 'appraisal_one1'),
  unit: idOf('unit', 'unit_roads'),
  holder: idOf('unit', 'unit_roads'),
  today,
} as const
const saved = (...items: readonly ReportItem[]) =>
  ({ type: 'SaveReport', items, wanted, today }) as const
const send = { type: 'SendReport', wanted, today } as const
const comment = { type: 'CommentOnReport', text: '第2号补充照片。', today } as const
const sign = { type: 'SignReport', signer: '陈立', wanted, today } as const
const whole = saved(item(lamps), item(bridge))

const after = (...history: readonly ReportCommand[]) => given(decider, history)

describe('a rectification report', () => {
  it('goes to the committee for comment first, then formally, signed in person', () => {
    const state = after(owed, whole, send, comment, whole).when(sign).happens('ReportSigned')
    expect(state).toMatchObject({ status: 'signed', signature: { signer: '陈立' } })
  })

  it('is not signed before the committee has commented', () => {
    after(owed, whole).when(sign).isRefused('report-wrong-status')
    after(owed, whole, send).when(sign).isRefused('report-wrong-status')
  })

  it('cannot skip an item', () => {
    const refusal = after(owed, saved(item(lamps))).when(send)
    expect(refusal.isRefused('report-skips-items')).toMatchObject({ numbers: [2] })
    after(owed).when(send).isRefused('report-skips-items')
  })

  it('cannot drop an item between comment and signature', () => {
    after(owed, whole, send, comment, saved(item(bridge)))
      .when(sign)
      .isRefused('report-skips-items')
  })

  it('says why what is not done is not done', () => {
    const partly = item(bridge, { achieved: 'partly', resultClass: 'B' })
    after(owed, saved(item(lamps), partly))
      .when(send)
      .isRefused('report-item-unexplained')
  })

  it.each(['同上。', '详见总结报告'])('is no answer by pointing elsewhere: %s', (account) => {
    after(owed, saved(item(lamps), item(bridge, { account })))
      .when(send)
      .isRefused('report-items-lumped')
  })

  it('never answers two matters with one text', () => {
    const account = '高度重视，全面整改到位。'
    const refusal = after(
      owed,
      saved(item(lamps, { account }), item(bridge, { account: '高度重视全面整改到位' })),
    ).when(send)
    expect(refusal.isRefused('report-items-lumped')).toMatchObject({ numbers: [1, 2] })
  })

  it('is about this unit’s matters only, each once', () => {
    const foreign = item(idOf('matter', 'matter_other'))
    after(owed).when(saved(foreign)).isRefused('report-item-foreign')
    after(owed)
      .when(saved(item(lamps), item(lamps)))
      .isRefused('report-item-twice')
  })
})

it('of a unit that merged is kept by its successor, signed or not; what was signed stays signed by who signed it', () => {
  const [roads, traffic] = [owed.unit, idOf('unit', 'unit_traffic')]
  const pass = { type: 'PassReportOn', to: traffic, today } as const
  const state = after(owed, whole, send, comment, sign).when(pass).happens('ReportPassedOn')
  expect(state).toMatchObject({
    status: 'signed',
    unit: traffic,
    signature: { signer: '陈立', unit: roads },
    heldBefore: [{ unit: roads, until: today }],
  })
})

describe('a report whose last matter went to another unit', () => {
  const lift = { type: 'LiftReport', today } as const
  const pass = { type: 'PassReportOn', to: idOf('unit', 'unit_traffic'), today } as const

  it('is owed no more, however far it had come, and is written no more', () => {
    for (const history of [[owed], [owed, whole, send], [owed, whole, send, comment]]) {
      expect(
        after(...history)
          .when(lift)
          .happens('ReportLifted').status,
      ).toBe('lifted')
      after(...history, lift)
        .when(whole)
        .isRefused('report-wrong-status')
    }
    after(owed, lift).when(pass).happens('ReportPassedOn')
  })

  it('stays when it was signed', () => {
    after(owed, whole, send, comment, sign).when(lift).isRefused('report-wrong-status')
  })
})
