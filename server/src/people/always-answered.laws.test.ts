/**
 * The law of succession on a real database: whatever is registered, transferred, merged or named, in any order, every
 * open matter that was handed over has a unit that stands and an official in post of that very unit; every paper that still
 * asks something is with a unit that stands, by the day it always had, and a measure with an official in post of it.
 * The auditor reads the rows alone, never the rules.
 */
import fc from 'fast-check'
import { seedFramework } from '@luoshi/domain/appraisals/self-check-framework'
import { addDays } from '@luoshi/domain/kernel/day'
import { idOf, isId, type MatterId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lawSeed } from '../../testing/chance.ts'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { openSelfCheck } from '../appraisals/self-check-commands.ts'
import { openAppraisal } from '../appraisals/appraisal-commands.ts'
import { issueNotice } from '../supervision/issue-notice.ts'
import { signNotice } from '../supervision/notice-steps.ts'
import { takeConsequence } from '../supervision/take-consequence.ts'
import { nameSuccessor } from './name-successor.ts'
import { putHeadOfUnit, stepOnOfficial } from './officials.ts'
import { putOfficialOnRecord, putUnitOnRecord } from './register.ts'
import { mergeUnits, transferPost } from './succession.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  for (const seat of [county.roads, county.water, county.schools])
    for (const title of ['甲', '乙'])
      await sendNotice(await county.handOver(title, seat), seat.unit, 10)
})
afterAll(() => county[Symbol.asyncDispose]())

const pick = fc.nat({ max: 1000 })
const moves = fc.oneof(
  fc.record({ do: fc.constant('unit' as const), a: pick, b: pick, c: pick }),
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('official' as const), a: pick, b: pick, c: pick }),
  },
  fc.record({ do: fc.constant('handOver' as const), a: pick, b: pick, c: pick }),
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('transfer' as const), a: pick, b: pick, c: pick }),
  },
  fc.record({ do: fc.constant('vacate' as const), a: pick, b: pick, c: pick }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('notice' as const), a: pick, b: pick, c: pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('measure' as const), a: pick, b: pick, c: pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('merge' as const), a: pick, b: pick, c: pick }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('head' as const), a: pick, b: pick, c: pick }),
  },
  fc.record({ do: fc.constant('successor' as const), a: pick, b: pick, c: pick }),
  fc.record({ do: fc.constant('reappoint' as const), a: pick, b: pick, c: pick }),
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('selfCheck' as const), a: pick, b: pick, c: pick }),
  },
)
type Try = typeof moves extends fc.Arbitrary<infer One> ? One : never

type Known = { id: string; version: number; unit: string | null; status: string }

async function known(kind: 'unit' | 'official' | 'handover'): Promise<readonly Known[]> {
  const from = {
    unit: 'select id, version, id as unit, status from luoshi.unit_view where to_seq is null',
    official: 'select id, version, unit, status from luoshi.official_view where to_seq is null',
    handover: `select id, version, unit, status from luoshi.record_view
      where to_seq is null and kind = 'handover' and doc ->> 'caretaker' = 'true'`,
  }[kind]
  return county.world.db.rows<Known>(county.congress, { text: `${from} order by id`, values: [] })
}

const at = <One>(list: readonly One[], n: number) => list[n % Math.max(1, list.length)]
const unitId = (one: Known | undefined): UnitId | null =>
  one && isId('unit', one.id) ? one.id : null
const officialId = (one: Known | undefined): OfficialId | null =>
  one && isId('official', one.id) ? one.id : null

let made = 0

