/** The ladder of consequences on a real database: what is open, what is refused and how it is mended, and its trail. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '@luoshi/domain/kernel/day'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { loadMatter } from '../execute/load.ts'
import { project } from '../execute/project.ts'
import { readStream } from '@luoshi/ledger/log/read'
import { readConsequence, readLadder } from './read-consequences.ts'
import { followUp, takeConsequence, type TakingAsked } from './take-consequence.ts'

let county: TestCounty
beforeEach(async () => {
  county = await testCounty()
})
afterEach(() => county[Symbol.asyncDispose]())

function asking(more: Partial<TakingAsked['facts']> = {}): TakingAsked {
  return {
    by: county.as('clerk'),
    appraisal: county.appraisal,
    facts: {
      step: 'listed',
      matters: [],
      mover: 'chairs',
      signers: 0,
      members: 31,
      electedDeputy: false,
      due: addDays(county.clock.today(), 30),
      session: '第32次会议',
      approval,
      ...more,
    },
    words: {
      target: '县公路局',
      text: '两轮整改仍不满意，重点督办。',
      material: '',
      movers: '甲、乙、丙',
    },
  }
}

describe('taking a step', () => {
  it('is numbered, stands in the trail of its matters, and a rebuild says the same', async () => {
    const matter = await county.handOver('城南路口积水', county.roads)
    const { id } = value(await takeConsequence(county.world, asking({ matters: [matter] })))
    const paper = value(await readConsequence(county.world, county.as('clerk'), id))
    expect(paper).toMatchObject({
      reference: '主任会议重点督办〔2026〕1号',
      matters: [{ number: 1 }],
    })
    const { state } = await loadMatter(county.world.db, county.congress, matter)
    expect(state).toMatchObject({ escalations: [{ measure: 'listed', approval }] })
    const events = await readStream(county.database.pool, county.congress, id)
    const { rows } = await county.database.owner.query<{ doc: unknown }>(
      'select doc from luoshi.record_view where id = $1 and to_seq is null',
      [id],
    )
    expect(project(id, events)?.columns).toMatchObject({ doc: rows[0]?.doc })
  })

  it('质询 with two signers is refused and writes nothing; with three it goes to the unit without their names', async () => {
    const asked = asking({ step: 'interpellation', mover: 'members', signers: 2 })
    expect(await takeConsequence(county.world, asked)).toMatchObject({
      ok: false,
      refusal: { code: 'consequence-too-few-signers', status: 409 },
    })
    const { rows } = await county.database.owner.query(
      `select from luoshi.record_view where kind = 'consequence'`,
    )
    expect(rows).toEqual([])
    const three = { ...asked, facts: { ...asked.facts, signers: 3 } }
    const { id } = value(await takeConsequence(county.world, three))
    const unit = county.as('official', county.roads.unit)
    expect(value(await readConsequence(county.world, unit, id))).toMatchObject({
      movers: '',
      signers: 3,
    })
    const other = county.as('official', county.water.unit)
    expect(await readConsequence(county.world, other, id)).toMatchObject({
      ok: false,
      refusal: { code: 'not-found' },
    })
    const facts = await county.database.owner.query<{ facts: string }>(
      'select facts from luoshi.event where stream = $1',
      [id],
    )
    expect(facts.rows[0]?.facts).not.toMatch(/甲|公路局/)
  })

  it('the unit answers its own, the office records the rating; a stranger does neither', async () => {
    const asked = asking({ step: 'interpellation', mover: 'members', signers: 3 })
    const { id: consequence } = value(await takeConsequence(county.world, asked))
    const answer = {
      type: 'AnswerConsequence',
      way: 'written',
      text: '已查明。',
      signer: '局长',
    } as const
    const stranger = county.as('official', county.water.unit)
    expect(
      await followUp(county.world, { by: stranger, consequence, version: 1, step: answer }),
    ).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    const own = county.as('official', county.roads.unit)
    value(await followUp(county.world, { by: own, consequence, version: 1, step: answer }))
    const rate = { type: 'RateConsequenceAnswer', dissatisfied: 2 } as const
    expect(
      await followUp(county.world, { by: own, consequence, version: 2, step: rate }),
    ).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    const clerk = county.as('clerk')
    value(await followUp(county.world, { by: clerk, consequence, version: 2, step: rate }))
    const second = { type: 'OrderSecondAnswer', approval } as const
    value(await followUp(county.world, { by: clerk, consequence, version: 3, step: second }))
    const paper = value(await readConsequence(county.world, own, consequence))
    expect(paper).toMatchObject({ status: 'decided', may: { answer: true, record: false } })
  })

  it('a matter of another appraisal cannot be drawn in', async () => {
    const { matter } = await county.raise('别处的事')
    const ghost = { ...asking({ matters: [matter] }), appraisal: county.appraisal }
    expect((await takeConsequence(county.world, ghost)).ok).toBe(false)
  })
})

it('the ladder says which steps are open to this person and which not, with the lawful way', async () => {
  const ladder = value(await readLadder(county.world, county.as('chairs'), county.appraisal))
  expect(ladder).toMatchObject({ appointedBy: 'committeeAppointed', unitName: '公路局' })
  const closed = ladder.steps.filter(({ closed: why }) => why !== null).map(({ step }) => step)
  expect(closed).toEqual(['superior', 'organisational'])
  expect(
    await readLadder(county.world, county.as('official', county.roads.unit), county.appraisal),
  ).toMatchObject({ ok: false })
})
