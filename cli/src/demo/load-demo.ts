/**
 * Loads the demo county by giving the commands that its people gave over the last months, with the clock set to each
 * day. Nothing is written past the rules: what is refused here would be refused to anyone.
 */
import { phases, type Phase } from '@luoshi/domain/appraisals/phases'
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import type {
  AppraisalId,
  CongressId,
  MatterId,
  OfficialId,
  OpinionId,
  UnitId,
} from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { openAppraisal, enterPhase } from '@luoshi/server/appraisals/appraisal-commands'
import type { World } from '@luoshi/server/execute/context'
import { loadAppraisal, loadMatter, loadOpinion } from '@luoshi/server/execute/load'
import type { Identity } from '@luoshi/server/identity/identity'
import type { Principal } from '@luoshi/server/identity/principal'
import { takeStep } from '@luoshi/server/matters/take-step'
import { raiseOpinion } from '@luoshi/server/opinions/raise-opinion'
import { splitOpinion } from '@luoshi/server/opinions/split-opinion'
import { putOfficialOnRecord, putUnitOnRecord } from '@luoshi/server/people/register'
import { mergeUnits, transferPost } from '@luoshi/server/people/succession'
import { paces } from './calendar.ts'
import {
  accounts,
  congressName,
  officials,
  raised,
  units,
  type AppraisalKey,
  type OfficialKey,
  type Raised,
  type UnitKey,
} from './county.ts'
import { evidenceFiles } from './evidence-files.ts'
import { approvalOn, type Order, type Setting } from './orders.ts'
import { planJourney } from './plan-journey.ts'
import type { Past } from './replay.ts'

export type DemoOffice = Readonly<{ world: World; identity: Identity; past: Past; today: Day }>

export type DemoPerson = Readonly<{ login: string; name: string; principal: Principal }>

export type LoadedDemo = Readonly<{
  congress: CongressId
  people: readonly DemoPerson[]
  matters: number
}>

type Carried = { opinion: OpinionId; matter: MatterId | null }

