import { handIn } from '../evidence/arriving/hand-in.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approval,
  testCounty,
  value,
  type Seat,
  type TestCounty,
} from '../../testing/test-county.ts'
import type { Principal } from '../identity/principal.ts'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { seedFramework } from '@luoshi/domain/appraisals/self-check-framework'
import { selfCheckKind } from '../appraisals/campaign-records.ts'
import { openSelfCheck, stepOnSelfCheck } from '../appraisals/self-check-commands.ts'
import { readPapers } from '../desk/read-papers.ts'
import { consequenceKind } from '../supervision/consequence-kind.ts'
import { readConsequence } from '../supervision/read-consequences.ts'
import { followUp, takeConsequence } from '../supervision/take-consequence.ts'
import { openAppraisal, stepOnAppraisal } from '../appraisals/appraisal-commands.ts'
import { isOpened, loadAppraisal, loadMatter } from '../execute/load.ts'
import { readOfficials } from './list-people.ts'
import { nameSuccessor } from './name-successor.ts'
import { putHeadOfUnit } from './officials.ts'
import { readHandOver } from './read-hand-overs.ts'
import { signHandOver } from './sign-hand-over.ts'
import { mergeUnits, transferPost } from './succession.ts'
import { putOfficialOnRecord, putUnitOnRecord } from './register.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const answering = async (matter: Parameters<typeof loadMatter>[2]) => {
  const { state } = await loadMatter(county.world.db, county.congress, matter)
  if (!isOpened(state)) throw new Error('No matter')
  return { unit: state.unit, official: state.official }
}

