import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isOpened, loadMatter, loadOpinion } from '../execute/load.ts'
import {
  approval,
  daysLater,
  testCounty,
  value,
  type TestCounty,
} from '../../testing/test-county.ts'
import { readMatter } from './read-matter.ts'
import { takeStep } from './take-step.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const lawOf = async () => {
  const [row] = await county.world.db.rows<{ raised: number; matters: number; exits: number }>(
    county.congress,
    {
      text: `select
        (select count(*)::int from luoshi.opinion_view where to_seq is null and status <> 'split') as raised,
        (select coalesce(sum(n), 0)::int from luoshi.matter_count where status <> 'exited') as matters,
        (select count(*)::int from luoshi.opinion_view where to_seq is null and status = 'exited') as exits`,
      values: [],
    },
  )
  return row
}

describe('a step on a matter', () => {
  it('moves it on and answers where it stands now', async () => {
    const { matter } = await county.raise('村道坑洼', county.roads.unit)
    const by = county.as('clerk')
    const command = { type: 'ApproveMatter', approval } as const
    const done = value(await takeStep(county.world, { by, matter, version: 1, command }))
    expect(done).toMatchObject({ id: matter, version: 2, status: 'approved' })
  })

  it('is refused with the rule’s own words', async () => {
    const { matter } = await county.raise('路灯不亮', county.roads.unit)
    const command = { type: 'HandOverMatter', ...county.roads, letter: '1号' } as const
    const by = county.as('clerk')
    const refused = await takeStep(county.world, { by, matter, version: 1, command })
    expect(refused).toMatchObject({ refusal: { status: 409, code: 'wrong-status' } })
  })

  it('is refused on a matter somebody else has just moved on', async () => {
    const { matter } = await county.raise('桥面裂缝', county.roads.unit)
    const by = county.as('clerk')
    const command = { type: 'ApproveMatter', approval } as const
    const both = await Promise.all([
      takeStep(county.world, { by, matter, version: 1, command }),
      takeStep(county.world, { by, matter, version: 1, command }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'version-conflict' } })
  })

  it('given twice under one name is done once and answered twice alike', async () => {
    const { matter } = await county.raise('涵洞堵塞', county.roads.unit)
    const command = { type: 'ApproveMatter', approval } as const
    const asked = { by: county.as('clerk'), key: 'same', matter, version: 1, command }
    const first = value(await takeStep(county.world, asked))
    expect(value(await takeStep(county.world, asked))).toEqual(first)
    const handOver = { type: 'HandOverMatter', ...county.roads, letter: '1号' } as const
    await county.step(asked.by, matter, handOver)
    expect(value(await takeStep(county.world, asked))).toEqual(first)
  })

  it('given twice at once under one name is done once, and both are told the same', async () => {
    const { matter } = await county.raise('涵洞渗水', county.roads.unit)
    const command = { type: 'ApproveMatter', approval } as const
    const asked = { by: county.as('clerk'), key: 'at once', matter, version: 1, command }
    const both = await Promise.all([asked, asked].map((one) => takeStep(county.world, one)))
    const [first, second] = both.map(value)
    expect(second).toEqual(first)
    expect(first).toMatchObject({ version: 2, status: 'approved' })
  })

  it('under a name that did something else tells nothing new and writes nothing', async () => {
    const [one, other] = [await county.raise('甲处'), await county.raise('乙处')]
    const command = { type: 'ApproveMatter', approval } as const
    const asked = { by: county.as('clerk'), key: 'reused', version: 1, command }
    value(await takeStep(county.world, { ...asked, matter: one.matter }))
    const again = value(await takeStep(county.world, { ...asked, matter: other.matter }))
    expect(again).toMatchObject({ id: other.matter, version: 1, status: 'drafted' })
  })

  it('that asks for another unit is offered after receipt as before it, until its window is over', async () => {
    const matter = await county.handOver('人行道破损', county.roads)
    const by = county.as('unitStaff', county.roads.unit)
    const offered = async () => {
      const { may } = value(await readMatter(county.world, { by, matter }))
      return may.includes('AskReassignment')
    }
    expect(await offered()).toBe(true)
    await county.step(by, matter, { type: 'SignReceipt', signer: '办公室' })
    expect(await offered()).toBe(true)
    await county.step(by, matter, { type: 'AskReassignment', reason: '归水利局' })
    const kept = { type: 'RefuseReassignment', reason: '属本单位职责' } as const
    await county.step(county.as('clerk'), matter, kept)
    expect(await offered()).toBe(false)
    const late = await county.handOver('人行道积水', county.roads)
    await county.step(by, late, { type: 'SignReceipt', signer: '办公室' })
    daysLater(county.clock, 60)
    const { may } = value(await readMatter(county.world, { by, matter: late }))
    expect(may).toEqual(['RecordMeeting'])
  })

  it('hands nothing to an official of another unit', async () => {
    const { matter } = await county.raise('护栏缺失', county.roads.unit)
    await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
    const wrong = { unit: county.roads.unit, official: county.water.official }
    const command = { type: 'HandOverMatter', ...wrong, letter: '1号' } as const
    const asked = { by: county.as('clerk'), matter, version: 2, command }
    expect(await takeStep(county.world, asked)).toMatchObject({
      refusal: { code: 'official-not-in-post' },
    })
  })

  it('takes no evidence that was never handed in', async () => {
    const matter = await county.handOver('边沟淤塞', county.roads)
    const staff = county.as('unitStaff', county.roads.unit)
    await county.step(staff, matter, { type: 'SignReceipt', signer: '办公室' })
    const evidence = [{ sha256: 'a'.repeat(64), name: '照片', size: 1, mediaType: 'image/png' }]
    const command = { type: 'ReportProgress', text: '已清理', evidence } as const
    const asked = { by: staff, matter, version: 4, command }
    expect(await takeStep(county.world, asked)).toMatchObject({
      refusal: { code: 'evidence-not-kept' },
    })
  })

  it('that lets a matter leave takes its opinion along, and the count comes out', async () => {
    const { matter, opinion } = await county.raise('跨省河道', null)
    const command = {
      type: 'ExitMatter',
      exit: 'notWithinOurPower',
      reason: '属上级职权',
      approval,
    } as const
    await county.step(county.as('clerk'), matter, command)
    const { state } = await loadOpinion(county.world.db, county.congress, opinion)
    expect(state).toMatchObject({ status: 'exited', exit: 'notWithinOurPower' })
    const law = await lawOf()
    expect(law?.raised).toBe((law?.matters ?? 0) + (law?.exits ?? 0))
  })
})

