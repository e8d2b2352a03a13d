/** Acts on people: who comes, leaves, merges, is on leave, recused, acts for another; and a new term. */
import { addDays, day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { isDelegable } from '@luoshi/domain/people/delegation'
import { nameSuccessor } from '../../src/people/name-successor.ts'
import { putHeadOfUnit, stepOnOfficial } from '../../src/people/officials.ts'
import { liftRecusal, recordRecusal } from '../../src/people/record-recusal.ts'
import { putOfficialOnRecord, putUnitOnRecord } from '../../src/people/register.ts'
import { changePerson, putPersonOnRoster } from '../../src/people/roster.ts'
import { mergeUnits, transferPost } from '../../src/people/succession.ts'
import { changeTerm, openTerm } from '../../src/people/terms.ts'
import { approval } from '../test-county.ts'
import { at } from './cast.ts'
import { anAppraisal, type Act } from './stage.ts'

let made = 0

export const unit: Act = async (stage, choice) => {
  if ((await stage.units()).length > 6) return
  made += 1
  const by = await stage.cast.who('RegisterUnit', null, choice)
  const put = putUnitOnRecord(stage.county.world, { by, name: `单位${made}` })
  await stage.took('RegisterUnit', put)
}

/** And an account of his own, and one of somebody of the unit. */
export const official: Act = async (stage, choice) => {
  const home = at(await stage.units(), choice.a)
  if (!home) return
  made += 1
  const by = await stage.cast.who('RegisterOfficial', null, choice)
  const post = { unit: home.id, post: `职务${made}`, appointedBy: 'committeeAppointed' } as const
  const registration = { name: `人员${made}`, ...post }
  const put = await putOfficialOnRecord(stage.county.world, { by, registration })
  await stage.took('RegisterOfficial', Promise.resolve(put))
  if (put.ok) await stage.cast.add(['official'], home.id, put.value.official)
  if (put.ok && choice.b % 3 === 0) await stage.cast.add(['unitStaff'], home.id, null)
}

export const transfer: Act = async (stage, choice) => {
  const leaver = at(await stage.seats(), choice.a)
  if (!leaver) return
  const near = (await stage.seats(leaver.unit)).filter((one) => one.official !== leaver.official)
  const successor = choice.c % 4 === 0 ? null : (at(near, choice.b)?.official ?? null)
  const into = at(await stage.units(), choice.c)
  const post = { post: '另一职务', appointedBy: 'notByCongress' } as const
  const to = choice.c % 3 === 0 && into ? { to: { unit: into.id, ...post } } : {}
  const by = await stage.cast.who('TransferOfficial', null, choice)
  const { official: id, version } = leaver
  const asked = { by, official: id, version, successor, ...to }
  await stage.took('TransferOfficial', transferPost(stage.county.world, asked))
}

export const merge: Act = async (stage, choice) => {
  const units = await stage.units()
  const [gone, into] = [at(units, choice.a), at(units, choice.b)]
  const seat = into && at(await stage.seats(into.id), choice.c)
  if (units.length < 4 || !gone || !into || !seat) return
  const by = await stage.cast.who('MergeUnits', null, choice)
  const which = { unit: gone.id, version: gone.version, into: into.id, official: seat.official }
  await stage.took('MergeUnits', mergeUnits(stage.county.world, { by, ...which }))
}

export const head: Act = async (stage, choice) => {
  const home = at(await stage.units(), choice.a)
  const seat = home && at(await stage.seats(home.id), choice.b)
  if (!home || !seat) return
  const by = await stage.cast.who('NameUnitHead', null, choice)
  const asked = { by, unit: home.id, version: home.version, official: seat.official }
  await stage.took('NameUnitHead', putHeadOfUnit(stage.county.world, asked))
}

export const successor: Act = async (stage, choice) => {
  const list = at(await stage.records('handover'), choice.a)
  const seat = list && at(await stage.seats(list.unit), choice.b)
  if (!list || !seat) return
  const by = await stage.cast.who('NameSuccessor', null, choice)
  const handOver = idOf('handover', list.id)
  const asked = { by, handOver, version: list.version, successor: seat.official }
  await stage.took('NameSuccessor', nameSuccessor(stage.county.world, asked))
}

export const leave: Act = async (stage, choice) => {
  const seat = at(await stage.seats(), choice.a)
  if (!seat) return
  const other = at(await stage.seats(seat.unit), choice.b)
  const acting = other && other.official !== seat.official ? other.official : null
  const from = stage.county.clock.today()
  const begin = { type: 'BeginLeave', from, until: null, acting, reason: '学习' } as const
  const told = choice.c % 2 === 0 ? begin : ({ type: 'EndLeave' } as const)
  const by = await stage.cast.who(told.type, null, choice)
  const asked = { by, official: seat.official, version: seat.version, told }
  await stage.took(told.type, stepOnOfficial(stage.county.world, asked))
}

export const recuse: Act = async (stage, choice) => {
  const { world } = stage.county
  const standing = at(await stage.records('recusal', 'standing'), choice.b)
  if (standing && choice.c % 3 === 0) {
    const by = await stage.cast.who('LiftRecusal', null, choice)
    const recusal = idOf('recusal', standing.id)
    const lifting = { by, recusal, version: standing.version, approval }
    return stage.took('LiftRecusal', liftRecusal(world, lifting))
  }
  const appraisal = (await anAppraisal(stage, choice.a))?.id
  // Never both clerks of one appraisal: somebody must go on.
  const player = at(stage.cast.players.slice(1, 6), choice.b)
  if (appraisal === undefined || !player) return false
  const by = await stage.cast.who('RecordRecusal', null, choice)
  const why = { ground: 'kinship', reason: '近亲属', approval } as const
  const asked = { by, appraisal, person: null, account: player.account, ...why }
  return stage.took('RecordRecusal', recordRecusal(world, asked))
}

/** Those of one office or unit, by turns: lends what is theirs to a colleague, or goes on in their own name. */
export const deputy: Act = async (stage, choice) => {
  const { players, lend, own, now } = stage.cast
  const able = players.filter(({ roles }) => roles.some(isDelegable))
  const giver = at(able, choice.a)
  if (!giver) return
  const { unit: place } = await now(giver)
  const near = []
  for (const one of able) if (one !== giver && (await now(one)).unit === place) near.push(one)
  const taker = at(near, choice.b)
  if (!taker) return
  if (choice.c % 4 === 0) await own(taker)
  else
    await stage.took(
      'DelegateRole',
      lend(giver, taker).then((ok) => ({ ok })),
    )
}

/** Somebody of the office enters the roster with their account, or leaves it: then the account may nothing more. */
export const roster: Act = async (stage, choice) => {
  const { world } = stage.county
  const serving = await stage.records('person', 'serving')
  const one = at(serving, choice.a)
  if (one && choice.c % 4 === 0) {
    const told = {
      type: 'LetPersonGo',
      cause: 'transferred',
      on: stage.county.clock.today(),
    } as const
    const by = await stage.cast.who('LetPersonGo', null, choice)
    const asked = { by, person: idOf('person', one.id), version: one.version, told }
    return stage.took('LetPersonGo', changePerson(world, asked))
  }
  made += 1
  const seat = { office: 'ordinary', order: null, unit: null, post: '', place: '' } as const
  const entry = {
    capacity: 'member',
    ...seat,
    name: `委员${made}`,
    term: null,
    another: false,
  } as const
  const by = await stage.cast.who('RegisterPerson', null, choice)
  const put = await putPersonOnRoster(world, { by, entry })
  await stage.took('RegisterPerson', Promise.resolve(put))
  const members = stage.cast.players.filter(({ roles }) => roles.includes('deputy'))
  const account = at(members, choice.b)?.account
  if (!put.ok || account === undefined) return false
  const told = { type: 'LinkPerson', account } as const
  const linking = { by, person: put.value.id, version: 1, told }
  return stage.took('LinkPerson', changePerson(world, linking))
}

export const term: Act = async (stage, choice) => {
  const { world } = stage.county
  const running = at(await stage.records('term', 'current'), 0)
  const years = { from: day('2026-01-01'), until: day('2031-01-01') }
  if (!running) {
    const by = await stage.cast.who('OpenTerm', null, choice)
    return stage.took('OpenTerm', openTerm(world, { by, term: { number: 18, ...years } }))
  }
  const by = await stage.cast.who('ChangeTerm', null, choice)
  const today = stage.county.clock.today()
  const terms = (await stage.records('term')).length
  const next = { number: 18 + terms, from: today, until: addDays(today, 1826) }
  const asked = { by, term: idOf('term', running.id), version: running.version, next, goOn: [] }
  return stage.took('ChangeTerm', changeTerm(world, asked))
}
