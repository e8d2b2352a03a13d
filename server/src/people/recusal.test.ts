/** Recusal on a real county: who is recused does nothing in that appraisal, and is no voter in its ballot. */
import { day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { withoutRecused } from '@luoshi/domain/people/recusal'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { openAppraisal } from '../appraisals/appraisal-commands.ts'
import { readInquiries } from '../inquiries/read-inquiries.ts'
import { takeStep } from '../matters/take-step.ts'
import { readVoices } from '../voices/read-voices.ts'
import { liftRecusal, readRecusals, recordRecusal } from './record-recusal.ts'
import { recusedFrom } from './recused-from.ts'
import { putPersonOnRoster } from './roster.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const decided = { ...approval, reference: '第13次主任会议' }
const reason = { ground: 'kinship', reason: '与述职人员有近亲属关系', approval: decided } as const

const member = (name: string) =>
  ({
    capacity: 'member',
    office: 'ordinary',
    order: null,
    unit: null,
    post: '',
    place: '县人大',
    term: null,
    another: false,
    name,
  }) as const

describe('recusal', () => {
  it('takes a team account out of one appraisal, until the recusal is lifted', async () => {
    const { world, congress, appraisal, roads } = county
    const [clerk, team] = [county.as('clerk'), county.as('team')]
    const matter = await county.handOver('甲', roads)
    const told = { type: 'ReturnPlan', comments: '措施不实' } as const
    const step = { by: team, matter, version: 3, command: told }
    const asked = { by: clerk, appraisal, person: null, account: team.account, ...reason }

    expect(await recordRecusal(world, asked)).toMatchObject({
      refusal: { code: 'recusal-of-nobody' },
    })
    const known = { ...asked, person: await onRoster('王清和'), account: team.account }
    const { id } = value(await recordRecusal(world, known))

    expect(await takeStep(world, step)).toMatchObject({ refusal: { status: 403, code: 'recused' } })
    expect(await recordRecusal(world, known)).toMatchObject({
      refusal: { code: 'recusal-stands-already' },
    })
    const [row] = value(await readRecusals(world, clerk, appraisal))
    expect(row).toMatchObject({ id, name: '王清和', status: 'standing', ground: 'kinship' })

    value(await liftRecusal(world, { by: clerk, recusal: id, version: 1, approval: decided }))
    expect(await recusedFrom(world.db, congress, appraisal)).toEqual([])
    const again = await takeStep(world, step)
    expect(again.ok ? '' : again.refusal.code).not.toBe('recused')
  })

  it('leaves a recused member out of the voters, by roster and by account', async () => {
    const { world, congress, appraisal } = county
    const clerk = county.as('clerk')
    const [one, other] = [await onRoster('赵一'), await onRoster('钱二')]
    const asked = { by: clerk, appraisal, person: one, account: null, ...reason }
    value(await recordRecusal(world, asked))
    const voters = [
      { person: one, account: null },
      { person: other, account: null },
    ]
    const recused = await recusedFrom(world.db, congress, appraisal)
    expect(withoutRecused(voters, recused)).toEqual([{ person: other, account: null }])
  })

  it('is decided by a body, with a reason, and never by the one who is recused', async () => {
    const { world, appraisal } = county
    const by = county.as('clerk')
    const person = await onRoster('孙三')
    const asked = { by, appraisal, person, account: by.account, ...reason }
    expect(await recordRecusal(world, { ...asked, reason: ' ' })).toMatchObject({
      refusal: { code: 'recusal-reason-missing' },
    })
    const late = { ...decided, on: day('2027-01-01') }
    expect(await recordRecusal(world, { ...asked, approval: late })).toMatchObject({
      refusal: { code: 'recusal-undecided' },
    })
    const { id } = value(await recordRecusal(world, asked))
    expect(
      await liftRecusal(world, { by, recusal: id, version: 1, approval: decided }),
    ).toMatchObject({ refusal: { code: 'recused' } })
    expect(await recordRecusal(world, { ...asked, by: county.as('team') })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })
})

describe('whoever is recused', () => {
  it('reads nothing that is sealed to those who work on that appraisal', async () => {
    const { world, roads } = county
    const [head, clerk] = [county.as('clerk'), { ...county.as('clerk'), account: other }]
    const opening = { title: '另一场述职评议', ruleBook: 'seed', session: '第31次会议', ...roads }
    const { appraisal } = value(await openAppraisal(world, { by: head, opening }))
    const person = await onRoster('周四')
    const asked = { by: head, appraisal, person, account: other, ...reason }
    value(await readInquiries(world, clerk, appraisal))
    value(await recordRecusal(world, asked))
    const recused = { refusal: { status: 403, code: 'recused' } }
    expect(await readInquiries(world, clerk, appraisal)).toMatchObject(recused)
    expect(await readVoices(world, clerk, { appraisal })).toMatchObject(recused)
    value(await readInquiries(world, head, appraisal))
    value(await readVoices(world, head, { appraisal }))
  })
})

const other = idOf('account', 'account_other0clerk')

async function onRoster(name: string) {
  const done = value(
    await putPersonOnRoster(county.world, { by: county.as('clerk'), entry: member(name) }),
  )
  return done.id
}
