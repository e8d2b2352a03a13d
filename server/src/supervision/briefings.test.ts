/** The monthly briefing out of a real log: figures that add up, as the ledger stood then, in the order of the office. */
import { addDays, day } from '@luoshi/domain/kernel/day'
import { inHandOf } from '@luoshi/domain/supervision/briefing'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { draftBriefing, issueBriefing, withdrawBriefing } from './briefings.ts'
import { issueNotice } from './issue-notice.ts'
import { readBriefing, readBriefings } from './read-briefings.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty()
})
afterEach(() => county[Symbol.asyncDispose]())

const draft = async (month: string, remarks = '') => {
  const asked = { by: county.as('clerk'), month, remarks, again: null }
  const { id } = value(await draftBriefing(county.world, asked))
  return value(await readBriefing(county.world, county.as('clerk'), id))
}

it('counts what happened in the month and what stood at its end, unit by unit, in the order of the office', async () => {
  const late = await county.handOver('教育局的事', county.schools)
  await county.handOver('公路局的事', county.roads)
  county.clock.goTo(day('2026-04-02'))
  await county.handOver('公路局四月的事', county.roads)
  const notice = {
    unit: county.schools.unit,
    matters: [late],
    problem: 'late',
    demand: '请报送方案。',
    reportBy: addDays(county.clock.today(), 7),
    level: 'reminder',
    approval: null,
  } as const
  value(await issueNotice(county.world, { by: county.as('clerk'), notice }))
  county.clock.goTo(day('2026-05-06'))

  const march = await draft('2026-03')
  expect(march.asOf).toBe('2026-03-31')
  expect(march.lines.map(({ unitName, handedOver, late: n }) => [unitName, handedOver, n])).toEqual(
    [
      ['公路局', 1, 1],
      ['教育局', 1, 1],
    ],
  )
  expect(march.total).toMatchObject({ handedOver: 2, noticesIssued: 0, late: 2 })

  const april = await draft('2026-04')
  expect(
    april.lines.map(({ unitName, handedOver, noticesIssued }) => [
      unitName,
      handedOver,
      noticesIssued,
    ]),
  ).toEqual([
    ['公路局', 1, 0],
    ['教育局', 0, 1],
  ])
  expect(april.lines.map(inHandOf)).toEqual([2, 1])
  expect(april.total.checks).toEqual({ effect: 0, progress: 0, cause: 2, responsibility: 1 })
})

it('is a draft for the committee until it is issued with a number; then the units read it, too', async () => {
  await county.handOver('公路局的事', county.roads)
  const { id, version, reference } = await draft('2026-03', '各单位要抓紧办理。')
  expect(reference).toBe('督办通报（草稿）')
  const unit = county.as('official', county.water.unit)
  expect(await readBriefing(county.world, unit, id)).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  })
  const clerk = county.as('clerk')
  const unsigned = { ...approval, reference: '' }
  expect(
    await issueBriefing(county.world, { by: clerk, briefing: id, version, approval: unsigned }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'briefing-not-decided' },
  })
  value(await issueBriefing(county.world, { by: clerk, briefing: id, version, approval }))
  expect(value(await readBriefing(county.world, unit, id))).toMatchObject({
    reference: '督办通报〔2026〕第1期',
    remarks: '各单位要抓紧办理。',
    approval,
  })
  value(
    await withdrawBriefing(county.world, {
      by: clerk,
      briefing: id,
      version: version + 1,
      reason: '数据有误',
    }),
  )
  expect(value(await readBriefings(county.world, unit)).rows).toEqual([])
})

it('a draft made again before it is issued shows the ledger as it is now; a month ahead is refused', async () => {
  const { id, version } = await draft('2026-03')
  await county.handOver('公路局的事', county.roads)
  const by = county.as('clerk')
  const again = { by, month: '2026-03', remarks: '', again: { briefing: id, version } }
  value(await draftBriefing(county.world, again))
  expect(value(await readBriefing(county.world, by, id)).total.handedOver).toBe(1)
  expect(
    await draftBriefing(county.world, { by, month: '2026-08', remarks: '', again: null }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'briefing-month-ahead' },
  })
})