describe('when people move on, what was promised stays', () => {
  it('a new official takes over every open matter of the old one, in one act', async () => {
    const { roads, world } = county
    const matters = [await county.handOver('甲', roads), await county.handOver('乙', roads)]
    const by = county.as('clerk')
    const registration = {
      name: '新局长',
      unit: roads.unit,
      post: '局长',
      appointedBy: 'committeeAppointed',
    } as const
    const { official } = value(await putOfficialOnRecord(world, { by, registration }))
    const asked = { by, official: roads.official, version: 1, successor: official }
    const { moved } = value(await transferPost(world, asked))
    expect(moved).toBe(2)
    for (const matter of matters) {
      expect(await answering(matter)).toEqual({ unit: roads.unit, official })
    }
  })

  it('a unit that merges leaves nothing behind: matters move, drafts are proposed anew', async () => {
    const { water, schools, world } = county
    const handed = await county.handOver('丙', water)
    const draft = await county.raise('丁', water.unit)
    const by = county.as('clerk')
    const asked = {
      by,
      unit: water.unit,
      version: 1,
      into: schools.unit,
      official: schools.official,
    }
    expect(value(await mergeUnits(world, asked)).moved).toBe(2)
    expect(await answering(handed)).toEqual(schools)
    expect(await answering(draft.matter)).toEqual({ unit: schools.unit, official: null })
    await county.step(by, draft.matter, { type: 'ApproveMatter', approval })
    // Nobody is shown in post of a unit that is no more.
    const officials = await readOfficials(world, by)
    const left = officials.find(({ id }) => id === water.official)
    expect(left).toMatchObject({ status: 'left', successor: schools.official, caretaker: false })
    expect(await mergeUnits(world, { ...asked, version: 2 })).toMatchObject({
      refusal: { code: 'unit-not-active' },
    })
  })

  it('the unit’s head keeps what is owed until the successor is named, and it is never with nobody', async () => {
    const { schools, world } = county
    const by = county.as('clerk')
    const matter = await county.handOver('戊', schools)
    const leaving = { by, official: schools.official, version: 1, successor: null }
    expect(await transferPost(world, leaving)).toMatchObject({
      refusal: { code: 'nobody-to-answer' },
    })
    const head = await official('主持工作的副局长', schools.unit)
    value(await putHeadOfUnit(world, { by, unit: schools.unit, version: 1, official: head }))
    const first = value(await transferPost(world, leaving))
    expect(await answering(matter)).toEqual({ unit: schools.unit, official: head })
    if (first.handOver === null) throw new Error('No list')
    const successor = await official('新任局长', schools.unit)
    const named = value(
      await nameSuccessor(world, { by, handOver: first.handOver, version: 1, successor }),
    )
    expect(await answering(matter)).toEqual({ unit: schools.unit, official: successor })
    const list = value(await readHandOver(world, by, first.handOver)).list
    expect(list).toMatchObject({ caretaker: true, followedBy: named.handOver, number: 3 })
    expect(
      await nameSuccessor(world, { by, handOver: first.handOver, version: 2, successor }),
    ).toMatchObject({ refusal: { code: 'successor-named-already' } })
  })

  it('three sign the list, each for himself: by account, or on paper with the scan', async () => {
    const { roads, world } = county
    const by = county.as('clerk')
    const [row] = (await readOfficials(world, by)).filter(
      ({ unit, status }) => unit === roads.unit && status === 'inPost',
    )
    if (!row) throw new Error('Nobody in post')
    await county.handOver(
      '己',
      roads.unit === row.unit ? { unit: row.unit, official: row.id } : roads,
    )
    const successor = await official('第三任局长', roads.unit)
    const asked = { by, official: row.id, version: row.version, successor }
    const { handOver } = value(await transferPost(world, asked))
    if (handOver === null) throw new Error('No list')
    const leaver = { ...county.as('official', roads.unit), official: row.id }
    const sign = (who: Principal, version: number, as: 'leaver' | 'successor' | 'witness') =>
      signHandOver(world, { by: who, handOver, version, as, paper: null })

    expect(await sign(leaver, 1, 'successor')).toMatchObject({
      refusal: { code: 'hand-over-not-yours' },
    })
    expect(await sign(county.as('member'), 1, 'successor')).toMatchObject({
      refusal: { code: 'hand-over-not-yours' },
    })
    // At one table, each at his own screen.
    const two = [sign(leaver, 1, 'leaver'), sign(county.as('member'), 1, 'witness')] as const
    for (const done of await Promise.all(two)) value(done)
    expect(await sign(county.as('member'), 1, 'witness')).toMatchObject({
      refusal: { code: 'hand-over-signed-already' },
    })
    const unscanned = { name: '第三任局长', on: county.clock.today(), scan: [] }
    const onPaper = { by, handOver, version: 3, as: 'successor' } as const
    expect(await signHandOver(world, { ...onPaper, paper: unscanned })).toMatchObject({
      refusal: { code: 'hand-over-scan-missing' },
    })
    const { sha256, size } = await handIn(
      world,
      county.congress,
      new TextEncoder().encode('%PDF-1.4 移交清单'),
    )
    const scan = [{ sha256, size, name: '移交清单.pdf', mediaType: 'application/pdf' }]
    value(await signHandOver(world, { ...onPaper, paper: { ...unscanned, scan } }))
    const shown = value(await readHandOver(world, by, handOver))
    expect(shown.list).toMatchObject({
      status: 'signed',
      signed: ['leaver', 'successor', 'witness'],
    })
    expect(shown.matters.map(({ title }) => title)).toContain('己')
  })

  it('an official who leaves in mid-appraisal: it is suspended, and goes on with the successor', async () => {
    const { world, congress, appraisal, roads } = county
    const by = county.as('clerk')
    const before = await loadAppraisal(world.db, congress, appraisal)
    const step = { by, appraisal, version: before.version }
    const decided = { approval, reason: '述职人员调任' }
    value(
      await stepOnAppraisal(world, {
        ...step,
        told: { type: 'SuspendAppraisal', ground: 'transferred', ...decided },
      }),
    )
    const [now] = (await readOfficials(world, by)).filter(
      ({ unit, status }) => unit === roads.unit && status === 'inPost',
    )
    if (!now) throw new Error('Nobody in post')
    // The one who left cannot take it up again; the successor does, and the matters are with him already.
    const resume = (who: typeof now.id) =>
      stepOnAppraisal(world, {
        ...step,
        version: before.version + 1,
        told: { type: 'ResumeAppraisal', official: who, approval },
      })
    expect(await resume(roads.official)).toMatchObject({
      refusal: { code: 'official-not-in-post' },
    })
    value(await resume(now.id))
    const after = await loadAppraisal(world.db, congress, appraisal)
    expect(after.state).toMatchObject({
      status: 'running',
      official: now.id,
      suspension: null,
      replaced: [roads.official],
    })
    const left = (await readOfficials(world, by)).find(({ id }) => id === roads.official)
    expect(left).toMatchObject({ status: 'left' })
  })

  it('an appraisal whose unit merged goes on with the unit it became, and an official in post there', async () => {
    const { world, congress } = county
    const by = county.as('clerk')
    const [old, next, last] = [await newUnit('甲局'), await newUnit('乙局'), await newUnit('丙局')]
    const opening = { title: '评议', ruleBook: 'seed', session: '第30次会议', ...old }
    const { appraisal } = value(await openAppraisal(world, { by, opening }))
    const merge = async (from: Seat, into: Seat) =>
      value(await mergeUnits(world, { by, unit: from.unit, version: 1, ...atHome(into) }))
    await merge(old, next)
    await merge(next, last)
    const step = (version: number, told: Parameters<typeof stepOnAppraisal>[1]['told']) =>
      stepOnAppraisal(world, { by, appraisal, version, told })
    const suspending = { type: 'SuspendAppraisal', ground: 'other', reason: '机构改革' } as const
    value(await step(1, { ...suspending, approval }))
    const resume = ({ official: who }: Seat) =>
      step(2, { type: 'ResumeAppraisal', official: who, approval })
    expect(await resume(next)).toMatchObject({ refusal: { code: 'official-not-in-post' } })
    expect(await resume(county.roads)).toMatchObject({ refusal: { code: 'official-not-in-post' } })
    value(await resume(last))
    const { state } = await loadAppraisal(world.db, congress, appraisal)
    expect(state).toMatchObject({ ...last, replaced: [old.official], suspension: null })
  })
})

