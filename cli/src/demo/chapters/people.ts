/** Term, sessions and roster of the demo county; a leave, and a member who is too near to an appraisal. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Capacity, Office } from '@luoshi/domain/people/person'
import { personKind } from '@luoshi/server/people/person-kind'
import { recordRecusal } from '@luoshi/server/people/record-recusal'
import { changePerson, putPersonOnRoster } from '@luoshi/server/people/roster'
import { planSession, stepOnSession } from '@luoshi/server/people/sessions'
import { sessionKind } from '@luoshi/server/people/term-kinds'
import { openTerm } from '@luoshi/server/people/terms'
import { appraisalOf, dayOf, decided, known, must, type Story } from '../story.ts'
import { linked, membersByOffice, others, sessions, termNumber } from '../words/roster.ts'

export function planPeople(story: Story): void {
  const { world, plan } = story
  const by = story.as('clerk')
  plan(-299, async () => {
    const term = { number: termNumber, from: dayOf(story, -1500), until: dayOf(story, 320) }
    const opened = must(await openTerm(world, { by, term }), 'openTerm')
    await enterRoster(story, opened.id)
    for (const one of sessions) {
      const on = one.day === null ? null : dayOf(story, one.day)
      const { number } = one
      const done = await planSession(world, { by, term: opened.id, number, on })
      const { session } = must(done, `planSession ${number}`)
      if (one.day !== null && one.day < 0) hold(story, session, one.day)
    }
  })
  plan(-165, () => recuse(story))
  plan(-30, () => beginLeave(story))
}

function hold(story: Story, session: Id<'session'>, day: number): void {
  story.plan(day, async () => {
    const { version } = await sessionKind.load(story.world.db, story.congress, session)
    const told = { type: 'HoldSession', on: dayOf(story, day) } as const
    const asked = { by: story.as('clerk'), session, version, told }
    must(await stepOnSession(story.world, asked), 'HoldSession')
  })
}

type Entered = Readonly<{
  capacity: Capacity
  name: string
  office: Office | null
  order: number | null
  place: string
  post: string
}>

async function enterRoster(story: Story, term: Id<'term'>): Promise<void> {
  const members = membersByOffice.flatMap(({ office, names }) =>
    names.split(' ').map((name) => ({ office, name })),
  )
  for (const [at, { office, name }] of members.entries()) {
    const place = office === 'ordinary' ? '县人大常委会' : '县人大常委会机关'
    await enter(story, term, { capacity: 'member', name, office, order: at + 1, place, post: '' })
  }
  for (const one of others) await enter(story, null, { ...one, office: null, order: null })
}

async function enter(story: Story, term: Id<'term'> | null, told: Entered): Promise<void> {
  const { world } = story
  const by = story.as('clerk')
  const entry = { ...told, unit: null, term, another: false }
  const { id } = must(await putPersonOnRoster(world, { by, entry }), `roster ${told.name}`)
  if (!story.roster.has(told.name)) story.roster.set(told.name, id)
  const login = linked[told.name]
  if (login === undefined) return
  const { account } = story.as(login)
  const change = { by, person: id, version: 1, told: { type: 'LinkPerson', account } } as const
  must(await changePerson(world, change), `link ${told.name}`)
}

async function recuse(story: Story): Promise<void> {
  const person = known(story.roster.get('阮南星'), '阮南星')
  must(
    await recordRecusal(story.world, {
      by: story.as('clerk'),
      appraisal: appraisalOf(story, 'transport'),
      person,
      account: null,
      ground: 'workedThere',
      reason: '两年前任县交通运输局副局长，本人申请回避。',
      approval: decided(story, -165, '第39次主任会议'),
    }),
    'recordRecusal',
  )
}

async function beginLeave(story: Story): Promise<void> {
  const { world, congress } = story
  const person = known(story.roster.get('费一诺'), '费一诺')
  const { version } = await personKind.load(world.db, congress, person)
  const told = {
    type: 'BeginLeave',
    self: person,
    from: dayOf(story, -30),
    until: dayOf(story, 60),
    acting: null,
    reason: '到省委党校脱产学习。',
  } as const
  must(await changePerson(world, { by: story.as('clerk'), person, version, told }), 'BeginLeave')
}