describe('merging', () => {
  const merge = (into: Awaited<ReturnType<TestCounty['raise']>>['matter']) =>
    ({ type: 'MergeMatter', into, reason: '同一路段', approval }) as const

  it('lets a matter follow one that is open, and none that follows another', async () => {
    const [a, b, c] = [
      await county.raise('甲'),
      await county.raise('乙'),
      await county.raise('丙'),
    ] as const
    await county.step(county.as('clerk'), a.matter, merge(b.matter))
    const asked = { by: county.as('clerk'), matter: c.matter, version: 1 }
    expect(await takeStep(county.world, { ...asked, command: merge(a.matter) })).toMatchObject({
      refusal: { code: 'merge-target-not-open' },
    })
  })

  it('never makes a circle, even when both are asked for at once', async () => {
    const [a, b] = [await county.raise('丁'), await county.raise('戊')] as const
    const by = county.as('clerk')
    const both = await Promise.all([
      takeStep(county.world, { by, matter: a.matter, version: 1, command: merge(b.matter) }),
      takeStep(county.world, { by, matter: b.matter, version: 1, command: merge(a.matter) }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const states = await Promise.all(
      [a, b].map(({ matter }) => loadMatter(county.world.db, county.congress, matter)),
    )
    expect(states.filter(({ state }) => isOpened(state) && state.status === 'merged')).toHaveLength(
      1,
    )
  })
})