const atHome = ({ unit: into, official: there }: Seat) => ({ into, official: there })

it('a self-criticism is answered where the person is now, and no longer by the unit he left', async () => {
  const { world } = county
  const by = county.as('clerk')
  const [old, now] = [await newUnit('丁局'), await newUnit('戊局')]
  const opening = { title: '述职评议', ruleBook: 'seed', session: '第31次会议', ...old }
  const { appraisal } = value(await openAppraisal(world, { by, opening }))
  const decision = { ...approval, body: 'standingCommittee' } as const
  const who = { mover: 'chairs', signers: 0, members: 31, electedDeputy: false } as const
  const facts = { step: 'selfCriticism', matters: [], ...who, due: null, session: '' } as const
  const words = { target: '局长', text: '请作出检查。', material: '', movers: '' }
  const taking = { by, appraisal, facts: { ...facts, approval: decision }, words }
  const { id } = value(await takeConsequence(world, taking))
  const to = { unit: now.unit, post: '副局长', appointedBy: 'committeeAppointed' } as const
  const leaving = { by, official: old.official, version: 1, successor: null, to }
  const head = { by, unit: old.unit, version: 1 }
  const registration = { name: '新人', unit: old.unit, post: '局长', appointedBy: to.appointedBy }
  const { official: next } = value(await putOfficialOnRecord(world, { by, registration }))
  value(await putHeadOfUnit(world, { ...head, official: next }))
  value(await transferPost(world, leaving))
  const { version } = await consequenceKind.load(world.db, county.congress, id)
  const [his, theirs] = [county.as('official', now.unit), county.as('official', old.unit)]
  const step = {
    type: 'AnswerConsequence',
    way: 'written',
    text: '检查如下。',
    signer: '',
  } as const
  const answer = (who: Principal) =>
    followUp(world, { by: who, consequence: id, version, step: { ...step, signer: '局长' } })
  expect(await readConsequence(world, theirs, id)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(await answer(theirs)).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
  const owed = async (who: Principal) =>
    (await readPapers(world, who, [])).filter(({ kind }) => kind === 'measure')
  expect(await owed(theirs)).toEqual([])
  expect(await owed(his)).toMatchObject([{ id }])
  value(await answer(his))
})

it('a self-check that is being filled goes on with the unit it merged into; sent back later, it goes there', async () => {
  const { world } = county
  const by = county.as('clerk')
  const [old, into] = [await newUnit('己局'), await newUnit('庚局')]
  const opened = async (title: string) => {
    const opening = { title, ruleBook: 'seed', session: '第31次会议', ...old }
    const { appraisal } = value(await openAppraisal(world, { by, opening }))
    const asked = { by, appraisal, framework: seedFramework, due: null }
    return value(await openSelfCheck(world, asked)).id
  }
  const [filling, submitted] = [await opened('填报中'), await opened('已报送')]
  const state = async (id: typeof filling) =>
    (await selfCheckKind.load(world.db, county.congress, id)).state
  const official = { ...county.as('official', old.unit), official: old.official }
  const stated = seedFramework.flatMap(({ questions }) =>
    questions.map(({ key }) => ({ question: key, basis: `查阅了${key}的台账。` })),
  )
  const on = { by: official, id: submitted }
  const found = { type: 'StateNothingFound', stated } as const
  value(await stepOnSelfCheck(world, { ...on, version: 1, told: found }))
  const version = async (id: typeof filling) =>
    (await selfCheckKind.load(world.db, county.congress, id)).version
  const submit = { type: 'SubmitSelfCheck', signedBy: '己局长' } as const
  value(await stepOnSelfCheck(world, { ...on, version: await version(submitted), told: submit }))
  const merging = { by, unit: old.unit, version: 1, into: into.unit, official: into.official }
  value(await mergeUnits(world, merging))
  expect(await state(filling)).toMatchObject({ status: 'filling', unit: into.unit })
  expect(await state(submitted)).toMatchObject({ status: 'submitted', unit: old.unit })
  const back = { type: 'ReturnSelfCheck', comments: '请补充依据。' } as const
  const returning = { by, id: submitted, version: await version(submitted), told: back }
  value(await stepOnSelfCheck(world, returning))
  expect(await state(submitted)).toMatchObject({ status: 'filling', unit: into.unit })
  const staff = county.as('unitStaff', into.unit)
  const again = { by: staff, id: filling, version: await version(filling), told: found }
  expect((await stepOnSelfCheck(world, again)).ok).toBe(true)
})

async function newUnit(name: string): Promise<Seat> {
  const { unit } = value(await putUnitOnRecord(county.world, { by: county.as('clerk'), name }))
  return { unit, official: await official(`${name}长`, unit) }
}

async function official(name: string, unit: UnitId) {
  const by = county.as('clerk')
  const post = { unit, post: name, appointedBy: 'committeeAppointed' } as const
  const done = value(
    await putOfficialOnRecord(county.world, { by, registration: { name, ...post } }),
  )
  return done.official
}