/** A refusal here is a fault of the story, never of its reader. */
function must<Value>(outcome: Result<Value, unknown>, what: string): Value {
  if (!outcome.ok) throw new Error(`${what}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}

export async function loadDemo(office: DemoOffice): Promise<LoadedDemo> {
  const { world, identity, past, today } = office
  const { id: congress } = must(
    await identity.createCongress({ name: congressName, county: '清禾县', demo: true }),
    'createCongress',
  )
  const directory = await registerEverybody(office, congress)
  const carried = new Map<Raised, Carried>()
  const appraisals = new Map<AppraisalKey, AppraisalId>()
  const evidence = await keepEvidence(world)
  const as = (login: string) => directory.principal(login)

  for (const key of ['water', 'housing', 'education'] as const) planAppraisal(key)
  for (const [place, one] of raised.entries()) planOpinion(one, place)
  past.plan(-100, async () => {
    const [unit, into, official] = [
      directory.unit('floodOffice'),
      directory.unit('water'),
      directory.official('liu'),
    ]
    must(
      await mergeUnits(world, { by: as('clerk'), unit, version: 1, into, official }),
      'mergeUnits',
    )
  })
  past.plan(-25, async () => {
    const [official, successor] = [directory.official('oldBao'), directory.official('he')]
    must(
      await transferPost(world, { by: as('clerk'), official, version: 1, successor }),
      'transferPost',
    )
  })
  await past.play()
  return { congress, people: directory.people, matters: carried.size }

  function planAppraisal(key: AppraisalKey): void {
    const pace = paces[key]
    const official = { water: 'liu', housing: 'he', education: 'tao' } as const
    const enter = (phase: Phase) => async () => {
      const appraisal = appraisalOf(key)
      const { version } = await loadAppraisal(world.db, congress, appraisal)
      must(
        await enterPhase(world, { by: as('clerk'), appraisal, version, phase }),
        `enterPhase ${phase}`,
      )
    }
    past.plan(pace.open, async () => {
      const title = `${units[key]}${officials[official[key]].name}同志述职评议`
      const opening = {
        title,
        unit: directory.unit(key),
        official: directory.official(official[key]),
        ruleBook: 'seed',
        session: '县第十八届人大常委会第28次会议',
      }
      const done = must(await openAppraisal(world, { by: as('clerk'), opening }), 'openAppraisal')
      appraisals.set(key, done.appraisal)
    })
    const days: Readonly<Record<Phase, number>> = {
      planned: pace.open,
      selfCheck: pace.open + 3,
      investigation: pace.open + 12,
      meeting: pace.raise,
      opinionLetter: pace.raise + 1,
      rectification: pace.handOver + 1,
      verdict: pace.judge,
    }
    const reached = {
      water: 'verdict',
      housing: 'rectification',
      education: 'opinionLetter',
    } as const
    for (const phase of phases.slice(1, phases.indexOf(reached[key]) + 1))
      past.plan(days[phase], enter(phase))
  }

  function appraisalOf(key: AppraisalKey): AppraisalId {
    const found = appraisals.get(key)
    if (!found) throw new Error(`no appraisal ${key} yet`)
    return found
  }

  function matterOf(one: Raised): MatterId {
    const found = carried.get(one)?.matter
    if (!found) throw new Error(`no matter for ${one.title}`)
    return found
  }

  function planOpinion(one: Raised, place: number): void {
    const pace = paces[one.appraisal]
    const raiseOn = one.channel === 'selfCheck' ? pace.open + 6 : pace.raise
    const setting = settingOf(one, place)
    past.plan(raiseOn, () => raise(one, addDays(today, raiseOn), setting))
    for (const { day, by, order } of planJourney(one.journey, one.appraisal, setting)) {
      past.plan(day, () => step(one, by, order))
    }
    if (one.journey === 'merged') past.plan(pace.approve, () => mergeWithEarlier(one, setting))
    if (one.journey === 'splitInTwo') past.plan(pace.approve, () => split(one))
  }

  async function raise(one: Raised, receivedOn: Day, setting: Setting): Promise<void> {
    const { channel, raiserKind, text, title } = one
    const unit = directory.unit(one.appraisal)
    const disposition =
      one.journey === 'exitAnswered'
        ? ({
            kind: 'exit',
            exit: 'answeredOnTheSpot',
            reason: '环卫站当场答复，当天恢复每日清运，提出人表示认可。',
            approval: approvalOn(setting, paces[one.appraisal].raise, 40),
          } as const)
        : ({ kind: 'matter', title, unit } as const)
    const raising = {
      channel,
      raiserKind,
      receivedOn,
      text,
      raiser: raiserNames[raiserKind],
      disposition,
    }
    const appraisal = appraisalOf(one.appraisal)
    const done = must(
      await raiseOpinion(world, { by: as('clerk'), appraisal, raising }),
      `raise ${title}`,
    )
    carried.set(one, { opinion: done.opinion, matter: done.matter })
  }

  async function step(one: Raised, by: string, order: Order): Promise<void> {
    const matter = matterOf(one)
    const { version } = await loadMatter(world.db, congress, matter)
    must(
      await takeStep(world, { by: as(by), matter, version, command: order }),
      `${order.type} on ${one.title}`,
    )
  }

  async function mergeWithEarlier(one: Raised, setting: Setting): Promise<void> {
    const lead = raised.find((other) => other.title === '晚自习时间')
    if (!lead) throw new Error('the lead of the merger is missing')
    const approval = approvalOn(setting, paces[one.appraisal].approve, 41)
    const order: Order = {
      type: 'MergeMatter',
      into: matterOf(lead),
      reason: '与“晚自习时间”反映同一问题。',
      approval,
    }
    await step(one, 'clerk', order)
  }

  async function split(one: Raised): Promise<void> {
    const opinion = carried.get(one)?.opinion
    if (!opinion) throw new Error(`no opinion for ${one.title}`)
    const { version } = await loadOpinion(world.db, congress, opinion)
    const unit = directory.unit(one.appraisal)
    const parts = [
      { text: '留守儿童之家挂了牌子没有人值守。', title: '留守儿童之家无人值守', unit },
      { text: '留守儿童的家访和心理辅导没有台账。', title: '留守儿童家访没有台账', unit },
    ]
    const reason = '一条意见说的是两件事，分别办理。'
    must(
      await splitOpinion(world, { by: as('clerk'), opinion, version, parts, reason }),
      `split ${one.title}`,
    )
  }

  function settingOf(one: Raised, place: number): Setting {
    const [unit, official, login] = answeringFor(one)
    return {
      today,
      title: one.title,
      unit: directory.unit(unit),
      official: directory.official(official),
      officialName: officials[official].name,
      person: login,
      staff: login === 'water' ? 'waterstaff' : login,
      letter: `清人常〔${today.slice(0, 4)}〕${(place % 9) + 3}号`,
      evidence,
    }
  }
}

/** Unit, official and login that answer for a matter when it is handed over. */
function answeringFor({ appraisal, journey }: Raised): readonly [UnitKey, OfficialKey, string] {
  if (appraisal === 'water')
    return journey === 'late' ? ['floodOffice', 'bao', 'flood'] : ['water', 'liu', 'water']
  if (appraisal === 'education') return ['education', 'tao', 'education']
  return ['housing', journey === 'inProgressMoved' ? 'oldBao' : 'he', 'housing']
}

const raiserNames = {
  member: '常委会组成人员',
  deputy: '县人大代表',
  team: '评议调查组',
  public: '群众',
  self: '单位自查',
} as const

type Directory = Readonly<{
  people: readonly DemoPerson[]
  principal: (login: string) => Principal
  unit: (key: UnitKey) => UnitId
  official: (key: OfficialKey) => OfficialId
}>

async function registerEverybody(
  { world, identity }: DemoOffice,
  congress: CongressId,
): Promise<Directory> {
  const unitIds = new Map<UnitKey, UnitId>()
  const officialIds = new Map<OfficialKey, OfficialId>()
  const people = new Map<string, DemoPerson>()
  const unit = (key: UnitKey) => known(unitIds.get(key), key)
  const official = (key: OfficialKey) => known(officialIds.get(key), key)

  const enrol = async (one: (typeof accounts)[number]) => {
    const home = one.unit === null ? null : unit(one.unit)
    const post = one.official === null ? null : official(one.official)
    const asked = { login: one.login, name: one.name, roles: one.roles, unit: home, official: post }
    const account = must(
      await identity.createAccountDirectly(congress, asked),
      `account ${one.login}`,
    )
    const principal = {
      account,
      name: one.name,
      congress,
      roles: one.roles,
      unit: home,
      official: post,
    }
    people.set(one.login, { login: one.login, name: one.name, principal })
  }

  for (const one of accounts.filter((person) => person.unit === null)) await enrol(one)
  const by = known(people.get('clerk'), 'clerk').principal
  for (const key of keysOf(units)) {
    const done = must(await putUnitOnRecord(world, { by, name: units[key] }), `unit ${key}`)
    unitIds.set(key, done.unit)
  }
  for (const key of keysOf(officials)) {
    const { name, post, appointedBy, unit: home } = officials[key]
    const registration = { name, post, appointedBy, unit: unit(home) }
    const done = must(await putOfficialOnRecord(world, { by, registration }), `official ${key}`)
    officialIds.set(key, done.official)
  }
  for (const one of accounts.filter((person) => person.unit !== null)) await enrol(one)
  const principal = (login: string) => known(people.get(login), login).principal
  return { people: [...people.values()], principal, unit, official }
}

function known<Value>(found: Value | undefined, name: string): Value {
  if (found === undefined) throw new Error(`the demo county knows no ${name}`)
  return found
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  const isKey = (raw: string): raw is Key => raw in table
  return Object.keys(table).filter(isKey)
}

async function keepEvidence({ files }: World): Promise<readonly Evidence[]> {
  return Promise.all(
    evidenceFiles().map(async ({ name, mediaType, bytes }) => ({
      ...(await files.keep(bytes)),
      name,
      mediaType,
    })),
  )
}
