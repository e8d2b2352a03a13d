/** Whom the demo county appraises, and why; who takes part in the drawing by lot, each with the secret that was sealed. */
import type { Selection } from '@luoshi/domain/appraisals/year-plan'
import type { AppraisalKey } from '../county.ts'

/** Whoever is not here comes on the plan by the lot. */
export const planned: readonly Readonly<{
  key: AppraisalKey
  selection: Exclude<Selection, 'lot'>
  reason: string
}>[] = [
  { key: 'water', selection: 'plan', reason: '农村供水、水库安全代表意见集中，列为年度重点。' },
  { key: 'housing', selection: 'rotation', reason: '本届任期内尚未接受评议，按届内轮换列入。' },
  { key: 'education', selection: 'plan', reason: '义务教育“双减”和学位供给群众关注度高。' },
  { key: 'market', selection: 'rotation', reason: '本届任期内尚未接受评议，按届内轮换列入。' },
  { key: 'justice', selection: 'rotation', reason: '本届任期内尚未接受评议，按届内轮换列入。' },
]

export const lotReason = '由主任会议成员、组成人员和代表现场抽签产生。'

/** In the order of the list that is hashed. */
export const lotCandidates = ['transport', 'health', 'floodOffice'] as const satisfies readonly (
  | AppraisalKey
  | 'floodOffice'
)[]

type Participant = Readonly<{ name: string; login: string; secret: string; salt: string }>

export const participants: readonly Participant[] = [
  participant('沈怀德（主任会议）', 'chairs', '春分前三日', 'q7Kd2mXv9Rt4Lp8Z'),
  participant('温若兰（组成人员）', 'member', '北沟水库水位', 'c3Hn6wBy1Jf5Gs0T'),
  participant('丁麦收（县人大代表）', 'deputy', '柳河赶集逢四', 'u8Ea4zQk7Vx2Mb6N'),
]

function participant(name: string, login: string, secret: string, salt: string): Participant {
  return { name, login, secret, salt }
}