/** Tries it, allowed or not: what the rules refuse must change nothing either. */
async function attempt({ do: what, a, b, c }: Try): Promise<boolean> {
  const { world } = county
  const by = county.as('clerk')
  const [units, officials] = [await known('unit'), await known('official')]
  // Mostly who serves and what stands: else the rules would refuse nearly all of it.
  const likely = (list: readonly Known[], status: string) =>
    c % 5 === 0 ? list : list.filter((each) => each.status === status)
  const [one, two] = [at(likely(officials, 'inPost'), a), at(officials, b)]
  const [unit, other] = [at(likely(units, 'active'), a), at(likely(units, 'active'), b)]
  const [id, home, into] = [officialId(one), unitId(unit), unitId(other)]
  made += 1
  switch (what) {
    case 'unit':
      return (await putUnitOnRecord(world, { by, name: `单位${made}` })).ok
    case 'official': {
      if (home === null) return false
      const post = { unit: home, post: `局长${made}`, appointedBy: 'committeeAppointed' } as const
      const registration = { name: `某${made}`, ...post }
      return (await putOfficialOnRecord(world, { by, registration })).ok
    }
    case 'handOver': {
      const inPost = officials.filter(({ status }) => status === 'inPost')
      const seat = at(inPost, c)
      const official = officialId(seat)
      if (official === null || seat?.unit == null || !isId('unit', seat.unit)) return false
      await county.handOver(`事项${made}`, { unit: seat.unit, official })
      return true
    }
    case 'transfer': {
      const near = likely(officials, 'inPost').filter(
        (each) => each.unit === one?.unit && each.id !== one?.id,
      )
      const successor = officialId(c % 5 === 0 ? two : at(near, b))
      if (id === null || one === undefined || successor === null) return false
      return (await transferPost(world, { by, official: id, version: one.version, successor })).ok
    }
    case 'vacate': {
      if (id === null || one === undefined) return false
      const gone = { by, official: id, version: one.version, successor: null }
      const to =
        home === null
          ? null
          : { unit: home, post: '另一职务', appointedBy: 'notByCongress' as const }
      return (await transferPost(world, c % 2 === 0 && to ? { ...gone, to } : gone)).ok
    }
    case 'merge': {
      const there = officialId(
        at(
          likely(officials, 'inPost').filter((each) => each.unit === other?.id),
          c,
        ),
      )
      // Two units stay at least, or there would soon be nothing left to try.
      const standing = units.filter(({ status }) => status === 'active').length
      if (home === null || into === null || there === null || !unit || standing < 3) return false
      return (
        await mergeUnits(world, { by, unit: home, version: unit.version, into, official: there })
      ).ok
    }
    case 'head': {
      const there = officialId(
        at(
          officials.filter((each) => each.unit === unit?.id),
          c,
        ),
      )
      if (home === null || there === null || !unit) return false
      return (
        await putHeadOfUnit(world, { by, unit: home, version: unit.version, official: there })
      ).ok
    }
    case 'notice': {
      const [matter] = await world.db.rows<{ id: string; unit: string }>(county.congress, {
        text: `select id, unit from luoshi.matter_view where to_seq is null and round > 0
          order by md5(id || $1) limit 1`,
        values: [`${made}`],
      })
      if (!matter || !isId('unit', matter.unit)) return false
      const done = await sendNotice(idOf('matter', matter.id), matter.unit, 10 + (a % 10))
      if (done.ok && c % 2 === 0) {
        const signer = county.as('unitStaff', matter.unit)
        value(await signNotice(world, { by: signer, notice: done.value.id, version: 1 }))
      }
      return done.ok
    }
    case 'measure': {
      const appraisal = b % 2 === 0 ? await appraisalOf(one) : county.appraisal
      if (appraisal === null) return false
      const step = at(['talk', 'listed', 'selfCriticism', 'redo'] as const, c) ?? 'talk'
      const due = addDays(county.clock.today(), 20)
      const who = { mover: 'chairs', signers: 0, members: 31, electedDeputy: false } as const
      const facts = { step, matters: [], ...who, due, session: '第32次会议', approval } as const
      const body = { body: 'standingCommittee', on: approval.on, reference: '第9次会议' } as const
      const words = { target: '承办单位', text: '请说明情况。', material: '', movers: '' }
      const decided = { ...facts, approval: step === 'listed' ? approval : body }
      return (await takeConsequence(world, { by, appraisal, facts: decided, words })).ok
    }
    case 'selfCheck': {
      const appraisal = await appraisalOf(one)
      if (appraisal === null) return false
      return (await openSelfCheck(world, { by, appraisal, framework: seedFramework, due: null })).ok
    }
    case 'successor': {
      const list = at(await known('handover'), a)
      const successor = officialId(
        at(
          officials.filter((each) => each.unit === list?.unit),
          b,
        ),
      )
      if (!list || successor === null || !isId('handover', list.id)) return false
      return (
        await nameSuccessor(world, { by, handOver: list.id, version: list.version, successor })
      ).ok
    }
    case 'reappoint': {
      if (id === null || one === undefined || home === null) return false
      const to = { unit: home, post: `职务${made}`, appointedBy: 'congressElected' } as const
      const told = { type: 'ReappointOfficial', to } as const
      return (await stepOnOfficial(world, { by, official: id, version: one.version, told })).ok
    }
  }
}

