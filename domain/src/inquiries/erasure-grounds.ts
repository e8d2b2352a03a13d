/**
 * The cases in which the law wants personal data gone, and what stays on record of it: facts that name nobody and say
 * nothing of what it was. Source: 个人信息保护法第四十七条第一款.
 */
import type { Day } from '../kernel/day.ts'
import type { Approval } from '../people/approval.ts'

export const erasureGrounds = [
  'purposeAchieved',
  'serviceEnded',
  'consentWithdrawn',
  'unlawful',
  'otherLaw',
] as const

export type ErasureGround = (typeof erasureGrounds)[number]

export const erasureGroundLabels: Readonly<
  Record<ErasureGround, Readonly<{ zh: string; en: string }>>
> = {
  purposeAchieved: {
    zh: '第（一）项：处理目的已实现、无法实现，或者不再必要',
    en: 'No. 1: the purpose is achieved, out of reach, or needs it no longer',
  },
  serviceEnded: {
    zh: '第（二）项：停止提供服务，或者保存期限已届满',
    en: 'No. 2: the service ended, or the time of keeping is over',
  },
  consentWithdrawn: { zh: '第（三）项：个人撤回同意', en: 'No. 3: consent was withdrawn' },
  unlawful: {
    zh: '第（四）项：违反法律、行政法规或者约定处理',
    en: 'No. 4: handled against the law or what was agreed',
  },
  otherLaw: {
    zh: '第（五）项：法律、行政法规规定的其他情形',
    en: 'No. 5: another case that a law provides for',
  },
}

/** The same of every sealed thing, so that nobody reads from it what kind it was. */
export type ErasedFacts = Readonly<{ ground: ErasureGround; approval: Approval; on: Day }>
