/**
 * The roll of a ballot by name (签到名单): who was there, who was on leave, who was away without it, who took no form
 * because he is recused. Its counts are the denominators. It says nothing of how anybody voted, and cannot: forms are
 * secret, and nobody is on it twice or linked to one.
 *
 * Source: domain.md §4 (may not vote where an interest exists), §7 (members, present, issued; the same voters).
 */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { Id } from '../kernel/ids.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { withoutRecused, type RecusedPerson } from '../people/recusal.ts'

export const rollStandings = ['present', 'onLeave', 'absent'] as const

export type RollStanding = (typeof rollStandings)[number]

export const rollStandingLabels: Readonly<
  Record<RollStanding, Readonly<{ zh: string; en: string }>>
> = {
  present: { zh: '到会', en: 'Present' },
  onLeave: { zh: '请假', en: 'On leave' },
  absent: { zh: '缺席', en: 'Absent' },
}

export type RollLine = Readonly<{
  name: string
  standing: RollStanding
  /** Why he is on leave or away; for one who is recused, why. */
  reason: string
  /** Present, but takes no form. */
  isRecused: boolean
  /** Who it is on the roster; absent on rolls called before a ballot could be cast here. */
  person?: Id<'person'>
}>

export type RollCounts = Readonly<{ members: number; present: number; recused: number }>

type RollRefusal = ByCode<{
  'roll-incomplete': { missing: readonly string[] }
  'roll-of-strangers': Nothing
  'roll-leave-unexplained': { name: string }
}>

/** A member as the roster has him. */
type RollMember = RecusedPerson & Readonly<{ name: string }>

export type RollTold = Readonly<{ person: Id<'person'>; standing: RollStanding; reason: string }>

/** The roll in the order of the roster: everybody on it once, and those recused told from the others. */
export function rollOf(
  members: readonly RollMember[],
  told: readonly RollTold[],
  recused: readonly (RecusedPerson & Readonly<{ reason: string }>)[],
): Result<readonly RollLine[], RollRefusal> {
  const said = new Map(told.map((one) => [one.person, one]))
  if (said.size < told.length || told.some(({ person }) => !isOn(members, person)))
    return refuse({ code: 'roll-of-strangers' })
  const missing = members.filter(({ person }) => person === null || !said.has(person))
  if (missing.length > 0)
    return refuse({ code: 'roll-incomplete', missing: missing.map(({ name }) => name) })
  const voters = new Set(withoutRecused(members, recused))
  const lines = members.flatMap((member): readonly RollLine[] => {
    const one = member.person === null ? undefined : said.get(member.person)
    if (!one) return []
    const { standing } = one
    const isRecused = standing === 'present' && !voters.has(member)
    const why = recused.find(({ person, account }) => isSame(member, { person, account }))
    const reason = isRecused ? (why?.reason ?? '') : one.reason.trim()
    const { name, person } = member
    return [{ name, standing, reason, isRecused, ...(person === null ? {} : { person }) }]
  })
  const silent = lines.find(({ standing, reason }) => standing === 'onLeave' && reason === '')
  return silent ? refuse({ code: 'roll-leave-unexplained', name: silent.name }) : accept(lines)
}

function isOn(members: readonly RollMember[], person: Id<'person'>): boolean {
  return members.some((one) => one.person === person)
}

function isSame(member: RecusedPerson, { person, account }: RecusedPerson): boolean {
  return (
    (person !== null && person === member.person) ||
    (account !== null && account === member.account)
  )
}

export function rollCounts(roll: readonly RollLine[]): RollCounts {
  const here = roll.filter(({ standing }) => standing === 'present')
  return {
    members: roll.length,
    present: here.length,
    recused: here.filter(({ isRecused }) => isRecused).length,
  }
}

export function explainRollRefusal(refusal: RollRefusal): Bilingual {
  switch (refusal.code) {
    case 'roll-incomplete':
      return bilingual(
        `签到名单缺${refusal.missing.join('、')}。`,
        '请给名册上的每位组成人员登记到会、请假或者缺席。',
        `Not on the roll: ${refusal.missing.join(', ')}.`,
        'Say of every member whether present, on leave or absent.',
      )
    case 'roll-of-strangers':
      return bilingual(
        '签到名单里有不在组成人员名册上的人，或者同一人登记了两次。',
        '请刷新名册后重新签到。',
        'Somebody on the roll is no member on the roster, or is on it twice.',
        'Reload the roster and call it again.',
      )
    case 'roll-leave-unexplained':
      return bilingual(
        `${refusal.name}请假，没有写明事由。`,
        '请填写请假事由。',
        `${refusal.name} is on leave without a reason.`,
        'Give the reason.',
      )
  }
}