async function sendNotice(matter: MatterId, unit: UnitId, days: number) {
  const reportBy = addDays(county.clock.today(), days)
  const about = { level: 'reminder', problem: 'late', demand: '请抓紧。', approval: null } as const
  const notice = { ...about, unit, matters: [matter], reportBy }
  return issueNotice(county.world, { by: county.as('clerk'), notice })
}

/** One on whoever is in post; of county.appraisal the official may have left long ago. */
async function appraisalOf(one: Known | undefined) {
  const official = officialId(one)
  if (official === null || one?.status !== 'inPost') return null
  if (one.unit === null || !isId('unit', one.unit)) return null
  const seat = { unit: one.unit, official }
  const opening = { title: `评议${made}`, ruleBook: 'seed', session: '第31次会议', ...seat }
  const opened = await openAppraisal(county.world, { by: county.as('clerk'), opening })
  return opened.ok ? opened.value.appraisal : null
}

/** Papers that still ask something of a unit that is gone, of somebody not in post there, or by another day. */
async function unheld() {
  return county.world.db.rows(county.congress, {
    text: `select r.id, r.kind, r.status, u.status as unit, o.status as official, r.due
      from luoshi.record_view r
        join luoshi.record_view first on first.id = r.id and first.version = 1
        left join luoshi.unit_view u on u.id = r.unit and u.to_seq is null
        left join luoshi.official_view o on o.id = r.doc ->> 'holder' and o.to_seq is null
      where r.to_seq is null and (
        r.kind = 'notice' and r.status in ('issued', 'received')
          and (u.status is distinct from 'active' or r.due is distinct from first.due)
        or r.kind = 'selfcheck' and r.status = 'filling' and u.status is distinct from 'active'
        or r.kind = 'consequence' and r.status in ('decided', 'answered')
          and (u.status is distinct from 'active' or r.due is distinct from first.due
            or r.doc ->> 'step' <> 'selfCriticism'
              and (o.status is distinct from 'inPost' or o.unit is distinct from r.unit)))`,
    values: [],
  })
}

async function unanswered() {
  return county.world.db.rows(county.congress, {
    text: `select m.number, m.status, u.status as unit, o.status as official
      from luoshi.matter_view m
        left join luoshi.unit_view u on u.congress = m.congress and u.id = m.unit and u.to_seq is null
        left join luoshi.official_view o on o.congress = m.congress and o.id = m.official and o.to_seq is null
      where m.to_seq is null and m.status not in ('drafted', 'approved', 'closed', 'merged', 'exited')
        and (u.status is distinct from 'active' or o.status is distinct from 'inPost'
          or o.unit is distinct from m.unit)`,
    values: [],
  })
}

describe('after any sequence of changes of people and units', () => {
  it('every open matter has a unit that stands and an official in post of it', async () => {
    const done = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(moves, { minLength: 4, maxLength: 12, size: 'max' }),
        async (tries) => {
          for (const one of tries) {
            if (await attempt(one)) done.add(one.do)
            expect(await unanswered()).toEqual([])
            expect(await unheld()).toEqual([])
          }
        },
      ),
      { seed: lawSeed(), numRuns: 50, endOnFailure: true },
    )
    // A law about nothing would hold, too.
    const needed = ['transfer', 'merge', 'head', 'handOver', 'notice', 'measure', 'selfCheck']
    expect([...done]).toEqual(expect.arrayContaining(needed))
  }, 120_000)
})
